package io.vigie.ingest.source;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that are one thing, gathered until the file ends, in the order in which each thing first appeared. */
final class Groups {
    private final List<String> columns;
    private final Map<String, PackedRows> groups = new LinkedHashMap<>();

    Groups(List<String> columns) {
        this.columns = columns;
    }

    void add(Row row) {
        String key = String.join("\u001f", columns.stream().map(row::text).toList());
        groups.computeIfAbsent(key, _ -> new PackedRows()).add(row.raw());
    }

    Collection<PackedRows> inOrder() {
        return Collections.unmodifiableCollection(groups.values());
    }
}
