package io.vigie.retention.store;

import io.vigie.privacy.CustomerCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shuts what is personal up under its customer's key, so that it goes when the key is destroyed. */
@ApplicationScoped
class Seal {
    private static final String KEY = "SELECT wrapped FROM customer_key WHERE customer = ?";

    private final Database database;
    private final CustomerKeys keys;

    Seal(Database database, CustomerKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The customer's own cipher; none once their key is destroyed, or before it was told. */
    Optional<CustomerCipher> of(String customer) {
        Optional<String> wrapped = database.rows(KEY, row -> row.text("wrapped"), customer).stream()
                .findFirst();
        return keys.cipher(customer, wrapped);
    }

    Optional<String> open(String customer, String place, Optional<String> shut) {
        return shut.flatMap(text -> of(customer).flatMap(cipher -> cipher.decipher(place, text)));
    }
}
