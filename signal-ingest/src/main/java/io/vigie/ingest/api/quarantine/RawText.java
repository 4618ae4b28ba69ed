package io.vigie.ingest.api.quarantine;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes that strangers sent as text, where they are text. */
public final class RawText {
    private RawText() {}

    /** Empty when the bytes are no text in the charset that the content type names, or else in UTF-8. */
    public static Optional<String> of(byte[] raw, String contentType) {
        try {
            String text = charset(contentType)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return text.chars().anyMatch(unit -> Character.isISOControl(unit) && !Character.isWhitespace(unit))
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The same text as bytes again. */
    public static byte[] bytes(String text, String contentType) {
        return text.getBytes(charset(contentType));
    }

    private static Charset charset(String contentType) {
        try {
            return Optional.ofNullable(
                            MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER))
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
