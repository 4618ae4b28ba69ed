package io.vigie.scorer.profile;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** One line of a customer's timeline: a signal, what the CRM knew from then on, or what all before it came to. */
public sealed interface Entry {
    /** The order in which entries count, whatever the order of their arrival. */
    Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::position);

    Position position();

    String customer();

    /** Wall-clock instant at which it was taken in, where that is known. */
    Optional<Instant> receivedAt();

    default Instant time() {
        return position().time();
    }

    /** Whether it tells of what happened with the account manager. */
    default boolean incident() {
        return false;
    }

    /** A signal. */
    record Happened(Signal signal) implements Entry {
        @Override
        public boolean incident() {
            return signal.type().equals(Profile.INCIDENT);
        }

        @Override
        public Position position() {
            return new Position(signal.time(), true, signal.source(), signal.id());
        }

        @Override
        public String customer() {
            return signal.customer();
        }

        @Override
        public Optional<Instant> receivedAt() {
            return signal.receivedAt();
        }
    }

    /** A customer master record. */
    record Known(Customer record, String source, String id, Optional<Instant> receivedAt) implements Entry {
        @Override
        public Position position() {
            return new Position(record.time(), false, source, id);
        }

        @Override
        public String customer() {
            return record.id();
        }
    }

    /** What the entries came to that are no longer kept one by one; it stands where the last of them stood. */
    record Earlier(String customer, Profile profile) implements Entry {
        @Override
        public boolean incident() {
            return profile.incident();
        }

        @Override
        public Position position() {
            return profile.position().orElseThrow();
        }

        @Override
        public Optional<Instant> receivedAt() {
            return Optional.empty();
        }
    }
}
