package io.vigie.events.wire;

import io.vigie.events.Personal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What could not be taken, kept with its reason so that it can be mended and sent again.
 *
 * @param reason a stable word to count by, such as {@code unknown-type}
 * @param detail what is wrong and how to mend it
 * @param via by which way it came in
 * @param source where it came from, as far as known
 * @param line its line in an imported file
 * @param rawBase64 the bytes as they came; on the topic enciphered by who refused them, where nobody else needs them
 * @param waitsFor aliases, each as {@code system:key}, of which one must become known for it to be taken by itself
 */
public record Refused(
        String reason,
        String detail,
        Via via,
        String source,
        Optional<Long> line,
        String contentType,
        @Personal String rawBase64,
        Instant receivedAt,
        List<String> waitsFor) {
    public Refused {
        waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
        line = line == null ? Optional.empty() : line;
    }

    /** The bytes as text fit for JSON. */
    public static String encode(byte[] raw) {
        return Base64.getEncoder().encodeToString(raw);
    }

    /** The same without the bytes, of which nothing may be kept. */
    public Refused withoutRaw() {
        return new Refused(reason, detail, via, source, line, contentType, "", receivedAt, waitsFor);
    }

    /** The bytes as they came. */
    public byte[] decodeRaw() {
        return Base64.getDecoder().decode(rawBase64);
    }
}
