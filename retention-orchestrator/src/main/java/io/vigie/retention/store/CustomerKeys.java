package io.vigie.retention.store;

import io.vigie.events.customer.CustomerKey;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of customers as they were told: a card can be read as long as its key is here. */
@ApplicationScoped
public class CustomerKeys {
    private static final String KEEP = """
            INSERT INTO customer_key (customer, wrapped, at) VALUES (?, ?, ?)
            ON CONFLICT (customer) DO UPDATE SET wrapped = excluded.wrapped, at = excluded.at""";
    private static final String DESTROY = "DELETE FROM customer_key WHERE customer = ?";

    private final Database database;
    private final MasterKey masterKey;

    CustomerKeys(Database database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    /**
     * A customer's key, or that it is destroyed.
     *
     * @param key none where it is
     */
    public record KeyTold(String customer, Optional<CustomerKey> key, Instant at) {}

    /** Of what is told of one customer the last counts, because a key may follow one that was destroyed. */
    @Transactional
    public void take(List<KeyTold> keys) {
        Map<String, KeyTold> last = new TreeMap<>();
        keys.forEach(told -> last.put(told.customer(), told));
        List<Object[]> kept = new ArrayList<>();
        List<Object[]> destroyed = new ArrayList<>();
        for (KeyTold told : last.values()) {
            told.key()
                    .ifPresentOrElse(
                            key -> kept.add(new Object[] {told.customer(), key.wrapped(), told.at()}),
                            () -> destroyed.add(new Object[] {told.customer()}));
        }
        database.updateAll(KEEP, kept);
        database.updateAll(DESTROY, destroyed);
    }

    /** Nothing is deciphered with a key that is destroyed, unknown or not ours. */
    Optional<CustomerCipher> cipher(String customer, Optional<String> wrapped) {
        return wrapped.flatMap(key -> masterKey.unwrap(customer, new CustomerKey(key)));
    }
}
