package io.vigie.local.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @Test
    void whatAddsUpHasNoFaults() {
        assertThat(summary(10, 5, "UP").faults()).isEmpty();
    }

    @Test
    void aRowThatIsUnaccountedForIsAFault() {
        assertThat(summary(11, 5, "UP").faults()).singleElement().asString().startsWith("rows do not add up: 11 rows");
    }

    @Test
    void aSignalThatIsUnaccountedForIsAFault() {
        assertThat(summary(10, 6, "UP").faults()).singleElement().asString().startsWith("signals do not add up");
    }

    @Test
    void aServiceThatIsNotUpIsAFault() {
        assertThat(summary(10, 5, "DOWN").faults()).containsExactly("the health of kpi-service is DOWN");
    }

    @Test
    void itIsWrittenWithTheFieldsThatOthersReadItBy(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out/summary.json");

        summary(10, 5, "UP").write(file);

        JsonNode written = EventJson.mapper().readTree(file.toFile());
        assertThat(written.fieldNames())
                .toIterable()
                .containsExactly(
                        "rows",
                        "mapped",
                        "merged",
                        "refused",
                        "accepted",
                        "duplicates",
                        "processed",
                        "customers",
                        "customersByLevel",
                        "casesByAction",
                        "tasksByAction",
                        "noActionByReason",
                        "kpis",
                        "health",
                        "seconds",
                        "peakMemoryMb");
        assertThat(written.at("/refused/missing-customer").asLong()).isEqualTo(2);
    }

    private static Summary summary(long rows, long accepted, String health) {
        return new Summary(
                rows,
                5,
                3,
                Map.of("missing-customer", 2L),
                accepted,
                1,
                4,
                3,
                Map.of("stable", 3L),
                Map.of("call", 1L),
                Map.of("call", 1L),
                Map.of("not-worth-it", 1L),
                JsonNodeFactory.instance.objectNode(),
                Map.of("kpi-service", health),
                Map.of("total", 1.5),
                100);
    }
}
