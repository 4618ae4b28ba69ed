package io.vigie.ingest.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups whose rows do not fit into memory: rows are dealt into files by their key, so that each file has whole groups
 * and can be grouped by itself; the grouped files are then merged by the line on which each group began.
 */
final class SpilledGroups implements AutoCloseable {
    private static final int FILES = 128;

    private final Path folder = Files.createTempDirectory("vigie-groups");
    private final List<DataOutputStream> dealt = new ArrayList<>();
    private final List<DataInputStream> grouped = new ArrayList<>();

    SpilledGroups() throws IOException {
        for (int file = 0; file < FILES; file++) {
            dealt.add(writing(dealt(file)));
        }
    }

    void add(String key, RawRow row) throws IOException {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        DataOutputStream out = dealt.get(Math.floorMod(key.hashCode(), FILES));
        out.writeInt(name.length);
        out.write(name);
        out.writeLong(row.line());
        out.writeInt(row.bytes().length);
        out.write(row.bytes());
    }

    /** Each group, once; ends the adding. */
    Iterable<PackedRows> inOrder() throws IOException {
        for (int file = 0; file < FILES; file++) {
            dealt.get(file).close();
            write(groupsIn(dealt(file)), grouped(file));
            Files.delete(dealt(file));
            grouped.add(reading(grouped(file)));
        }
        return () -> new MergedGroups(grouped);
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream file : dealt) {
            file.close();
        }
        for (DataInputStream file : grouped) {
            file.close();
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Map<String, PackedRows> groupsIn(Path file) throws IOException {
        Map<String, PackedRows> groups = new LinkedHashMap<>();
        try (DataInputStream in = reading(file)) {
            while (in.available() > 0) {
                String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                groups.computeIfAbsent(key, _ -> new PackedRows())
                        .add(new RawRow(in.readLong(), in.readNBytes(in.readInt()), Optional.empty()));
            }
        }
        return groups;
    }

    private static void write(Map<String, PackedRows> groups, Path file) throws IOException {
        try (DataOutputStream out = writing(file)) {
            for (PackedRows group : groups.values()) {
                byte[] packed = group.packed();
                out.writeInt(packed.length);
                out.write(packed);
            }
        }
    }

    private Path dealt(int file) {
        return folder.resolve("dealt-" + file);
    }

    private Path grouped(int file) {
        return folder.resolve("grouped-" + file);
    }

    private static DataOutputStream writing(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    private static DataInputStream reading(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }
}
