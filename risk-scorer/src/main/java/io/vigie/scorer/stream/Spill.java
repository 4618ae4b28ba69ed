package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.kafka.common.serialization.Serde;

/**
 * A partition's history laid out on disk by customer, so that it can be read customer by customer with memory for a few
 * of them, however many signals there are.
 */
final class Spill implements AutoCloseable {
    private static final String BEGINS = "history";
    private static final String ENDS = ".spill";
    private static final int IN_MEMORY = 20_000;
    private static final int MOST_FILES = 200;
    private static final byte ENTRY = 0;
    private static final byte CONTACT = 1;
    private static final byte ERASED = 2;

    private final Serde<Entry> serde = Cbor.entry();
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> outs = new ArrayList<>();

    /** Deletes what a process that was ended left behind: nobody comes back for it, and it holds what customers did. */
    static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEGINS + "*" + ENDS)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param records about how many there will be */
    Spill(Path folder, long records) {
        try {
            for (int i = 0; i <= Math.min(MOST_FILES, records / IN_MEMORY); i++) {
                Path file = Files.createTempFile(folder, BEGINS, ENDS);
                files.add(file);
                outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Told of each customer. */
    @FunctionalInterface
    interface Reader {
        void read(String customer, Received known);
    }

    /** @param received as it was received, by which it is decided what counts of two under one id at one instant */
    void entry(Entry entry, byte[] received) {
        put(entry.customer(), ENTRY, Received.line(received, serde.serializer().serialize("", entry)));
    }

    void contact(String customer, Instant at) {
        put(customer, CONTACT, at.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** Nothing of who is erased counts. */
    void erased(String customer) {
        put(customer, ERASED, new byte[0]);
    }

    private void put(String customer, byte kind, byte[] content) {
        CRC32C digest = new CRC32C();
        digest.update(customer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        DataOutputStream out = outs.get((int) (digest.getValue() % outs.size()));
        try {
            out.writeUTF(customer);
            out.writeByte(kind);
            out.writeInt(content.length);
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forEach(Reader reader) {
        try {
            for (int i = 0; i < files.size(); i++) {
                outs.get(i).close();
                read(files.get(i)).forEach(reader::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Received> read(Path file) throws IOException {
        Map<String, Received> customers = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String customer = in.readUTF();
                byte kind = in.readByte();
                byte[] content = in.readNBytes(in.readInt());
                Received known = customers.computeIfAbsent(customer, _ -> new Received());
                switch (kind) {
                    case ENTRY -> known.add(serde, content);
                    case CONTACT ->
                        known.contact(Instant.parse(new String(content, java.nio.charset.StandardCharsets.US_ASCII)));
                    default -> customers.put(customer, new Received());
                }
            }
        } catch (EOFException end) {
            customers.values().forEach(Received::sort);
            return customers;
        }
    }

    @Override
    public void close() {
        try {
            for (DataOutputStream out : outs) {
                out.close();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
