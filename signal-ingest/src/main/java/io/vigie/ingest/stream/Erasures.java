package io.vigie.ingest.stream;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.intake.Erased;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.privacy.CustomerCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who has been erased and when, as digests in memory: what happened before must not come in again, whichever instance
 * it comes to. The digest is made with a key of the service's own, since anybody can try all ids of a company.
 */
@ApplicationScoped
public class Erasures implements Erased {
    /** No customer has this id. */
    private static final String OURSELVES = "";

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final ErasureRows rows;
    private final Keyring keyring;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<CustomerCipher> own = new AtomicReference<>();

    Erasures(ErasureRows rows, Keyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    /** Also fails at once where the master key is not the one that wrapped the keys in the database. */
    void begin(@Observes StartupEvent start) {
        own.set(keyring.own(OURSELVES));
        rows.since(Instant.EPOCH).forEach(this::remember);
    }

    /** What other instances erased. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        Instant last = newest.get();
        Instant from = last.equals(Instant.MIN) ? Instant.EPOCH : last.minus(CLOCKS_DIFFER_BY);
        boolean news = false;
        for (ErasureRows.Known erasure : rows.since(from)) {
            news |= remember(erasure);
        }
        if (news) {
            keyring.forgetIf(customer -> known.containsKey(digest(customer)));
        }
    }

    @Override
    public boolean since(String customer, Instant time) {
        if (time.isAfter(newest.get())) {
            return false;
        }
        Instant erased = known.get(digest(customer));
        return erased != null && !time.isAfter(erased);
    }

    /** When somebody of that id was erased last. */
    Optional<Instant> of(String customer) {
        return Optional.ofNullable(known.get(digest(customer)));
    }

    /** What stands for a customer without telling who it is. */
    public String digest(String customer) {
        try {
            String keyed = own.get().encipher("/erased", customer);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(keyed.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** That somebody is erased here and now. */
    public void learn(String customer, Instant at) {
        remember(new ErasureRows.Known(digest(customer), at));
        keyring.forgetIf(customer::equals);
    }

    /** @return whether it was not known */
    private boolean remember(ErasureRows.Known erasure) {
        newest.accumulateAndGet(erasure.at(), (one, other) -> one.isAfter(other) ? one : other);
        Instant before = known.put(erasure.digest(), erasure.at());
        return before == null || before.isBefore(erasure.at());
    }
}
