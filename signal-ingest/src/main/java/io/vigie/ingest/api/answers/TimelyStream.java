package io.vigie.ingest.api.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has a minute for all of it: the server's own patience begins anew with each byte, so a sender that
 * trickles would be waited for without end.
 */
final class TimelyStream extends InputStream {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final InputStream body;
    private final LongSupplier nanos;
    private final long begun;

    /**
     * @param nanos a clock that only ever goes forward
     */
    TimelyStream(InputStream body, LongSupplier nanos) {
        this.body = body;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        checkTime();
        return body.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        checkTime();
        return body.read(into, from, most);
    }

    private void checkTime() throws InterruptedIOException {
        if (nanos.getAsLong() - begun > LONGEST) {
            throw new InterruptedIOException("the body takes longer than a minute");
        }
    }
}
