package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledGroupsTest {
    @TempDir
    Path folder;

    @Test
    void nothingOfThemLiesAboutForWhoKillsTheProcess() throws IOException {
        List<Long> began = new ArrayList<>();
        try (SpilledGroups groups = new SpilledGroups(folder)) {
            for (long line = 0; line < 1_000; line++) {
                groups.add(
                        "key " + line % 300,
                        new RawRow(line, "row".getBytes(StandardCharsets.UTF_8), Optional.empty()));
            }
            assertThat(folder).isEmptyDirectory();

            for (PackedRows group : groups.inOrder()) {
                began.add(group.unpack().getFirst().line());
            }
            assertThat(folder).isEmptyDirectory();
        }

        assertThat(began).hasSize(300).isSorted();
    }
}
