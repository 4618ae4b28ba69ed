package io.vigie.events.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Lets through only what a CloudEvents attribute can hold, so that what is written can be read back the same. */
final class AttributeText {
    private AttributeText() {}

    /**
     * @throws MalformedEvent when the text is no URI reference (RFC 3986)
     */
    static URI reference(String attribute, String text) {
        try {
            return new URI(unicode(attribute, text));
        } catch (URISyntaxException e) {
            throw new MalformedEvent(attribute + " is no URI reference: " + e.getMessage(), e);
        }
    }

    /**
     * @throws MalformedEvent when it holds half a surrogate pair, which would be written as a question mark
     */
    static String unicode(String attribute, String text) {
        if (text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedEvent(attribute + " is no Unicode text: it holds half a surrogate pair");
        }
        return text;
    }
}
