package io.vigie.retention.letters;

import io.vigie.events.signal.Labels;
import java.util.List;

/**
 * {@code company.yaml}: who writes.
 *
 * @param city where letters are dated
 * @param country whose law holds for customers whose own country is not known
 * @param language in which is written to whose own language is unknown or neither
 */
public record Company(
        String name,
        List<String> address,
        String city,
        String phone,
        String email,
        String website,
        Signatory signatory,
        Language language,
        String country) {
    public Company {
        address = List.copyOf(address);
    }

    /** Who signs, and as what. */
    public record Signatory(String name, Labels role) {}

    /** As templates name it, in one language. */
    public Sender in(Language to) {
        return new Sender(
                name,
                address,
                city,
                phone,
                email,
                website,
                signatory.name(),
                signatory.role().in(to.word()));
    }

    /** The company in the reader's language. */
    public record Sender(
            String name,
            List<String> address,
            String city,
            String phone,
            String email,
            String website,
            String signatory,
            String role) {}
}
