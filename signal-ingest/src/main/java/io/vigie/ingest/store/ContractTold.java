package io.vigie.ingest.store;

import io.vigie.ingest.store.LastContacts.Contact;
import java.time.Instant;
import java.util.Optional;

/**
 * What signals told of one contract of a customer; of several beginnings the latest says how it goes on.
 *
 * @param contract its id; blank where none was said
 * @param begun when it last began or was renewed
 * @param renewal how it goes on at its end, where that was said
 * @param end when it ends or renews, where that was said with its last beginning
 * @param ended when it was last cancelled
 */
public record ContractTold(
        String customer,
        String contract,
        Optional<Instant> begun,
        Optional<String> renewal,
        Optional<Instant> end,
        Optional<Instant> ended) {

    /** The same contract, with what was told of it elsewhere. */
    public ContractTold and(ContractTold other) {
        boolean laterBegun = other.begun
                .filter(at -> begun.isEmpty() || !at.isBefore(begun.get()))
                .isPresent();
        ContractTold last = laterBegun ? other : this;
        ContractTold first = laterBegun ? this : other;
        return new ContractTold(
                customer,
                contract,
                last.begun,
                last.renewal.or(first::renewal),
                last.end,
                Contact.later(ended, other.ended));
    }
}
