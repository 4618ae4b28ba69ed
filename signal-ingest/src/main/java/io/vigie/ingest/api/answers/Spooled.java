package io.vigie.ingest.api.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A body kept in a file without a name, which ends with its import or with its process, however that ends. */
public record Spooled(FileChannel file) implements AutoCloseable {
    public static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private static final int BUFFER = 1 << 16;
    private static final int NO_ROOM = 507;

    public static Spooled of(InputStream body) {
        return in(TEMPORARY, body);
    }

    /**
     * Reads a body to its end.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is cut or there is no room; nothing of it is left then
     */
    static Spooled in(Path folder, InputStream body) {
        Spooled spooled = new Spooled(nameless(folder));
        try {
            spooled.fill(body);
            return spooled;
        } catch (RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    /**
     * Writes a body to its end.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is cut or there is no room
     */
    public void fill(InputStream body) {
        OutputStream out = Channels.newOutputStream(file);
        byte[] buffer = new byte[BUFFER];
        for (int read = Body.some(body, buffer); read >= 0; read = Body.some(body, buffer)) {
            try {
                out.write(buffer, 0, read);
            } catch (IOException e) {
                throw Problems.of(
                        NO_ROOM,
                        "no-room",
                        "the file cannot be kept while it is taken in: make room in the temporary folder and in"
                                + " vigie.import-folder, or send it"
                                + " later");
            }
        }
    }

    public InputStream open() throws IOException {
        return Channels.newInputStream(file.position(0));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody else finds it, and the system takes it away with the last who has it open. */
    public static FileChannel nameless(Path folder) {
        try {
            return FileChannel.open(
                    Files.createTempFile(folder, "vigie", ""),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
