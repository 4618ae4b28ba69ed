package io.vigie.ingest.api.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** A file as it comes, with what tells it from others of its source: no other file's rows must be skipped for it. */
record FileMark(Optional<String> mark, InputStream body) {
    private static final int LOOKED_AT = 1 << 16;

    /**
     * By its digest; or by length, how it begins and the name where there is one, which may be another file's the next day.
     *
     * @param length the body's, as the sender says it
     */
    static FileMark of(Optional<String> digest, Optional<String> name, Optional<String> length, InputStream body) {
        if (digest.isPresent() || length.isEmpty()) {
            return new FileMark(digest, body);
        }
        BufferedInputStream buffered = new BufferedInputStream(body, LOOKED_AT);
        return new FileMark(
                beginning(buffered).map(begins -> name.orElse("") + ":" + length.get() + ":" + begins), buffered);
    }

    /** Of a file that is gone once its import ends: a guess that proves wrong could not be mended by its sender. */
    static FileMark ofKept(Optional<String> digest, InputStream body) {
        return new FileMark(digest, body);
    }

    /** None of a body that is cut before: whoever reads it will be told. */
    private static Optional<UUID> beginning(BufferedInputStream body) {
        body.mark(LOOKED_AT);
        try {
            Optional<UUID> begins = Optional.of(UUID.nameUUIDFromBytes(body.readNBytes(LOOKED_AT)));
            body.reset();
            return begins;
        } catch (IOException cut) {
            return Optional.empty();
        }
    }
}
