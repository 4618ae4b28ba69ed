package io.vigie.ingest.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.source.ImportReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountedRowsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Counters counters = new Counters(meters);

    @Test
    void whatWasDoneBeforeACutIsCountedAndNothingTwice() {
        // given an import that is cut after its second checkpoint
        CountedRows cut = new CountedRows(counters, Optional.empty());
        cut.upTo(reached(5_000, 1));
        cut.upTo(reached(10_000, 1));

        // when another takes it up there
        CountedRows takenUp = new CountedRows(counters, Optional.of(reached(10_000, 1)));
        takenUp.upTo(reached(12_000, 3));
        takenUp.upTo(reached(12_000, 3));

        assertThat(count("vigie.signals.accepted")).isEqualTo(12_000);
        assertThat(count("vigie.signals.refused")).isEqualTo(3);
    }

    private double count(String name) {
        return meters.counter(name, tags(name)).count();
    }

    private static String[] tags(String name) {
        return name.endsWith("refused")
                ? new String[] {"via", "import", "reason", "malformed-row"}
                : new String[] {"via", "import"};
    }

    private static ImportReport reached(long accepted, long refused) {
        return new ImportReport(
                "i",
                "csv",
                accepted + refused,
                accepted,
                0,
                refused,
                0,
                Map.of("malformed-row", refused),
                accepted,
                0,
                0,
                List.of());
    }
}
