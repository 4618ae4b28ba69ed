package io.vigie.ingest.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.events.customer.CustomerKey;
import io.vigie.ingest.store.CustomerKeys;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The customers' ciphers: at hand for whom it has met, asked for or made for a whole batch of others at once. */
@ApplicationScoped
public class Keyring {
    /** What a cipher takes of the heap, measured. */
    private static final long CIPHER_BYTES = 1_200;
    /** Of the heap, so that an import of however many customers leaves room for all else. */
    private static final double SHARE_OF_HEAP = 0.125;

    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

    private final MasterKey master;
    private final CustomerKeys keys;
    private final InstantSource clock;
    private final Cache<String, CustomerCipher> atHand = Caffeine.newBuilder()
            .maximumSize(atHand(Runtime.getRuntime().maxMemory()))
            .expireAfterWrite(ASKED_AGAIN)
            .build();
    private final AtomicLong forgotten = new AtomicLong();

    Keyring(MasterKey master, CustomerKeys keys, InstantSource clock) {
        this.master = master;
        this.keys = keys;
        this.clock = clock;
    }

    /** How many ciphers stay at hand with a heap of so many bytes. */
    static long atHand(long heap) {
        return (long) (heap * SHARE_OF_HEAP / CIPHER_BYTES);
    }

    /** The cipher of a customer who has a key; it makes none. */
    public Optional<CustomerCipher> find(String customer) {
        return atHand(customer)
                .or(() -> Optional.ofNullable(keys.find(Set.of(customer)).get(customer))
                        .map(kept -> unwrapped(customer, kept.key())));
    }

    Optional<CustomerCipher> atHand(String customer) {
        return Optional.ofNullable(atHand.getIfPresent(customer));
    }

    /** The ciphers of those who have a key that everybody can read. */
    Map<String, CustomerCipher> open(Set<String> customers) {
        Map<String, CustomerCipher> ciphers = new HashMap<>();
        Set<String> missing = new HashSet<>();
        customers.forEach(customer ->
                atHand(customer).ifPresentOrElse(cipher -> ciphers.put(customer, cipher), () -> missing.add(customer)));
        if (!missing.isEmpty()) {
            long before = forgotten.get();
            Map<String, CustomerKeys.Kept> kept = keys.find(missing);
            kept.values().removeIf(key -> !key.told());
            ciphers.putAll(remembered(kept, before));
        }
        return ciphers;
    }

    /** Makes a key for whoever has none. */
    Map<String, CustomerKeys.Kept> mint(Set<String> customers) {
        Map<String, CustomerKeys.Kept> found = keys.find(customers);
        if (found.size() == customers.size()) {
            return found;
        }
        Map<String, CustomerKey> fresh = new HashMap<>();
        customers.stream()
                .filter(customer -> !found.containsKey(customer))
                .forEach(customer -> fresh.put(customer, master.mint(customer)));
        keys.keep(fresh, clock.instant());
        return keys.find(customers);
    }

    /**
     * The ciphers of customers whose keys are made; no erasure may pass meanwhile.
     *
     * @param telling returns when everybody can read the keys that it is given
     * @throws NotAcknowledged when one of them was erased since
     */
    Map<String, CustomerCipher> tell(Set<String> customers, Consumer<Map<String, CustomerKey>> telling) {
        long before = forgotten.get();
        Map<String, CustomerKeys.Kept> kept = keys.find(customers);
        if (kept.size() < customers.size()) {
            throw new NotAcknowledged("a customer was erased at the same moment", null);
        }
        Map<String, CustomerKey> untold = new HashMap<>();
        kept.forEach((customer, key) -> {
            if (!key.told()) {
                untold.put(customer, key.key());
            }
        });
        if (!untold.isEmpty()) {
            telling.accept(untold);
            keys.told(untold.keySet());
        }
        return remembered(kept, before);
    }

    /** Lets go of ciphers whose keys are destroyed. */
    public void forgetIf(Predicate<String> erased) {
        forgotten.incrementAndGet();
        atHand.asMap().keySet().removeIf(erased);
    }

    /** A cipher that is no customer's, and is told to nobody. */
    CustomerCipher own(String name) {
        return Optional.ofNullable(mint(Set.of(name)).get(name))
                .map(kept -> unwrapped(name, kept.key()))
                .orElseThrow();
    }

    /** They stay at hand, unless some were forgotten since they were read: those may be among them. */
    private Map<String, CustomerCipher> remembered(Map<String, CustomerKeys.Kept> kept, long forgottenBefore) {
        Map<String, CustomerCipher> ciphers = new HashMap<>();
        kept.forEach((customer, key) -> ciphers.put(customer, unwrapped(customer, key.key())));
        atHand.putAll(ciphers);
        if (forgotten.get() != forgottenBefore) {
            atHand.invalidateAll(ciphers.keySet());
        }
        return ciphers;
    }

    private CustomerCipher unwrapped(String customer, CustomerKey key) {
        return master.unwrap(customer, key)
                .orElseThrow(() -> new IllegalStateException("a customer's key is wrapped by another master key: give"
                        + " that one too, after the new one, in vigie.privacy.master-keys"));
    }
}
