package io.vigie.ingest.intake;

import java.util.List;
import java.util.Optional;

/**
 * Why something cannot be taken, so that whoever sent it can mend it.
 *
 * @param reason a stable word to count by
 * @param detail what is wrong and how to mend it
 * @param waitsFor aliases, each as {@code system:key}, of which one must become known for it to be taken
 * @param customer whom it is about, where that is known
 */
public record Refusal(String reason, String detail, List<String> waitsFor, Optional<String> customer) {
    private static final int LONGEST_DETAIL = 1000;

    public Refusal(String reason, String detail) {
        this(reason, detail, List.of(), Optional.empty());
    }

    /** Nobody is known by any of these aliases yet. */
    public static Refusal unknown(List<String> aliases) {
        return new Refusal(
                Reason.UNKNOWN_CUSTOMER.word(),
                "nobody is known as " + String.join(" or ", aliases)
                        + " yet: PUT it to /customers/{id}/aliases, and this is taken by itself",
                aliases,
                Optional.empty());
    }

    /** The same of a customer, unless the id that was given can be nobody's. */
    public Refusal about(Optional<String> id) {
        return new Refusal(reason, detail, waitsFor, id.filter(Names::isSound));
    }

    /** Whether it is taken by itself one day, so that nobody need mend it or send it again. */
    public boolean waits() {
        return !waitsFor.isEmpty();
    }

    public Refusal {
        waitsFor = List.copyOf(waitsFor);
        // it may cite what was sent, and half a surrogate pair can be written nowhere
        detail = SoundJson.printable(
                detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…");
    }
}
