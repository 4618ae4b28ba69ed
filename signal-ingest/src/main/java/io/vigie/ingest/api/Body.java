package io.vigie.ingest.api;

import io.vigie.ingest.intake.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads bodies up to 1 MiB; of larger ones nothing is kept, and the rest is read away so that the answer arrives. */
final class Body {
    private static final int LARGEST = 1 << 20;
    private static final long READ_AWAY = 64L << 20;

    private Body() {}

    static byte[] read(InputStream body) {
        return read(body, LARGEST);
    }

    /** The same up to less than that. */
    static byte[] read(InputStream body, int wanted) {
        int largest = Math.min(wanted, LARGEST);
        try {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                body.skip(READ_AWAY);
                throw Problems.of(Reason.TOO_LARGE.because("the body is larger than "
                        + (largest == LARGEST ? "1 MiB" : largest + " bytes")
                        + " and was not kept: send smaller batches, or files to /imports"));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
