package io.vigie.ingest.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private final Path folder;
    private final List<FileChannel> files = new ArrayList<>();
    private final List<DataOutputStream> dealt = new ArrayList<>();

    SpilledGroups() throws IOException {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    SpilledGroups(Path folder) throws IOException {
        this.folder = folder;
        for (int file = 0; file < FILES; file++) {
            dealt.add(writing(nameless()));
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
        List<DataInputStream> grouped = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            dealt.get(file).flush();
            FileChannel sorted = nameless();
            write(groupsIn(files.get(file)), sorted);
            grouped.add(reading(sorted));
        }
        return () -> new MergedGroups(grouped);
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            file.close();
        }
    }

    /** Leaves it closed: what was dealt is needed once. */
    private static Map<String, PackedRows> groupsIn(FileChannel file) throws IOException {
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

    private static void write(Map<String, PackedRows> groups, FileChannel file) throws IOException {
        DataOutputStream out = writing(file);
        for (PackedRows group : groups.values()) {
            byte[] packed = group.packed();
            out.writeInt(packed.length);
            out.write(packed);
        }
        out.flush();
    }

    /** A file that nobody else finds and that ends with the process, however that ends. */
    private FileChannel nameless() throws IOException {
        FileChannel file = FileChannel.open(
                Files.createTempFile(folder, "vigie", ""),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        files.add(file);
        return file;
    }

    private static DataOutputStream writing(FileChannel file) {
        return new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
    }

    private static DataInputStream reading(FileChannel file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.position(0))));
    }
}
