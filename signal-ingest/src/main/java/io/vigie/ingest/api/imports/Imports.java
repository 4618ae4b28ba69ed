package io.vigie.ingest.api.imports;

import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.api.customers.ConsentBuffer;
import io.vigie.ingest.api.customers.CustomerWishes;
import io.vigie.ingest.api.customers.LearnedAliases;
import io.vigie.ingest.api.customers.Learning;
import io.vigie.ingest.api.sources.KnownSources;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.FileImport;
import io.vigie.ingest.source.Receiver;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.store.ImportJobs;
import io.vigie.ingest.store.ImportReports;
import io.vigie.ingest.store.RefusedRows;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins imports, whether their files come by request or by the drop folder. */
@ApplicationScoped
class Imports {
    private static final Duration STALLED = Duration.ofMinutes(2);

    private final KnownSources sources;
    private final SignalIntake intake;
    private final Identities identities;
    private final Publisher publisher;
    private final Learning learning;
    private final CustomerWishes wishes;
    private final ImportJobs jobs;
    private final ImportReports reports;
    private final RefusedRows refused;
    private final InstantSource clock;
    private final Counters counters;

    Imports(
            KnownSources sources,
            SignalIntake intake,
            Identities identities,
            Publisher publisher,
            Learning learning,
            CustomerWishes wishes,
            ImportJobs jobs,
            ImportReports reports,
            RefusedRows refused,
            InstantSource clock,
            Counters counters) {
        this.sources = sources;
        this.intake = intake;
        this.identities = identities;
        this.publisher = publisher;
        this.learning = learning;
        this.wishes = wishes;
        this.jobs = jobs;
        this.reports = reports;
        this.refused = refused;
        this.clock = clock;
        this.counters = counters;
    }

    /**
     * @param file what tells this file from others of the source, so that a cut import of it is taken up
     */
    RunningImport begin(Source source, Optional<String> file) {
        return begin(UUID.randomUUID(), source, file);
    }

    RunningImport begin(UUID id, Source source, Optional<String> file) {
        Optional<String> told = gathers(source) ? Optional.empty() : file;
        return running(source, id, () -> jobs.begin(id, source.name(), told, clock.instant()));
    }

    /** Goes on with an import whose file was kept. */
    RunningImport goOn(UUID id, Source source) {
        return running(source, id, () -> jobs.goOn(id, source.name(), gathers(source), clock.instant()));
    }

    /** Ends an import that nothing can go on with. */
    void fail(UUID id, String why) {
        jobs.fail(id, why, clock.instant());
    }

    private RunningImport running(Source source, UUID id, Supplier<ImportJobs.Begun> beginning) {
        Delivery delivery = publisher.begin();
        LearnedAliases aliases = new LearnedAliases(learning, source.uri(), delivery, clock);
        RefusedBuffer refusals = new RefusedBuffer(id, refused);
        ConsentBuffer consents = new ConsentBuffer(wishes, source.uri());
        FileImport rows = over(
                source,
                new PublishedRows(
                        source.uri(), source.spec().contentType(), delivery, aliases, consents, refusals::add, clock));
        ImportJobs.Begun begun = beginning.get();
        begun.before().ifPresent(before -> rows.goOnFrom(before, begun.digest()));
        refusals.goOnFrom(begun.refusedKept());
        return new RunningImport(
                begun.job(),
                rows,
                gathers(source),
                jobs,
                report -> reports.keep(report, clock.instant()),
                new CountedRows(counters, begun.before()),
                clock,
                () -> {
                    aliases.finish();
                    consents.flush();
                    refusals.flush();
                    delivery.await();
                    return refusals.position();
                });
    }

    private static boolean gathers(Source source) {
        return !source.spec().groupBy().isEmpty();
    }

    /** The rows of one file on their way to a receiver. */
    FileImport over(Source source, Receiver receiver) {
        return new FileImport(source, sources.lookupsOf(source), intake, identities, clock.instant(), receiver);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cutStalled() {
        jobs.cutStalled(clock.instant().minus(STALLED));
    }
}
