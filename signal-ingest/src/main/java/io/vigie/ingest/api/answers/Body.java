package io.vigie.ingest.api.answers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.ingest.intake.Reason;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads bodies up to a limit and within a minute; of larger ones nothing is kept, and the rest is read away so that the
 * answer arrives.
 */
public final class Body {
    private static final int LARGEST = 1 << 20;
    private static final int TIMED_OUT = 408;
    private static final long READ_AWAY = 64L << 20;

    private Body() {}

    public static byte[] read(InputStream body) {
        return read(body, LARGEST);
    }

    /**
     * @param most bytes, as the source says
     */
    public static byte[] read(InputStream stream, int most) {
        return read(new TimelyStream(stream, System::nanoTime), most);
    }

    public static byte[] read(TimelyStream body, int most) {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                body.skip(READ_AWAY);
                throw Problems.of(Reason.TOO_LARGE.because("the body is larger than " + size(most)
                        + " and was not kept: send smaller batches, or files to /imports"));
            }
            return bytes;
        } catch (IOException stalled) {
            throw incomplete();
        }
    }

    /**
     * Reads on in a body that is too large to be held.
     *
     * @return how many bytes; negative at its end
     */
    static int some(InputStream body, byte[] into) {
        try {
            return body.read(into);
        } catch (IOException stalled) {
            throw incomplete();
        }
    }

    private static HttpProblem incomplete() {
        return Problems.builder(
                        TIMED_OUT,
                        "body-incomplete",
                        "the body stopped before its end or came too slowly, so nothing of it was taken: send it"
                                + " again")
                .withHeader("Connection", "close")
                .build();
    }

    private static String size(int bytes) {
        return bytes == LARGEST ? "1 MiB" : bytes + " bytes";
    }
}
