package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.scorer.profile.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    private static final byte[] EARLIER = {1};
    private static final byte[] LATER = {2};

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsLaidOutIsReadByCustomerAndThenGone() throws IOException {
        Entry entry = on(0, "complaint.filed");
        List<Entry> read = new ArrayList<>();
        try (Spill spill = new Spill(folder, 1)) {
            spill.entry(entry, LATER);
            spill.entry(on(1, "departure.threatened"), EARLIER);
            spill.forEach((customer, known) -> {
                assertThat(customer).isEqualTo(CUSTOMER);
                read.addAll(known.entries());
            });
        }

        assertThat(read).hasSize(2).contains(entry);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whicheverCameFirstTheOneThatCountsWhenItIsScoredIsFirst() {
        Entry one = on(0, "complaint.filed");
        Entry other = on(0, "complaint.filed", "{\"cause\":\"price\"}");
        boolean oneCounts = Arrays.compareUnsigned(Keys.digest(EARLIER), Keys.digest(LATER)) < 0;

        assertThat(read(spill -> {
                    spill.entry(one, EARLIER);
                    spill.entry(other, LATER);
                }))
                .isEqualTo(read(spill -> {
                    spill.entry(other, LATER);
                    spill.entry(one, EARLIER);
                }))
                .startsWith(oneCounts ? one : other);
    }

    private List<Entry> read(Consumer<Spill> written) {
        List<Entry> read = new ArrayList<>();
        try (Spill spill = new Spill(folder, 1)) {
            written.accept(spill);
            spill.forEach((_, known) -> read.addAll(known.entries()));
        }
        return read;
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
