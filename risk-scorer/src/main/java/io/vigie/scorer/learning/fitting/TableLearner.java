package io.vigie.scorer.learning.fitting;

import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.table.Lesson;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.learning.training.Learned;
import io.vigie.scorer.learning.training.Learner;
import io.vigie.scorer.learning.training.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learns from a table of present and former customers, whoever asks for it. */
public final class TableLearner {
    /** Before any customer is heard, six in a hundred leave, give or take a lot: the scorecard's base. */
    private static final Gaussian BASE = new Gaussian(Math.log(0.06 / 0.94), 2);

    private TableLearner() {}

    /**
     * Learns.
     *
     * @param obstacle why there can be no trees here, if so
     */
    public static TableModelFile learn(Lesson lesson, long seed, Optional<String> obstacle, Progress progress) {
        List<String> warnings = new ArrayList<>(lesson.warnings());
        obstacle.ifPresent(warnings::add);
        Examples examples =
                new Examples(lesson.inputs(), lesson.left(), lesson.twins(), BASE, lesson.terms(), List.of());
        Learned learned = new Learner(examples, seed, progress).learn(obstacle.isEmpty());
        return TableModelFile.of(lesson.data(), seed, lesson.encoding(), learned, warnings);
    }
}
