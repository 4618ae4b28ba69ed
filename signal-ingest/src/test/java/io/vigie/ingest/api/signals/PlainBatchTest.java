package io.vigie.ingest.api.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.intake.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A batch that is read without a tree of it says what its tree says. */
class PlainBatchTest {
    private static final List<String> ATTRIBUTES = List.of(
            "\"specversion\":\"1.0\"",
            "\"id\":\"1\"",
            "\"source\":\"/crm\"",
            "\"type\":\"order.placed\"",
            "\"subject\":\"c1\"",
            "\"time\":\"2025-11-03T09:00:00Z\"",
            "\"datacontenttype\":\"application/json\"",
            "\"data\":{\"order\":\"7\",\"lines\":[{\"sku\":\"é\"},2]}");
    private static final List<String> ODD = List.of(
            "\"specversion\":\"2.0\"",
            "\"id\":7",
            "\"id\":\"2\"",
            "\"source\":{\"of\":[1]}",
            "\"type\":\"\\ud800\"",
            "\"subject\":null",
            "\"time\":\"yesterday\"",
            "\"time\":\"2025-11-03T10:00:00+01:00\"",
            "\"data\":null",
            "\"data\":[1,{}]",
            "\"data_base64\":\"e30=\"",
            "\"data_base64\":\"?\"",
            "\"data_base64\":1",
            "\"data_base64\":[{}]",
            "\"traceparent\":\"00-1\"",
            "\"Not_a_name\":\"x\"");

    @Property
    void anyBatchIsReadAsItsTreeIs(@ForAll("events") List<List<String>> events) {
        String batch = batch(events);

        List<CloudEventReading> read = read(batch);

        assertThat(read).map(PlainBatchTest::told).isEqualTo(ofTree(batch));
        assertThat(read)
                .map(event -> new String(event.raw().get(), StandardCharsets.UTF_8))
                .isEqualTo(events.stream().map(PlainBatchTest::event).toList());
    }

    @Property
    void aBatchThatIsCutIsNoBatch(@ForAll("events") List<List<String>> events, @ForAll double where) {
        String batch = batch(events);
        int length = (int) (Math.abs(where % 1) * batch.length());

        assertThat(PlainBatch.read(batch.substring(0, length).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Example
    void whatIsNoListOfEventsIsLeftToWhoTellsWhy() {
        for (String text : List.of("", "{}", "[1]", "[{}] x", "[{}][{}]", "[{}", "[{\"data\":" + "[".repeat(99))) {
            assertThat(PlainBatch.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
        assertThat(PlainBatch.read("[{}]".getBytes(StandardCharsets.UTF_16))).isEmpty();
    }

    @Provide
    Arbitrary<List<List<String>>> events() {
        Arbitrary<List<String>> plain = Arbitraries.shuffle(ATTRIBUTES);
        Arbitrary<List<String>> odd = Arbitraries.of(ATTRIBUTES)
                .list()
                .uniqueElements()
                .flatMap(some -> Arbitraries.of(ODD)
                        .list()
                        .ofMaxSize(3)
                        .flatMap(others -> Arbitraries.shuffle(
                                Stream.concat(some.stream(), others.stream()).toList())));
        return Arbitraries.oneOf(plain, odd).list().ofMaxSize(5);
    }

    private static String batch(List<List<String>> events) {
        return "\n" + events.stream().map(PlainBatchTest::event).toList();
    }

    private static String event(List<String> attributes) {
        return "{" + String.join(" ,\t", attributes) + " }";
    }

    private static List<CloudEventReading> read(String batch) {
        return PlainBatch.read(batch.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static List<Told> ofTree(String batch) {
        return switch (Json.read(batch.getBytes(StandardCharsets.UTF_8))) {
            case Decision.Accepted<JsonNode>(JsonNode events) ->
                StreamSupport.stream(events.spliterator(), false)
                        .map(CloudEventReader::structured)
                        .map(PlainBatchTest::told)
                        .toList();
            case Decision.Declined<JsonNode>(var why) -> throw new AssertionError(why.detail());
        };
    }

    private static Told told(CloudEventReading reading) {
        return new Told(reading.said(), List.of(reading.id(), reading.source(), reading.customer()));
    }

    private record Told(Object said, List<Object> names) {}
}
