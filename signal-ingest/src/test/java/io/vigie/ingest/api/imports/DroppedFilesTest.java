package io.vigie.ingest.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFilesTest {
    private static final Duration QUIET = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> imported = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Test
    void anUploadThatPausesIsWaitedFor() throws IOException {
        DroppedFiles files = files();
        Path file = land("crm/a.csv", "1\n");
        looks(files, Duration.ofSeconds(29));
        append(file, "2\n");
        looks(files, Duration.ofSeconds(29));
        assertThat(imported).isEmpty();

        looks(files, QUIET);
        assertThat(imported).containsExactly("1\n2\n");
        assertThat(folder.resolve("done/crm/a.csv")).hasContent("1\n2\n");
    }

    @Test
    void aFileThatGrowsWhileItIsImportedIsImportedAgainWhole() throws IOException {
        DroppedFiles files = files();
        Path file = land("crm/a.csv", "1\n");
        meanwhile = () -> append(file, "2\n");
        files.look();
        looks(files, QUIET);
        assertThat(file).exists();
        assertThat(folder.resolve("done/crm/a.csv")).doesNotExist();

        meanwhile = () -> {};
        looks(files, Duration.ZERO);
        looks(files, QUIET);
        assertThat(imported).containsExactly("1\n", "1\n2\n");
        assertThat(folder.resolve("done/crm/a.csv")).hasContent("1\n2\n");
    }

    @Test
    void aFileThatCannotBeMovedIsImportedOnceAndHoldsUpNoOther() throws IOException {
        DroppedFiles files = files();
        land("aaa/a.csv", "1\n");
        land("crm/b.csv", "2\n");
        Path occupied = Files.createDirectories(folder.resolve("done/crm")).resolve("b.csv.report.json");
        Files.createDirectories(occupied);
        Files.writeString(Files.createDirectories(folder.resolve("done")).resolve("aaa"), "no folder");
        land("zzz/c.csv", "3\n");

        files.look();
        looks(files, QUIET);
        looks(files, QUIET);
        assertThat(imported).containsExactly("2\n", "3\n");
        assertThat(folder.resolve("done/zzz/c.csv")).exists();
        assertThat(files.stuck()).isEqualTo(2);

        Files.delete(occupied);
        Files.delete(folder.resolve("done/aaa"));
        looks(files, QUIET);
        assertThat(imported).containsExactly("2\n", "3\n", "1\n");
        assertThat(folder.resolve("done/crm/b.csv")).exists();
        assertThat(folder.resolve("done/aaa/a.csv")).exists();
        assertThat(files.stuck()).isZero();
    }

    @Test
    void aFolderThatCannotBeReadHoldsUpNoOtherAndIsSeen() throws IOException {
        DroppedFiles files = files();
        Path closed = land("aaa/a.csv", "1\n").getParent();
        land("crm/b.csv", "2\n");
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(closed);
        Files.setPosixFilePermissions(closed, Set.of());
        assumeFalse(Files.isReadable(closed), "whoever runs this reads everything");

        files.look();
        looks(files, QUIET);
        assertThat(imported).containsExactly("2\n");
        assertThat(files.stuck()).isEqualTo(1);

        Files.setPosixFilePermissions(closed, open);
        looks(files, Duration.ZERO);
        looks(files, QUIET);
        assertThat(imported).containsExactly("2\n", "1\n");
        assertThat(files.stuck()).isZero();
    }

    @Test
    void aFileThatBreaksItsImportHoldsUpNoOther() throws IOException {
        DroppedFiles files = files();
        land("crm/a.csv", "1\n");
        land("crm/b.csv", "2\n");
        meanwhile = () -> {
            if (imported.size() == 1) {
                throw new IllegalStateException("the broker is away");
            }
        };
        files.look();
        looks(files, QUIET);

        assertThat(folder.resolve("in/crm/a.csv")).exists();
        assertThat(folder.resolve("done/crm/b.csv")).exists();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        DroppedFiles files = files();
        Path secret = Files.writeString(folder.resolve("secret"), "the crown jewels");
        Path home = Files.createDirectories(folder.resolve("in/crm"));
        Files.createSymbolicLink(home.resolve("a.csv"), secret);
        Files.createSymbolicLink(folder.resolve("in/erp"), home);
        files.look();
        looks(files, QUIET);

        assertThat(imported).isEmpty();
    }

    private DroppedFiles files() {
        return new DroppedFiles(folder, QUIET, nanos::get, (source, told, content) -> {
            imported.add(text(content));
            meanwhile.run();
            return "the report";
        });
    }

    private void looks(DroppedFiles files, Duration later) throws IOException {
        nanos.addAndGet(later.toNanos());
        files.look();
    }

    private Path land(String name, String content) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static void append(Path file, String more) {
        try {
            Files.writeString(file, more, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream content) {
        try {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
