package io.vigie.retention.store;

import io.vigie.events.customer.CustomerKey;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** In the order in which they were told, because a key may follow one that was destroyed. */
    @Transactional
    public void take(List<KeyTold> keys) {
        for (KeyTold told : keys) {
            told.key()
                    .ifPresentOrElse(
                            key -> database.update(KEEP, told.customer(), key.wrapped(), told.at()),
                            () -> database.update(DESTROY, told.customer()));
        }
    }

    /** Nothing is deciphered with a key that is destroyed, unknown or not ours. */
    Optional<CustomerCipher> cipher(String customer, Optional<String> wrapped) {
        return wrapped.flatMap(key -> masterKey.unwrap(customer, new CustomerKey(key)));
    }
}
