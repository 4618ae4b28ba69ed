package io.vigie.scorer.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigie.scorer.learning.Shop;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.table.Lesson;
import io.vigie.scorer.learning.table.Preparing;
import io.vigie.scorer.learning.table.TableQuestion;
import io.vigie.scorer.scoring.LearnedModels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerTest {
    private static final Map<Long, TableModelFile> ONCE = new HashMap<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void treesAreChosenWhereHabitsMeet() {
        Learned learned = learn(lesson(1_500), true);

        assertThat(learned.chosen()).isEqualTo(Kind.BOOSTED);
        double weights = learned.linearly().metrics().auc();
        assertThat(learned.judgement().metrics().auc()).isGreaterThan(weights + .05);
        assertThat(learned.judgement().metrics().ece()).isLessThan(.05);
        assertThat(learned.judgement().parts()).hasSize(10);
    }

    @Test
    void withoutTreesThereAreStillWeights() {
        Learned learned = learn(lesson(400), false);

        assertThat(learned.chosen()).isEqualTo(Kind.LINEAR);
        assertThat(learned.trees()).isEmpty();
    }

    @Test
    void theSameDataGiveTheSameBytesAndAnotherSeedOthers() {
        byte[] once = ONCE.computeIfAbsent(1L, this::file).bytes();

        assertThat(file(1).bytes()).isEqualTo(once);
        assertThat(file(2).bytes()).isNotEqualTo(once);
    }

    @Test
    void aModelReadBackScoresAndExplainsToTheLastDigit() {
        Lesson lesson = lesson(400);
        TableModelFile file = ONCE.computeIfAbsent(1L, this::file);

        TableModelFile read = (TableModelFile) ModelFile.read(file.bytes());

        assertThat(read).isEqualTo(file);
        for (double[] inputs : lesson.inputs()) {
            double probability = read.model().probability(inputs);
            assertThat(probability).isEqualTo(file.model().probability(inputs)).isBetween(1e-4, 1 - 1e-4);
            assertThat(read.model().explain(inputs).logOdds())
                    .isCloseTo(Math.log(probability / (1 - probability)), within(1e-9));
        }
    }

    @Test
    void aNewCustomerIsScoredFromTheirCells() {
        TableModelFile file = ONCE.computeIfAbsent(1L, this::file);
        Map<String, String> apart = Map.of("age", "60", "spend", "150", "plan", "basic", "town", "Elsewhere");
        Map<String, String> settled = Map.of("age", "60", "spend", "20", "plan", "gold", "visits", "9");

        assertThat(file.model().probability(file.encoding().encode(apart)))
                .isGreaterThan(file.model().probability(file.encoding().encode(settled)));
    }

    @Test
    void whatATableTaughtIsNoCandidateAndTheRefusalSaysWhatIs() {
        TableModelFile file = ONCE.computeIfAbsent(1L, this::file);

        assertThatThrownBy(() -> LearnedModels.ready(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a horizon")
                .hasMessageContaining("/models/fit")
                .hasMessageContaining("/models/onnx");
    }

    private TableModelFile file(long seed) {
        Lesson lesson = lesson(400);
        Learned learned = new Learner(examples(lesson), seed, Progress.UNSEEN).learn(true);
        return TableModelFile.of(lesson.data(), seed, lesson.encoding(), learned, lesson.warnings());
    }

    private static Learned learn(Lesson lesson, boolean trees) {
        return new Learner(examples(lesson), 1, Progress.UNSEEN).learn(trees);
    }

    private static Examples examples(Lesson lesson) {
        return new Examples(
                lesson.inputs(), lesson.left(), lesson.twins(), new Gaussian(-2.75, 2), lesson.terms(), List.of());
    }

    private Lesson lesson(int customers) {
        Path file = Shop.of(customers, 8).writtenTo(folder);
        return Preparing.prepare(new TableQuestion(file, Optional.empty(), "gone", Set.of(), Set.of()));
    }
}
