package io.vigie.ingest.api.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.sources.KnownSources;
import io.vigie.ingest.store.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Imports what lands in a folder: {@code in/<source>/} holds what is to come, {@code done} and {@code failed} what was
 * taken up, each file with its report beside it.
 *
 * <p>A file stays where it landed until its import has ended, so a crash leaves it to be taken up again. Of the
 * instances that share a folder one works it, by a lease under the id that the folder itself holds.
 */
@ApplicationScoped
class DropFolder {
    private static final String NAMED_BY = ".vigie-folder";
    private static final Duration LEASED_FOR = Duration.ofMinutes(1);

    private final Optional<Path> folder;
    private final Optional<DroppedFiles> files;
    private final Leases leases;

    DropFolder(IngestSettings settings, KnownSources sources, Imports imports, Leases leases, MeterRegistry meters) {
        this.folder = settings.dropFolder();
        this.leases = leases;
        this.files = folder.map(there -> new DroppedFiles(
                there, settings.dropFolderQuiet(), System::nanoTime, (source, told, content) -> imports.begin(
                                sources.named(source), Optional.of(told))
                        .run(content)));
        files.ifPresent(there -> Gauge.builder("vigie.drop-folder.stuck", there, DroppedFiles::stuck)
                .description(
                        "files and folders that could not be read, imported or moved away when they were last taken up")
                .register(meters));
    }

    @Scheduled(every = "${vigie.drop-folder-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        folder.filter(this::isOurs).ifPresent(there -> {
            try {
                files.orElseThrow().look();
            } catch (IOException | RuntimeException e) {
                Log.warnf("the drop folder %s is looked at again soon: %s", there, e);
            }
        });
    }

    /** While a long import runs, no look renews the lease. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        folder.ifPresent(this::isOurs);
    }

    private boolean isOurs(Path there) {
        try {
            return leases.take(name(there), LEASED_FOR);
        } catch (IOException | RuntimeException e) {
            Log.warnf("whose turn the drop folder %s is cannot be told now: %s", there, e);
            return false;
        }
    }

    void stop(@Observes ShutdownEvent end) {
        folder.ifPresent(there -> {
            try {
                leases.giveBack(name(there));
            } catch (IOException | RuntimeException e) {
                Log.debugf("the lease of the drop folder %s ends by itself: %s", there, e);
            }
        });
    }

    /** The same wherever the folder is mounted; folders of the same path on different machines have different ones. */
    private static String name(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(NAMED_BY);
        if (Files.notExists(file)) {
            String id = UUID.randomUUID().toString();
            Path whole = Files.writeString(folder.resolve(NAMED_BY + "-" + id), id);
            try {
                Files.move(whole, file);
            } catch (FileAlreadyExistsException another) {
                Files.delete(whole);
            }
        }
        return "drop-folder " + Files.readString(file).strip();
    }
}
