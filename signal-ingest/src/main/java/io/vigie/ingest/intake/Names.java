package io.vigie.ingest.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What ids and the like must be so that every service after this one can key, index and print them. */
final class Names {
    private static final int LONGEST = 255;

    private Names() {}

    static Optional<Refusal> fault(Optional<String> name, Reason missing, String field, String expected) {
        if (name.filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.of(missing.because(field + " is missing: give " + expected));
        }
        String text = name.get();
        if (text.length() > LONGEST) {
            return Optional.of(Reason.MALFORMED_EVENT.because(
                    field + " has " + text.length() + " characters; at most " + LONGEST + " are taken"));
        }
        return text.chars().anyMatch(Character::isISOControl) || !SoundJson.isSound(text)
                ? Optional.of(Reason.MALFORMED_EVENT.because(
                        field + " has control characters or broken Unicode: send plain text"))
                : Optional.empty();
    }

    /** Whether it can be a customer's id. */
    static boolean canBe(String id) {
        return fault(Optional.of(id), Reason.MISSING_CUSTOMER, "id", "").isEmpty();
    }

    static Optional<Refusal> uriFault(Optional<String> source) {
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
