package io.vigie.ingest.stream;

import io.vigie.events.customer.CustomerKey;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.CustomerFile.Given;
import io.vigie.ingest.store.CustomerFile.Telling;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.store.DatabaseTrouble;
import io.vigie.privacy.CustomerCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Customers as the database knows them; while it is away nothing is promised, as without the broker. What is made, filed
 * or told of a customer is done while no erasure can pass, so that none of it comes after one that should end it.
 */
@ApplicationScoped
class KnownCustomers implements Customers {
    private final Keyring keyring;
    private final CustomerFile file;
    private final Erasures erasures;

    KnownCustomers(Keyring keyring, CustomerFile file, Erasures erasures) {
        this.keyring = keyring;
        this.file = file;
        this.erasures = erasures;
    }

    @Override
    public Optional<CustomerCipher> atHand(String customer) {
        return keyring.atHand(customer);
    }

    @Override
    public Map<String, CustomerCipher> open(Set<String> customers, Consumer<Map<String, CustomerKey>> telling) {
        return fromDatabase(() -> {
            Map<String, CustomerCipher> ciphers = new HashMap<>(keyring.open(customers));
            Set<String> others = customers.stream()
                    .filter(customer -> !ciphers.containsKey(customer))
                    .collect(Collectors.toSet());
            if (!others.isEmpty()) {
                erasures.undisturbed(others, () -> keyring.mint(others));
                ciphers.putAll(erasures.undisturbed(others, () -> keyring.tell(others, telling)));
            }
            return ciphers;
        });
    }

    @Override
    public void file(List<Given> records, Consumer<List<Telling>> telling) {
        Set<String> customers = records.stream().map(each -> each.record().id()).collect(Collectors.toSet());
        List<Telling> filed = fromDatabase(() -> erasures.undisturbed(customers, () -> {
            records.forEach(each ->
                    erasures.refuseOvertaken(each.record().id(), each.record().time()));
            return file.take(records);
        }));
        tell(customers, filed, telling);
    }

    /** What was filed and could not be told stays marked, and is told soon after. */
    @Override
    public void wish(Set<String> customers, Supplier<List<Telling>> filing, Consumer<List<Telling>> telling) {
        List<Telling> filed = fromDatabase(() -> erasures.undisturbed(customers, filing));
        tell(customers, filed, tellings -> {
            telling.accept(tellings);
            file.told(customers);
        });
    }

    /** What was filed is told while nobody else can tell of the same customers: the last told is the last filed. */
    private void tell(Set<String> customers, List<Telling> filed, Consumer<List<Telling>> telling) {
        fromDatabase(() -> erasures.undisturbed(customers, () -> {
            telling.accept(file.current(filed));
            return filed;
        }));
    }

    private static <T> T fromDatabase(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (NotAcknowledged | DatabaseAway e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw new NotAcknowledged("the database does not answer", e);
            }
            throw e;
        }
    }
}
