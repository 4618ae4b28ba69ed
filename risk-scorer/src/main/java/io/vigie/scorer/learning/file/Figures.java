package io.vigie.scorer.learning.file;

import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.training.Judgement;
import java.util.List;

/** Figures over all parts, and for each by itself. */
public record Figures(Metrics all, List<Metrics> parts) {
    static Figures of(Judgement judgement) {
        return new Figures(judgement.metrics(), judgement.parts());
    }
}
