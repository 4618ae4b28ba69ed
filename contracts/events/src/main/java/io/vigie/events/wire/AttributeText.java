package io.vigie.events.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Lets through only what a CloudEvents attribute can hold, so that what is written can be read back the same. */
public final class AttributeText {
    private AttributeText() {}

    /**
     * @throws MalformedEvent when the text is no URI reference (RFC 3986)
     */
    static String reference(String attribute, String text) {
        if (!isPlainPath(text)) {
            check(attribute, text);
        }
        return text;
    }

    /**
     * @throws MalformedEvent when it holds half a surrogate pair, which would be written as a question mark
     */
    static String unicode(String attribute, String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))
                    && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new MalformedEvent(attribute + " is no Unicode text: it holds half a surrogate pair");
            }
        }
        return text;
    }

    private static void check(String attribute, String text) {
        try {
            var unused = new URI(unicode(attribute, text));
        } catch (URISyntaxException e) {
            throw new MalformedEvent(attribute + " is no URI reference: " + e.getMessage(), e);
        }
    }

    /** Whether it is like {@code /crm} or {@code urn:x:y}, as nearly every reference: parsing each would be felt. */
    public static boolean isPlainPath(String text) {
        int from = text.startsWith("urn:") ? "urn:".length() : 1;
        if (text.length() <= from || (from == 1 && text.charAt(0) != '/')) {
            return false;
        }
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean plain = (unit >= 'a' && unit <= 'z')
                    || (unit >= '0' && unit <= '9')
                    || unit == '-'
                    || unit == '.'
                    || (unit == '/' && text.charAt(at - 1) != '/')
                    || (unit == ':' && from > 1);
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
