package io.vigie.ingest.api.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.core.cli.Main;
import io.vigie.events.EventJson;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The features of the CloudEvents conformance suite, run over the code that reads what comes over HTTP and Kafka. */
class CloudEventsConformanceTest {
    private static final Path SUITE = Path.of(System.getProperty("vigie.shared", ""), "data/webhooks/cloudevents");

    @ParameterizedTest
    @ValueSource(strings = {"http-protocol-binding", "kafka-protocol-binding"})
    void featuresPass(String feature) {
        Path file = SUITE.resolve("conformance/features/" + feature + ".feature");
        Assumptions.assumeTrue(Files.exists(file), "the conformance suite is not here: " + file);

        byte status = Main.run(
                new String[] {"--monochrome", "--glue", ConformanceSteps.class.getPackageName(), "" + file},
                Thread.currentThread().getContextClassLoader());

        assertThat(status).as("status of %s", feature).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"min", "json_data", "json_data_with_ext", "numeric_ext", "base64_json_data", "binary_attr"})
    void readsWhatTheJsonFormatAllows(String name) throws IOException {
        assertThat(read(name)).isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail_numeric_decimal", "fail_numeric_long", "json_data_with_ext_invalid"})
    void refusesWhatTheJsonFormatForbids(String name) throws IOException {
        assertThat(read(name)).isInstanceOf(Decision.Declined.class);
    }

    @Test
    void keepsTheDataAsSent() throws IOException {
        JsonNode data = EventJson.mapper().readTree("{\"a\":[1,2.50,null],\"é\":\"ü\"}");
        byte[] event = EventJson.mapper()
                .writeValueAsBytes(EventJson.mapper()
                        .createObjectNode()
                        .put("specversion", "1.0")
                        .put("id", "1")
                        .put("source", "/crm")
                        .put("type", "note")
                        .set("data", data));

        assertThat(CloudEventReader.structured(event).said())
                .isInstanceOfSatisfying(
                        Decision.Accepted.class, accepted -> assertThat(((Candidate) accepted.value()).attributes())
                                .isEqualTo(data));
    }

    private static Decision<Candidate> read(String name) throws IOException {
        Path file = SUITE.resolve("json/" + name + ".json");
        Assumptions.assumeTrue(Files.exists(file), "the conformance suite is not here: " + file);
        return CloudEventReader.structured(Files.readAllBytes(file)).said();
    }
}
