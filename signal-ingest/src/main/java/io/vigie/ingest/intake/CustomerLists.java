package io.vigie.ingest.intake;

import io.vigie.events.customer.Customer;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Holds the lists of a customer record to what somebody can be known by, and to as much as one event carries enciphered. */
final class CustomerLists {
    private static final int MOST = 1_000;

    private CustomerLists() {}

    static Optional<String> fault(Customer customer) {
        int keys =
                customer.aliases().values().stream().mapToInt(Collection::size).sum();
        if (keys > MOST) {
            return Optional.of(tooMany("aliases", keys) + "those that your systems still use");
        }
        if (customer.contacts().size() > MOST) {
            return Optional.of(tooMany("contacts", customer.contacts().size()) + "those whom you speak to");
        }
        return customer.aliases().entrySet().stream()
                .filter(of -> of.getValue().stream().anyMatch(key -> Objects.isNull(key) || key.isBlank()))
                .findFirst()
                .map(of -> "aliases." + of.getKey() + ": a key is null or blank: leave it out");
    }

    private static String tooMany(String field, int many) {
        return field + ": there are " + many + ", and at most " + MOST + " are taken: give ";
    }
}
