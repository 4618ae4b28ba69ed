package io.vigie.ingest.api.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vigie.events.EventJson;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The suite's steps. The attributes that every reader passes on are compared with what our own code read; those that it
 * only checks (specversion, datacontenttype) with what the SDK beneath it read.
 */
public final class ConformanceSteps {
    private static final String CUSTOMER = "c-1";

    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> read = new HashMap<>();
    private byte[] body = {};
    private JsonNode data = EventJson.mapper().missingNode();

    @Given("HTTP Protocol Binding is supported")
    public void http() {}

    @Given("Kafka Protocol Binding is supported")
    public void kafka() {}

    @Given("an HTTP request")
    public void request(String text) {
        String[] parts = text.split("\\R\\R", 2);
        parts[0].lines().skip(1).forEach(line -> {
            String[] header = line.split(":", 2);
            headers.put(header[0].strip().toLowerCase(Locale.ROOT), header[1].strip());
        });
        body = parts[1].getBytes(StandardCharsets.UTF_8);
    }

    @Given("a Kafka message with payload:")
    public void payload(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    @Given("Kafka headers:")
    public void kafkaHeaders(DataTable table) {
        table.asMaps().forEach(row -> headers.put(row.get("key"), row.get("value")));
    }

    @When("parsed as HTTP request")
    public void parseHttp() {
        SignalRequest.Single single = (SignalRequest.Single) SignalRequest.read(headers, body);
        Candidate said = ((Decision.Accepted<Candidate>) single.event().said()).value();
        checkedOnly(HttpMessageFactory.createReader(headers, body).toEvent());
        read.put("id", said.id().orElseThrow());
        read.put("type", said.type().orElseThrow());
        read.put("source", said.source().orElseThrow());
        read.put("time", said.time().orElseThrow().toString());
        data = said.attributes();
    }

    @When("parsed as Kafka message")
    public void parseKafka() {
        Headers record = new RecordHeaders();
        headers.forEach((name, value) -> record.add(name, value.getBytes(StandardCharsets.UTF_8)));
        Event<?> event = EventCodec.read(CUSTOMER, record, body);
        checkedOnly(KafkaMessageFactory.createReader(record, body).toEvent());
        read.put("id", event.id());
        read.put("type", event.type());
        read.put("source", event.source());
        read.put("time", event.time().toString());
        data = (JsonNode) event.data();
    }

    @Then("the attributes are:")
    public void attributes(DataTable table) {
        table.asMaps()
                .forEach(row -> assertThat(read).as(row.get("key")).containsEntry(row.get("key"), row.get("value")));
    }

    @Then("the data is equal to the following JSON:")
    public void data(String json) throws JsonProcessingException {
        assertThat(data).isEqualTo(EventJson.mapper().readTree(json));
    }

    private void checkedOnly(CloudEvent event) {
        read.put("specversion", event.getSpecVersion().toString());
        read.put("datacontenttype", event.getDataContentType());
    }
}
