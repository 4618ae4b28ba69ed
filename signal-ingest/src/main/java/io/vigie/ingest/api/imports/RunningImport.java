package io.vigie.ingest.api.imports;

import io.vigie.ingest.api.answers.CountedBytes;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.source.FileImport;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.source.Progress;
import io.vigie.ingest.source.UnreadableFile;
import io.vigie.ingest.source.Unzipped;
import io.vigie.ingest.store.ImportJob;
import io.vigie.ingest.store.ImportJobs;
import io.vigie.ingest.stream.TooLargeToSend;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One import on its way: every some thousand rows all is made safe and the progress kept. */
final class RunningImport implements Progress {
    private static final int CHECKED_EVERY = 5_000;
    private static final int UNPROCESSABLE = 422;
    private static final String TOO_LARGE = "one of its rows or groups is larger than the broker takes: split it";

    private final ImportJob job;
    private final FileImport file;
    private final boolean gathers;
    private final ImportJobs jobs;
    private final Consumer<ImportReport> keeper;
    private final CountedRows counted;
    private final InstantSource clock;
    private final LongSupplier makeSafe;
    private long rows;
    private long bytes;
    private long steps;

    /**
     * @param makeSafe returns when the broker has everything, and the database what was refused: how many entries
     */
    RunningImport(
            ImportJob job,
            FileImport file,
            boolean gathers,
            ImportJobs jobs,
            Consumer<ImportReport> keeper,
            CountedRows counted,
            InstantSource clock,
            LongSupplier makeSafe) {
        this.job = job;
        this.file = file;
        this.gathers = gathers;
        this.jobs = jobs;
        this.keeper = keeper;
        this.counted = counted;
        this.clock = clock;
        this.makeSafe = makeSafe;
        this.rows = job.skipped();
    }

    UUID id() {
        return job.id();
    }

    long skipped() {
        return job.skipped();
    }

    @Override
    public void read(long soFar) {
        rows = soFar;
        if (++steps % CHECKED_EVERY == 0) {
            passed();
        }
    }

    /**
     * Reads the file to its end; returns when the broker has everything.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem with the report so far, when the file cannot be read on
     */
    ImportReport run(InputStream body) {
        try {
            return read(body);
        } catch (UnreadableFile e) {
            boolean cut = e.getCause() instanceof IOException;
            finish(cut ? ImportJob.State.CUT : ImportJob.State.FAILED, Optional.ofNullable(e.getMessage()));
            ImportReport report = kept();
            throw Problems.builder(UNPROCESSABLE, "unreadable-file", String.valueOf(e.getMessage()))
                    .with("report", report)
                    .build();
        } catch (TooLargeToSend e) {
            finish(ImportJob.State.FAILED, Optional.of(TOO_LARGE));
            throw Problems.of(Reason.TOO_LARGE.because(TOO_LARGE));
        } catch (RuntimeException e) {
            finish(ImportJob.State.CUT, Optional.of(ImportJobs.INTERRUPTED));
            throw e;
        }
    }

    private ImportReport read(InputStream body) {
        CountedBytes counted = new CountedBytes(body);
        try {
            file.run(Unzipped.of(counted), job.skipped(), soFar -> {
                bytes = counted.count();
                read(soFar);
            });
        } catch (UnreadableFile e) {
            passed();
            throw e;
        }
        bytes = counted.count();
        passed();
        finish(ImportJob.State.DONE, Optional.empty());
        return kept();
    }

    private ImportReport kept() {
        ImportReport report = report();
        keeper.accept(report);
        return report;
    }

    private ImportReport report() {
        return file.report(job.id().toString());
    }

    private void passed() {
        long refused = makeSafe.getAsLong();
        ImportReport soFar = report();
        jobs.passed(job.id(), rows, bytes, gathers ? 0 : rows, soFar, refused, file.digest(), clock.instant());
        counted.upTo(soFar);
    }

    private void finish(ImportJob.State state, Optional<String> failure) {
        jobs.finish(job.id(), state, rows, bytes, failure, clock.instant());
    }
}
