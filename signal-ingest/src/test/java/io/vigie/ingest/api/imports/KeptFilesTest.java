package io.vigie.ingest.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.ingest.api.imports.KeptFiles.Kept;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
    private static final UUID ID = UUID.nameUUIDFromBytes(new byte[] {1});

    @TempDir
    private Path folder;

    private final List<String> imported = new ArrayList<>();

    @Test
    void whatWasKeptIsTakenUpByTheNextProcessUntilItHasComeToItsEnd() throws IOException {
        KeptFiles before = new KeptFiles(folder.resolve("imports"));
        Kept kept = before.keep(ID, "customers", stream("rows"));
        before.work(kept, (_, _) -> {
            throw new IllegalStateException("the broker is silent");
        });

        // when the process is another
        KeptFiles after = new KeptFiles(folder.resolve("imports"));
        assertThat(after.waiting()).containsExactly(kept);
        assertThat(after.count()).isOne();
        after.take(kept);
        after.work(kept, this::read);

        assertThat(imported).containsExactly("rows");
        assertThat(after.waiting()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void nobodyBeginsWhatSomebodyIsAt() {
        KeptFiles files = new KeptFiles(folder);
        Kept kept = files.keep(ID, "customers", stream("rows"));

        assertThat(files.take(kept)).as("whoever kept it is at it").isFalse();
        assertThat(files.waiting()).isEmpty();
        assertThat(files.count()).isOne();

        files.work(kept, (_, _) -> false);
        assertThat(files.waiting()).containsExactly(kept);
        assertThat(files.take(kept)).isTrue();
    }

    @Test
    void ofABodyThatIsCutNothingIsLeft() throws IOException {
        InputStream cut = new SequenceInputStream(stream("half of the ro"), new FilterInputStream(stream("")) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("gone");
            }
        });

        assertThatThrownBy(() -> new KeptFiles(folder).keep(ID, "customers", cut))
                .isInstanceOfAny(HttpProblem.class, UncheckedIOException.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void aDiskOfOursThatFailsCostsNobodyTheirFile() throws IOException {
        Path unreadable = folder.resolve(ID + ".customers");
        Files.createDirectory(unreadable);
        KeptFiles files = new KeptFiles(folder);
        Kept kept = files.waiting().getFirst();

        files.take(kept);
        files.work(kept, (_, content) -> {
            try {
                return content.read() < 0;
            } catch (IOException faultOfTheFile) {
                return true;
            }
        });

        assertThat(unreadable).exists();
        assertThat(files.waiting()).containsExactly(kept);
    }

    @Test
    void whoeverReadsABodyIsAtItFromItsFirstByte() {
        KeptFiles files = new KeptFiles(folder);

        files.keep(ID, "customers", new FilterInputStream(stream("rows")) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                assertThat(files.atWork()).containsExactly(ID);
                return super.read(into, from, length);
            }
        });
    }

    @Test
    void whatNeverBecameWholeIsForgottenAfterAWhile() throws IOException {
        KeptFiles files = new KeptFiles(folder);
        Files.writeString(folder.resolve(".arriving-" + ID), "half");

        files.tidy(Instant.EPOCH);
        assertThat(left()).hasSize(1);
        assertThat(files.waiting()).isEmpty();
        files.tidy(Instant.now().plusSeconds(60));
        assertThat(left()).isEmpty();
    }

    private boolean read(Kept kept, InputStream content) {
        try {
            return imported.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
