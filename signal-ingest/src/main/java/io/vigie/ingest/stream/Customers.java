package io.vigie.ingest.stream;

import io.vigie.events.customer.CustomerKey;
import io.vigie.ingest.store.CustomerFile.Given;
import io.vigie.ingest.store.CustomerFile.Telling;
import io.vigie.privacy.CustomerCipher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What must be known of customers before something personal about them can go out. */
interface Customers {
    /** A cipher that costs nothing to find. */
    Optional<CustomerCipher> atHand(String customer);

    /**
     * The ciphers of all of them; whoever has none is given one.
     *
     * @param telling returns when the broker has the keys that it is given
     * @throws NotAcknowledged when they cannot be had now
     */
    Map<String, CustomerCipher> open(Set<String> customers, Consumer<Map<String, CustomerKey>> telling);

    /**
     * Files enciphered records.
     *
     * @param telling is given for each of them what to tell of the customer, and returns when the broker has it
     * @throws NotAcknowledged when they cannot be filed or told now
     */
    void file(List<Given> records, Consumer<List<Telling>> telling);

    /**
     * Files what customers wish.
     *
     * @param filing files it, and answers what to tell of each
     * @param telling is given that, and returns when the broker has it
     * @throws NotAcknowledged when it cannot be filed or told now
     */
    void wish(Set<String> customers, Supplier<List<Telling>> filing, Consumer<List<Telling>> telling);
}
