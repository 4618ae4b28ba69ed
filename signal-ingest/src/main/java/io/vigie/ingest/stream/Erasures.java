package io.vigie.ingest.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

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
    private final AtomicLong learned = new AtomicLong();
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

    /**
     * Runs something about customers in a transaction that no erasure passes: they wait for its end.
     *
     * @throws NotAcknowledged when one of them was erased without our knowing, or not everybody has been told of it yet
     */
    <T> T undisturbed(Set<String> customers, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.hold();
            check(customers);
            return work.get();
        });
    }

    /** @throws NotAcknowledged when what happened then was overtaken by an erasure since it was taken in */
    void refuseOvertaken(String customer, Instant time) {
        if (since(customer, time)) {
            throw new NotAcknowledged("a customer was erased at the same moment", null);
        }
    }

    private void check(Set<String> customers) {
        List<ErasureRows.Known> erased =
                rows.of(customers.stream().map(this::digest).toList());
        if (!erased.stream().filter(this::remember).toList().isEmpty()) {
            keyring.forgetIf(customers::contains);
            throw new NotAcknowledged("a customer was erased at the same moment", null);
        }
        if (!erased.stream().allMatch(ErasureRows.Known::told)) {
            throw new NotAcknowledged("a customer is erased, and not everybody has been told yet", null);
        }
    }

    /** How many erasures were learned of: another number means that there are new ones. */
    long learned() {
        return learned.get();
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
        remember(new ErasureRows.Known(digest(customer), at, false));
        keyring.forgetIf(customer::equals);
    }

    /** @return whether it was not known */
    private boolean remember(ErasureRows.Known erasure) {
        newest.accumulateAndGet(erasure.at(), (one, other) -> one.isAfter(other) ? one : other);
        Instant before = known.put(erasure.digest(), erasure.at());
        boolean news = before == null || before.isBefore(erasure.at());
        if (news) {
            learned.incrementAndGet();
        }
        return news;
    }
}
