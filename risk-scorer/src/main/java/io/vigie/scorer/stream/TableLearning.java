package io.vigie.scorer.stream;

import io.quarkus.runtime.StartupEvent;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.fitting.TableLearner;
import io.vigie.scorer.learning.table.Lesson;
import io.vigie.scorer.learning.table.Preparing;
import io.vigie.scorer.learning.table.TableProblem;
import io.vigie.scorer.learning.table.TableQuestion;
import io.vigie.scorer.train.TrainingReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Learns a model from a table that somebody sends, beside the scoring; its file is kept until the next. */
@ApplicationScoped
public class TableLearning {
    private static final int CHUNK = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Fits fits;
    private final Clock clock;
    private final Path folder;
    private final Semaphore reading = new Semaphore(1);
    private final AtomicReference<Optional<Kept>> kept = new AtomicReference<>(Optional.empty());

    private record Kept(String fit, TableModelFile file) {}

    TableLearning(Fits fits, Clock clock, @ConfigProperty(name = "vigie.data", defaultValue = "./data") Path data) {
        this.fits = fits;
        this.clock = clock;
        this.folder = data.resolve("tables");
    }

    /** A table that was being read when this process was ended must not outlive an erasure. */
    void begin(@Observes StartupEvent start) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table, plain or gzipped, one at a time since each is held in memory; of the file nothing is kept.
     *
     * @param question asks of the file
     * @return nothing while another is read
     * @throws TableTooLarge where it holds more bytes than so many once it is unpacked
     * @throws TableProblem saying what keeps it from being learned from
     */
    public Optional<Lesson> read(InputStream table, long largest, Function<Path, TableQuestion> question) {
        if (!reading.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(readAlone(table, largest, question));
        } finally {
            reading.release();
        }
    }

    private Lesson readAlone(InputStream table, long largest, Function<Path, TableQuestion> question) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "table", ".csv");
            try {
                write(table, file, largest);
                return Preparing.prepare(question.apply(file));
            } catch (TableProblem problem) {
                throw new TableProblem(problem.why().replace(file.toString(), "the table"));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is packed is unpacked first: the limit is for what will have to be held. */
    private static void write(InputStream table, Path file, long largest) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        try (InputStream plain = plain(new BufferedInputStream(table));
                OutputStream out = Files.newOutputStream(file)) {
            for (int read = plain.read(chunk); read >= 0; read = plain.read(chunk)) {
                written += read;
                if (written > largest) {
                    throw new TableTooLarge(largest);
                }
                out.write(chunk, 0, read);
            }
        } catch (ZipException | EOFException e) {
            throw new TableProblem("the table is no whole gzip file: " + e.getMessage());
        }
    }

    private static InputStream plain(InputStream table) throws IOException {
        table.mark(2);
        boolean packed = table.read() == GZIP_FIRST && table.read() == GZIP_SECOND;
        table.reset();
        return packed ? new GZIPInputStream(table) : table;
    }

    /**
     * Begins to learn, and returns at once.
     *
     * @return the fit, or nothing where one is under way already
     */
    public Optional<FitJob> begin(Lesson lesson, long seed, String by) {
        return fits.begin("table", "learning", by, (begun, progress) -> {
            TableModelFile file =
                    Fits.onHalfTheMachine(() -> TableLearner.learn(lesson, seed, Growing.obstacle(), progress));
            kept.set(Optional.of(new Kept(begun.id(), file)));
            return new FitJob.Done(
                    begun.since(),
                    clock.instant(),
                    by,
                    file.id(),
                    begun.id(),
                    Optional.of(FitJob.OfTable.of(begun.id(), TrainingReport.of(file))));
        });
    }

    /** The model file that a fit came to here, while no later one did. */
    public Optional<TableModelFile> file(String fit) {
        return kept.get().filter(one -> one.fit().equals(fit)).map(Kept::file);
    }
}
