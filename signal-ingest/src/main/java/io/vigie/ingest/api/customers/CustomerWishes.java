package io.vigie.ingest.api.customers;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Customer;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Wishes;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.CustomerFile.Telling;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.stream.NotAcknowledged;
import io.vigie.ingest.stream.Publisher;
import io.vigie.ingest.stream.TooLargeToSend;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes what customers wish, and tells it at once with all that is known of them. */
@ApplicationScoped
public class CustomerWishes {
    private final CustomerFile file;
    private final Publisher publisher;
    private final InstantSource clock;

    CustomerWishes(CustomerFile file, Publisher publisher, InstantSource clock) {
        this.file = file;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Returns when the broker has it. */
    public void consent(String customer, List<Consent> consents) {
        told(customer, () -> file.consent(Map.of(customer, consents), CustomerRecords.SOURCE, clock.instant()));
    }

    /** Whether they object, be it by their own word or by their record. */
    WishesResource.Objects objects(String customer) {
        Wishes said = file.wishesOf(customer);
        Optional<Wishes.Objection> own = said.objection();
        boolean record = file.find(customer).filter(Customer::objection).isPresent();
        return new WishesResource.Objects(
                said.objects() || record,
                own.map(Wishes.Objection::at),
                own.flatMap(Wishes.Objection::proof),
                record && !said.objects());
    }

    List<Consent> consents(String customer) {
        return file.wishesOf(customer).consents();
    }

    /** Returns when the broker has it. */
    void object(String customer, Wishes.Objection objection) {
        told(customer, () -> file.object(customer, objection, CustomerRecords.SOURCE, clock.instant()));
    }

    /**
     * The same of many customers at once.
     *
     * @param source who said so
     */
    public void consent(Collection<Consented> said, String source) {
        Map<String, List<Consent>> byCustomer = said.stream()
                .collect(Collectors.groupingBy(
                        Consented::customer, Collectors.mapping(Consented::consent, Collectors.toList())));
        publisher.begin().wish(byCustomer.keySet(), () -> file.consent(byCustomer, source, clock.instant()));
    }

    /** An answer may have been 503 and nobody come back: what a person wished holds all the same. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellWhatWasLeft() {
        try {
            file.untold().forEach(this::tellAgain);
        } catch (DatabaseAway e) {
            Log.warnf("wishes are not told yet, and are tried again soon: %s", e.getMessage());
        }
    }

    /** One that cannot be told holds up nobody else's. */
    private void tellAgain(String customer) {
        try {
            told(customer, () -> file.again(customer));
        } catch (NotAcknowledged | TooLargeToSend | DatabaseAway e) {
            Log.warnf("a wish is not told yet, and is tried again soon: %s", e.getMessage());
        }
    }

    private void told(String customer, Supplier<List<Telling>> filing) {
        publisher.begin().wish(Set.of(customer), filing);
    }
}
