package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.scorer.learning.Shop;
import io.vigie.scorer.learning.table.Lesson;
import io.vigie.scorer.learning.table.TableProblem;
import io.vigie.scorer.learning.table.TableQuestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLearningTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @Test
    void aTableThatIsTooLargeIsRefusedAndNothingOfItIsLeft() throws IOException {
        assertThatThrownBy(() -> read("gone", 1_000))
                .isInstanceOf(TableTooLarge.class)
                .hasMessageContaining("1000 bytes");

        assertThat(left()).isEmpty();
    }

    @Test
    void aGzippedTableIsReadAndCountsAsItIsUnpacked() throws IOException {
        byte[] nothing = gzipped(new byte[1 << 20]);
        byte[] shop = gzipped(Files.readAllBytes(Shop.of(400, 1).writtenTo(folder)));

        assertThat(nothing.length).isLessThan(10_000);
        assertThatThrownBy(() -> read(nothing, 10_000)).isInstanceOf(TableTooLarge.class);
        assertThat(read(shop, 1_000_000)).isPresent();
        assertThatThrownBy(() -> read(Arrays.copyOf(shop, shop.length / 2), 1_000_000))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("no whole gzip file");
        assertThat(left()).isEmpty();
    }

    @Test
    void oneTableIsReadAtATime() {
        TableLearning learning = learning();
        InputStream asking = new InputStream() {
            @Override
            public int read() {
                assertThat(learning.read(InputStream.nullInputStream(), 1_000, TableLearningTest::question))
                        .isEmpty();
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return read();
            }
        };

        assertThatThrownBy(() -> learning.read(asking, 1_000, TableLearningTest::question))
                .isInstanceOf(TableProblem.class);
    }

    @Test
    void ofATableThatWasReadNothingIsLeftEither() throws IOException {
        read("gone", 1_000_000);

        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsWrongWithATableIsSaidWithoutWhereItLay() {
        assertThatThrownBy(() -> learning().read(InputStream.nullInputStream(), 1_000, TableLearningTest::question))
                .isInstanceOf(TableProblem.class)
                .hasMessageStartingWith("the table ");
    }

    private void read(String ending, long largest) throws IOException {
        try (InputStream table = Files.newInputStream(Shop.of(400, 1).writtenTo(folder))) {
            var unused = learning()
                    .read(
                            table,
                            largest,
                            file -> new TableQuestion(file, Optional.empty(), ending, Set.of(), Set.of()));
        }
    }

    private Optional<Lesson> read(byte[] table, long largest) {
        return learning().read(new ByteArrayInputStream(table), largest, TableLearningTest::question);
    }

    private static TableQuestion question(Path file) {
        return new TableQuestion(file, Optional.empty(), "gone", Set.of(), Set.of());
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private TableLearning learning() {
        return new TableLearning(new Fits(CLOCK, new SimpleMeterRegistry()), CLOCK, folder);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
            return files.toList();
        }
    }
}
