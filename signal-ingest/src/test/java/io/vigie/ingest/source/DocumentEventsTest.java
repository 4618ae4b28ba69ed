package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.source.DocumentEvents.DocumentEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentEventsTest {
    private static final SourceSpec SEGMENT =
            Sources.shipped().find("segment").orElseThrow().spec();
    private static final SourceSpec SALESFORCE =
            Sources.shipped().find("salesforce-outbound").orElseThrow().spec();

    @Test
    void eventsAreFoundWhereTheSourceSaysOrTheDocumentIsThem() {
        assertThat(values("{\"batch\":[{\"a\":1},{\"a\":2}]}")).containsExactly(Map.of("a", 1), Map.of("a", 2));
        assertThat(values("[{\"a\":1}]")).containsExactly(Map.of("a", 1));
        assertThat(values("{\"a\":1}")).containsExactly(Map.of("a", 1));
        assertThat(values("{\"batch\":[]}")).isEmpty();
    }

    @Test
    void whatIsNullIsNotThereButAnEventThatIsNullIsCounted() {
        assertThat(values("[{\"a\":null,\"b\":[null,1]},null]")).containsExactly(Map.of("b", List.of(1)), List.of());
    }

    @Test
    void theOnlyEventIsKeptAsItCameAndOneOfManyByItself() {
        assertThat(events(SEGMENT, "{ \"a\" : 1 }", Optional.of("m")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(text(event)).isEqualTo("{ \"a\" : 1 }");
                    assertThat(event.contentType()).isEqualTo("text/plain");
                    assertThat(event.id()).hasValue("m");
                });
        assertThat(events(SEGMENT, "[{ \"a\" : 1 }, 2]", Optional.of("m")))
                .element(1)
                .satisfies(event -> {
                    assertThat(text(event)).isEqualTo("2");
                    assertThat(event.contentType()).isEqualTo("application/json; event-id=\"m/1\"");
                    assertThat(event.id()).hasValue("m/1");
                });
    }

    @Test
    void anEventOfAnXmlDocumentIsReadAgainAsTheTreeThatItWas() {
        String two = "<Envelope><Body><notifications><Notification><Id>1</Id></Notification>"
                + "<Notification><Id>2</Id></Notification></notifications></Body></Envelope>";
        DocumentEvent second = events(SALESFORCE, two, Optional.empty()).get(1);

        Posted again = new Posted(second.bytes(), second.contentType(), Optional.empty());

        assertThat(taken(SALESFORCE, again)).singleElement().satisfies(event -> assertThat(event.value())
                .isEqualTo(second.value())
                .isEqualTo(Map.of("Id", "2")));
    }

    private static List<Object> values(String document) {
        return events(SEGMENT, document, Optional.empty()).stream()
                .map(DocumentEvent::value)
                .toList();
    }

    private static List<DocumentEvent> events(SourceSpec spec, String document, Optional<String> id) {
        return taken(spec, new Posted(document.getBytes(StandardCharsets.UTF_8), "text/plain", id));
    }

    private static List<DocumentEvent> taken(SourceSpec spec, Posted posted) {
        return switch (DocumentEvents.read(spec, posted)) {
            case Decision.Accepted<List<DocumentEvent>>(List<DocumentEvent> events) -> events;
            case Decision.Declined<List<DocumentEvent>>(var why) -> throw new AssertionError(why.detail());
        };
    }

    private static String text(DocumentEvent event) {
        return new String(event.bytes(), StandardCharsets.UTF_8);
    }
}
