package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.scorer.profile.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsLaidOutIsReadByCustomerAndThenGone() throws IOException {
        Entry entry = on(0, "complaint.filed");
        List<Entry> read = new ArrayList<>();
        try (Spill spill = new Spill(folder, 1)) {
            spill.entry(entry);
            spill.entry(on(1, "departure.threatened"));
            spill.forEach((customer, known) -> {
                assertThat(customer).isEqualTo(CUSTOMER);
                read.addAll(known.entries);
            });
        }

        assertThat(read).hasSize(2).contains(entry);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledScorerLeftBehindIsSweptAwayAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("history123.spill"), "c-1 complained");
        Path other = Files.writeString(folder.resolve("notes.txt"), "keep");

        Spill.sweep(folder);
        Spill.sweep(folder.resolve("nowhere"));

        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(other));
        assertThat(other).exists();
    }
}
