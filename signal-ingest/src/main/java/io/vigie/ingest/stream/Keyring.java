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
import java.util.function.Predicate;

/** The customers' ciphers: at hand for whom it has met, asked for or made for a whole batch of others at once. */
@ApplicationScoped
public class Keyring {
    private static final int AT_HAND = 200_000;
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

    private final MasterKey master;
    private final CustomerKeys keys;
    private final InstantSource clock;
    private final Cache<String, CustomerCipher> atHand = Caffeine.newBuilder()
            .maximumSize(AT_HAND)
            .expireAfterWrite(ASKED_AGAIN)
            .build();

    Keyring(MasterKey master, CustomerKeys keys, InstantSource clock) {
        this.master = master;
        this.keys = keys;
        this.clock = clock;
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

    /** The ciphers of all of them, each with a key of its own from now on. */
    Opened open(Set<String> customers) {
        Map<String, CustomerCipher> ciphers = new HashMap<>();
        Set<String> missing = new HashSet<>();
        customers.forEach(customer ->
                atHand(customer).ifPresentOrElse(cipher -> ciphers.put(customer, cipher), () -> missing.add(customer)));
        Map<String, CustomerKey> untold = new HashMap<>();
        if (!missing.isEmpty()) {
            kept(missing).forEach((customer, kept) -> {
                ciphers.put(customer, unwrapped(customer, kept.key()));
                if (kept.told()) {
                    atHand.put(customer, ciphers.get(customer));
                } else {
                    untold.put(customer, kept.key());
                }
            });
        }
        return new Opened(ciphers, untold);
    }

    /** Those keys stand on their topic now. */
    void told(Opened opened) {
        keys.told(opened.untold().keySet());
        opened.untold()
                .keySet()
                .forEach(customer -> atHand.put(customer, opened.ciphers().get(customer)));
    }

    /** Lets go of ciphers whose keys are destroyed. */
    public void forgetIf(Predicate<String> erased) {
        atHand.asMap().keySet().removeIf(erased);
    }

    /** A cipher that is no customer's, and is told to nobody. */
    CustomerCipher own(String name) {
        return open(Set.of(name)).ciphers().get(name);
    }

    private Map<String, CustomerKeys.Kept> kept(Set<String> customers) {
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

    private CustomerCipher unwrapped(String customer, CustomerKey key) {
        return master.unwrap(customer, key)
                .orElseThrow(() -> new IllegalStateException("a customer's key is wrapped by another master key: give"
                        + " that one too, after the new one, in vigie.privacy.master-keys"));
    }

    /**
     * @param untold the keys among theirs that must be told before the first record that needs them
     */
    record Opened(Map<String, CustomerCipher> ciphers, Map<String, CustomerKey> untold) {
        static final Opened NONE = new Opened(Map.of(), Map.of());
    }
}
