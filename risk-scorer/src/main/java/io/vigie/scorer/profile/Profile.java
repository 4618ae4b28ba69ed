package io.vigie.scorer.profile;

import io.vigie.events.customer.Customer;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer's timeline comes to: the left fold of its entries in their order, a cache that can be refolded from
 * the timeline at any time.
 *
 * @param position the last entry folded
 * @param record what the CRM last said
 * @param counts decayed counts by counter
 * @param usual the same over the half-life of what is usual, for types of which only a rise counts
 * @param causes the cause that the last signal of a type gave
 * @param contracts open contracts by id
 * @param contracted whether this life ever had a contract
 * @param matters what is open, oldest first
 * @param life the current life
 * @param pastLives those before, oldest first
 * @param contacts the latest contacts that somebody made, oldest first, in whatever life
 * @param incident whether anything ever happened with the account manager, in whatever life, settled or not
 */
public record Profile(
        Optional<Position> position,
        Optional<Customer> record,
        Map<String, Decayed> counts,
        Map<String, Decayed> usual,
        Map<String, Cause> causes,
        Optional<Orders> orders,
        Map<String, OpenContract> contracts,
        boolean contracted,
        List<OpenItem> matters,
        Optional<Unavoidable> unavoidable,
        Optional<Life> life,
        List<Life> pastLives,
        List<ContactMade> contacts,
        boolean incident) {
    /** The type of signal that tells of what happened with the account manager. */
    public static final String INCIDENT = "incident.with-account-manager";

    /** The same with other contracts. */
    Profile under(Map<String, OpenContract> nextContracts) {
        return new Profile(
                position,
                record,
                counts,
                usual,
                causes,
                orders,
                nextContracts,
                contracted,
                matters,
                unavoidable,
                life,
                pastLives,
                contacts,
                incident);
    }

    /** What was kept before contacts were has none; before incidents were, this life's causes tell of one. */
    public Profile {
        contacts = contacts == null ? List.of() : contacts;
        incident |= causes.containsKey(INCIDENT);
    }

    public static final Profile EMPTY = new Profile(
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            false);

    /** Whether an entry comes after all that is folded, so that it is one more step and needs no refold. */
    public boolean precedes(Entry entry) {
        return position.filter(last -> last.compareTo(entry.position()) >= 0).isEmpty();
    }

    /** Whether the customer objects to profiling as things stand: then nothing individual is worked out (GDPR 21). */
    public boolean objects() {
        return record.filter(Customer::objection).isPresent();
    }

    public boolean lost() {
        return life.filter(now -> now.state() == LifeState.LOST).isPresent();
    }
}
