package io.vigie.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Files come plain or gzipped, whatever their sender says of them: the first two bytes tell. */
public final class Unzipped {
    private static final int BUFFER = 1 << 16;

    private Unzipped() {}

    /**
     * @throws UnreadableFile when it begins like gzip and is none
     */
    public static InputStream of(InputStream file) {
        try {
            BufferedInputStream buffered = new BufferedInputStream(file, BUFFER);
            buffered.mark(2);
            boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return zipped ? new GZIPInputStream(buffered, BUFFER) : buffered;
        } catch (IOException e) {
            throw new UnreadableFile("the gzip file cannot be opened: " + e.getMessage(), e);
        }
    }
}
