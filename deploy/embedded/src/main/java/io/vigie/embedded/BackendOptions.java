package io.vigie.embedded;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a backend listens and what becomes of its data.
 *
 * @param folder where the data is kept across starts; thrown away at close when empty
 * @param port the port on 127.0.0.1, or 0 for any free one
 */
public record BackendOptions(Optional<Path> folder, int port) {
    public BackendOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 (any free one) to 65535, not " + port);
        }
    }

    /** Data that goes at close, on a free port. */
    public static BackendOptions thrownAway() {
        return new BackendOptions(Optional.empty(), 0);
    }

    /** Data that outlives the process, on a free port. */
    public static BackendOptions keptIn(Path folder) {
        return new BackendOptions(Optional.of(folder), 0);
    }

    /** The same, on that port; 0 for any free one. */
    public BackendOptions onPort(int port) {
        return new BackendOptions(folder, port);
    }
}
