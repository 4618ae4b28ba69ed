package io.vigie.ingest.intake;

import io.vigie.events.wire.AttributeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What ids and the like must be so that every service after this one can key, index and print them. */
public final class Names {
    private static final int LONGEST = 255;

    private Names() {}

    /** Why no customer can have this id; empty when one can. */
    public static Optional<Refusal> customerFault(String id) {
        return fault(Optional.of(id), Reason.MISSING_CUSTOMER, "id", "the customer's id in the CRM");
    }

    /** Whether everything after this service can key, index and print by it. */
    public static boolean isSound(String name) {
        return isPlain(name)
                || fault(Optional.of(name), Reason.MALFORMED_EVENT, "name", "one")
                        .isEmpty();
    }

    static Optional<Refusal> fault(Optional<String> name, Reason missing, String field, String expected) {
        String text = name.orElse("");
        if (isPlain(text)) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            return Optional.of(missing.because(field + " is missing: give " + expected));
        }
        if (text.length() > LONGEST) {
            return Optional.of(Reason.MALFORMED_EVENT.because(
                    field + " has " + text.length() + " characters; at most " + LONGEST + " are taken"));
        }
        return text.chars().anyMatch(Character::isISOControl) || !SoundJson.isSound(text)
                ? Optional.of(Reason.MALFORMED_EVENT.because(
                        field + " has control characters or broken Unicode: send plain text"))
                : Optional.empty();
    }

    /** Nearly all are: nothing but visible ASCII. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit <= ' ' || unit > '~') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    static Optional<Refusal> uriFault(Optional<String> source) {
        if (source.isPresent() && AttributeText.isPlainPath(source.get())) {
            return Optional.empty();
        }
        try {
            source.ifPresent(text -> parse(text));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Reason.MALFORMED_EVENT.because(
                    "source is no URI reference: " + e.getMessage() + "; write it like /crm or urn:example:crm"));
        }
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getReason() + " at " + e.getIndex(), e);
        }
    }
}
