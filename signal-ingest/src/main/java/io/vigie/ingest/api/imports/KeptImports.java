package io.vigie.ingest.api.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.imports.KeptFiles.Kept;
import io.vigie.ingest.api.sources.KnownSources;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.store.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Imports that nobody waits for: what was answered 202 is imported to its end, if need be after the broker or the process
 * was away. Of instances that share the folder one works on a file, by a lease.
 */
@ApplicationScoped
class KeptImports {
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final Duration LEASED_FOR = Duration.ofMinutes(1);
    private static final Duration ARRIVES_WITHIN = Duration.ofDays(1);

    private final KeptFiles files;
    private final KnownSources sources;
    private final Imports imports;
    private final Leases leases;
    private final ManagedExecutor background;
    private final InstantSource clock;

    KeptImports(
            IngestSettings settings,
            KnownSources sources,
            Imports imports,
            Leases leases,
            ManagedExecutor background,
            InstantSource clock,
            MeterRegistry meters) {
        this.files = new KeptFiles(settings.importFolder());
        this.sources = sources;
        this.imports = imports;
        this.leases = leases;
        this.background = background;
        this.clock = clock;
        Gauge.builder("vigie.imports.kept", files, KeptFiles::count)
                .description("files that were answered 202 and have not been imported to their end")
                .register(meters);
    }

    /** Returns when the file is kept and its import is known. */
    RunningImport begin(Source source, FileMark file) {
        UUID id = UUID.randomUUID();
        leases.take(lease(id), LEASED_FOR);
        Kept kept = files.keep(id, source.name(), file.body());
        try {
            if (!leases.take(lease(id), LEASED_FOR)) {
                throw Problems.of(UNAVAILABLE, "not-kept", "the file came too slowly to be kept: send it again");
            }
            RunningImport running = imports.begin(id, source, file.mark());
            background.execute(() -> work(kept, (_, content) -> hasEnded(running, content)));
            return running;
        } catch (RuntimeException e) {
            files.giveUp(kept);
            throw e;
        }
    }

    private void work(Kept kept, BiPredicate<Kept, InputStream> importer) {
        files.work(kept, importer);
        try {
            leases.giveBack(lease(kept.id()));
        } catch (RuntimeException e) {
            Log.debugf("a lease ends by itself: %s", e.getMessage());
        }
    }

    @Scheduled(every = "${vigie.import-folder-every:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUp() {
        try {
            files.tidy(clock.instant().minus(ARRIVES_WITHIN));
            for (Kept kept : files.waiting()) {
                if (leases.take(lease(kept.id()), LEASED_FOR) && files.take(kept)) {
                    background.execute(() -> work(kept, this::goOn));
                }
            }
        } catch (RuntimeException e) {
            Log.warnf("files that were taken are imported later: %s", e);
        }
    }

    /** While a long import runs, nobody else may take it up. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        try {
            files.atWork().forEach(id -> leases.take(lease(id), LEASED_FOR));
        } catch (RuntimeException e) {
            Log.warnf("whose turn an import is cannot be told now: %s", e);
        }
    }

    private boolean goOn(Kept kept, InputStream content) {
        try {
            return hasEnded(imports.goOn(kept.id(), sources.named(kept.source())), content);
        } catch (HttpProblem gone) {
            if (gone.getStatusCode() != NOT_FOUND) {
                throw gone;
            }
            imports.fail(kept.id(), String.valueOf(gone.getDetail()));
            return true;
        }
    }

    /** A file that cannot be read has come to its end too: its import says why. */
    private static boolean hasEnded(RunningImport running, InputStream content) {
        try {
            running.run(content);
        } catch (HttpProblem unreadable) {
            Log.warnf("import %s came to a bad end: %s", running.id(), unreadable.getDetail());
        }
        return true;
    }

    private static String lease(UUID id) {
        return "import " + id;
    }
}
