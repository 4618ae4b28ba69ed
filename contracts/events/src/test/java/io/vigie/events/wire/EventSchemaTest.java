package io.vigie.events.wire;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void theSchemaIsThatOfTheRecord(EventType<?> type) {
        EventSchemas.file(type).mustEqual(EventSchemas.of(type));
    }

    static List<EventType<?>> types() {
        return EventType.ALL;
    }
}
