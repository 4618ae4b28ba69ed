package io.vigie.ingest.stream;

import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.DatabaseTrouble;
import io.vigie.privacy.CustomerCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Customers as the database knows them; while it is away nothing is promised, as without the broker. */
@ApplicationScoped
class KnownCustomers implements Customers {
    private final Keyring keyring;
    private final CustomerFile file;

    KnownCustomers(Keyring keyring, CustomerFile file) {
        this.keyring = keyring;
        this.file = file;
    }

    @Override
    public Optional<CustomerCipher> atHand(String customer) {
        return keyring.atHand(customer);
    }

    @Override
    public Keyring.Opened open(Set<String> customers) {
        return fromDatabase(() -> keyring.open(customers));
    }

    @Override
    public void told(Keyring.Opened opened) {
        fromDatabase(() -> {
            keyring.told(opened);
            return opened;
        });
    }

    @Override
    public List<CustomerFile.Telling> file(List<CustomerFile.Given> records) {
        return fromDatabase(() -> file.take(records));
    }

    private static <T> T fromDatabase(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw new NotAcknowledged("the database does not answer: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
