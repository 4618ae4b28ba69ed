package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.scorer.learning.Shop;
import io.vigie.scorer.learning.table.TableProblem;
import io.vigie.scorer.learning.table.TableQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    void ofATableThatWasReadNothingIsLeftEither() throws IOException {
        read("gone", 1_000_000);

        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsWrongWithATableIsSaidWithoutWhereItLay() {
        assertThatThrownBy(() -> learning()
                        .read(
                                InputStream.nullInputStream(),
                                1_000,
                                file -> new TableQuestion(file, Optional.empty(), "gone", Set.of(), Set.of())))
                .isInstanceOf(TableProblem.class)
                .hasMessageStartingWith("the table ");
    }

    private void read(String ending, long largest) throws IOException {
        try (InputStream table = Files.newInputStream(Shop.of(400, 1).writtenTo(folder))) {
            learning()
                    .read(
                            table,
                            largest,
                            file -> new TableQuestion(file, Optional.empty(), ending, Set.of(), Set.of()));
        }
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
