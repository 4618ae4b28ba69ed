package io.vigie.ingest.stream;

import java.util.List;

/** Told of what waits for an alias once it is kept, since the alias may have become known in the meantime. */
@FunctionalInterface
public interface WaitingRoom {
    /**
     * @param aliases what the newly kept wait for
     */
    void entered(List<String> aliases);
}
