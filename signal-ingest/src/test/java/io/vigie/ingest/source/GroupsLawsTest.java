package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GroupsLawsTest {
    private static final long ALL_IN_MEMORY = Long.MAX_VALUE;

    @Property(tries = 30)
    void whatGoesToDiskComesBackInTheSameOrder(
            @ForAll @Size(max = 300) List<@IntRange(max = 60) Integer> keys, @ForAll @IntRange(max = 20_000) int most)
            throws IOException {
        assertThat(grouped(keys, most)).isEqualTo(grouped(keys, ALL_IN_MEMORY));
    }

    private static List<List<String>> grouped(List<Integer> keys, long mostBytes) throws IOException {
        List<List<String>> found = new ArrayList<>();
        try (Groups groups = new Groups(List.of("invoice"), mostBytes)) {
            for (int line = 0; line < keys.size(); line++) {
                byte[] bytes = ("row " + line).getBytes(StandardCharsets.UTF_8);
                groups.add(new Row(
                        new RawRow(line, bytes, Optional.empty()),
                        Map.of("invoice", keys.get(line)),
                        Optional.empty(),
                        false,
                        Optional.empty()));
            }
            for (PackedRows group : groups.inOrder()) {
                found.add(group.unpack().stream()
                        .map(row -> row.line() + new String(row.bytes(), StandardCharsets.UTF_8))
                        .toList());
            }
        }
        return found;
    }
}
