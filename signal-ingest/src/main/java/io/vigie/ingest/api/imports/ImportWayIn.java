package io.vigie.ingest.api.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.customers.CustomerWishes;
import io.vigie.ingest.api.customers.Learning;
import io.vigie.ingest.api.quarantine.WayIn;
import io.vigie.ingest.api.sources.KnownSources;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.FileImport;
import io.vigie.ingest.source.Lookup;
import io.vigie.ingest.source.Receiver;
import io.vigie.ingest.source.RefusedRow;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.UnreadableFile;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows of an imported file again: a small file with the header of the one that they came in. */
@ApplicationScoped
class ImportWayIn implements WayIn {
    private final KnownSources sources;
    private final SignalIntake intake;
    private final Identities identities;
    private final Learning learning;
    private final CustomerWishes wishes;
    private final InstantSource clock;
    private final Function<Source, Map<String, Lookup>> lookups;

    @Inject
    ImportWayIn(
            KnownSources sources,
            SignalIntake intake,
            Identities identities,
            Learning learning,
            CustomerWishes wishes,
            InstantSource clock) {
        this(sources, intake, identities, learning, wishes, clock, sources::lookupsOf);
    }

    private ImportWayIn(
            KnownSources sources,
            SignalIntake intake,
            Identities identities,
            Learning learning,
            CustomerWishes wishes,
            InstantSource clock,
            Function<Source, Map<String, Lookup>> lookups) {
        this.lookups = lookups;
        this.sources = sources;
        this.intake = intake;
        this.identities = identities;
        this.learning = learning;
        this.wishes = wishes;
        this.clock = clock;
    }

    @Override
    public Via via() {
        return Via.IMPORT;
    }

    /** Lookups may be as long as a customer base, and rows by the thousand need the same. */
    @Override
    public WayIn forMany() {
        Map<String, Map<String, Lookup>> loaded = new HashMap<>();
        return new ImportWayIn(
                sources,
                intake,
                identities,
                learning,
                wishes,
                clock,
                source -> loaded.computeIfAbsent(source.name(), _ -> sources.lookupsOf(source)));
    }

    @Override
    public Optional<Refusal> again(Quarantined what, byte[] body, Delivery delivery) {
        Yield yield = new Yield();
        try {
            Source source = sources.at(what.source());
            new FileImport(source, lookups.apply(source), intake, identities, clock.instant(), yield)
                    .run(new ByteArrayInputStream(body));
        } catch (UnreadableFile e) {
            return Optional.of(Reason.MALFORMED_ROW.because(String.valueOf(e.getMessage())));
        } catch (HttpProblem e) {
            return Optional.of(Problems.refusal(e, what));
        }
        return yield.refusal().or(() -> publish(what, yield, delivery));
    }

    private Optional<Refusal> publish(Quarantined what, Yield yield, Delivery delivery) {
        yield.customers.forEach(customer -> delivery.send(customer, what.source()));
        yield.signals.forEach(signal -> delivery.send(signal, what.at()));
        if (yield.customers.isEmpty() && yield.consents.isEmpty()) {
            return Optional.empty();
        }
        delivery.await();
        if (!yield.consents.isEmpty()) {
            wishes.consent(yield.consents, what.source());
        }
        return learning.from(yield.customers).values().stream().findFirst();
    }

    /** What the rows gave, held back until it is sure that none of them is refused. */
    private static final class Yield implements Receiver {
        private final List<Signal> signals = new ArrayList<>();
        private final List<Customer> customers = new ArrayList<>();
        private final List<Consented> consents = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();

        @Override
        public void take(Signal signal) {
            signals.add(signal);
        }

        @Override
        public void take(Customer customer) {
            customers.add(customer);
        }

        @Override
        public void take(Consented consented) {
            consents.add(consented);
        }

        @Override
        public void refuse(RefusedRow row) {
            refusals.add(row.why());
        }

        Optional<Refusal> refusal() {
            return signals.isEmpty() && customers.isEmpty() && consents.isEmpty() && refusals.isEmpty()
                    ? Optional.of(Reason.MALFORMED_ROW.because("there is no row to send"))
                    : refusals.stream().findFirst();
        }
    }
}
