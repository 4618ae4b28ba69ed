package io.vigie.local.feeding;

import io.vigie.local.dataset.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends a history again as its signals would have come in: over all files in order of time, or as untidily as asked. */
final class Replay {
    private static final int LINES_A_REQUEST = 20_000;
    private static final String CUSTOMERS = "customers";
    private static final String SIGNALS = "cloudevents";

    private final Ingest ingest;
    private final Meter meter;
    private final ReplayPlan plan;
    private final Path folder;

    Replay(Ingest ingest, Meter meter, ReplayPlan plan, Path folder) {
        this.ingest = ingest;
        this.meter = meter;
        this.plan = plan;
        this.folder = folder;
    }

    ImportReport run(Dataset dataset) {
        dataset.lookups().forEach(ingest::upload);
        Converted converted = new Converted();
        dataset.files().forEach(file -> convert(file, converted));
        ImportReport customers = send(CUSTOMERS, converted.customers(), Integer.MAX_VALUE);
        List<String> signals = converted.signalsInOrder();
        List<String> sent =
                Deliveries.of(signals.size(), plan).stream().map(signals::get).toList();
        ImportReport accepted = send(SIGNALS, sent, plan.rate().orElse(Integer.MAX_VALUE));
        return converted.report().published(accepted.accepted(), customers.customers());
    }

    private void convert(Dataset.SourceFile file, Converted converted) {
        Path answer = folder.resolve("converted.ndjson");
        try {
            ingest.convert(file, answer);
            converted.add(answer);
            Files.delete(answer);
        } catch (IOException stuck) {
            throw new UncheckedIOException(answer + " cannot be deleted", stuck);
        }
    }

    private ImportReport send(String source, List<String> lines, double rate) {
        int chunk = (int) Math.clamp(Math.ceil(rate), 1, LINES_A_REQUEST);
        ImportReport sum = ImportReport.NOTHING;
        long began = System.nanoTime();
        try (Meter.Count count = meter.pieces(source, lines.size())) {
            for (int from = 0; from < lines.size(); from += chunk) {
                List<String> some = lines.subList(from, Math.min(lines.size(), from + chunk));
                sum = sum.plus(ingest.importLines(source, String.join("", some)));
                count.at(from + some.size());
                keepTo(rate, from + some.size(), began);
            }
        }
        return sum;
    }

    private static void keepTo(double rate, int sent, long began) {
        long due = began + (long) (sent / rate * Duration.ofSeconds(1).toNanos());
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Unexpected("the replay was interrupted");
        }
    }
}
