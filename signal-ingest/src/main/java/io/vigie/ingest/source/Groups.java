package io.vigie.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that are one thing, gathered until the file ends, in the order in which each thing first appeared; what is too
 * much for the memory goes to disk. A disk that fails is no fault of the file's, and is told as unchecked.
 */
final class Groups implements AutoCloseable {
    /** What a group and its key take beside their text. */
    private static final long OF_EACH_GROUP = 512;

    private final List<String> columns;
    private final long mostBytes;
    private final Map<String, PackedRows> groups = new LinkedHashMap<>();
    private Optional<SpilledGroups> spilled = Optional.empty();
    private long bytes;

    /**
     * @param mostBytes how much is held in memory
     */
    Groups(List<String> columns, long mostBytes) {
        this.columns = columns;
        this.mostBytes = mostBytes;
    }

    void add(Row row) {
        String key = String.join("\u001f", columns.stream().map(row::text).toList());
        try {
            add(key, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, Row row) throws IOException {
        if (spilled.isPresent()) {
            spilled.get().add(key, row.raw());
            return;
        }
        groups.computeIfAbsent(key, this::begun).add(row.raw());
        bytes += row.raw().bytes().length;
        if (bytes > mostBytes) {
            spill();
        }
    }

    /** Each group, once; ends the adding. */
    Iterable<PackedRows> inOrder() {
        try {
            return spilled.isPresent() ? spilled.get().inOrder() : Collections.unmodifiableCollection(groups.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (spilled.isPresent()) {
                spilled.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PackedRows begun(String key) {
        bytes += OF_EACH_GROUP + 2L * key.length();
        return new PackedRows();
    }

    private void spill() throws IOException {
        SpilledGroups disk = new SpilledGroups();
        spilled = Optional.of(disk);
        for (Map.Entry<String, PackedRows> group : groups.entrySet()) {
            for (RawRow row : group.getValue().unpack()) {
                disk.add(group.getKey(), row);
            }
        }
        groups.clear();
    }
}
