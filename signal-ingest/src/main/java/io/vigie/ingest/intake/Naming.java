package io.vigie.ingest.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds whom a person at a desk means, who types what the paper shows: an id, an e-mail address, a number, a key.
 *
 * @param heardOf whether anything is kept under an id of the CRM, which may look like a key
 */
public record Naming(Identities identities, Predicate<String> heardOf) {
    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String NUMBER = "\\+?[0-9][0-9 .()/-]{5,}";

    /**
     * The customer's id in the CRM; what has the form of a key is looked up, anything else is that id as it stands.
     *
     * @return refused where it is the key of nobody, so that whoever typed it can look again
     */
    public Decision<String> customer(String typed) {
        String text = typed.strip();
        int colon = text.indexOf(':');
        if (colon > 0) {
            return known(text.substring(0, colon), text.substring(colon + 1), text);
        }
        if (text.contains("@")) {
            return known(EMAIL, text, text);
        }
        return Decision.accept(text.matches(NUMBER) ? owner(PHONE, text).orElse(text) : text);
    }

    /** An id with a colon is one as well: of somebody who is known, or of a system whose keys nobody waits for. */
    private Decision<String> known(String system, String key, String typed) {
        boolean isId = !identities.awaited().contains(system.strip().toLowerCase(Locale.ROOT));
        return owner(system, key)
                .or(() -> Optional.of(typed).filter(id -> isId || heardOf.test(id)))
                .map(Decision::accept)
                .orElseGet(() -> Decision.decline(Refusal.unknown(List.of(identities.alias(system, key)))));
    }

    private Optional<String> owner(String system, String key) {
        return identities.customerOf(List.of(identities.alias(system, key)));
    }
}
