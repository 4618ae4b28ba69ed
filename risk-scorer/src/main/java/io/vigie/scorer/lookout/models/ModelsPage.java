package io.vigie.scorer.lookout.models;

import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.SilenceFitted;
import io.vigie.scorer.api.ModelLine;
import io.vigie.scorer.silence.MbgNbd;
import java.util.List;
import java.util.Optional;

/**
 * All models as shown.
 *
 * @param before the champion to which rolling back leads
 * @param given the scorecard's silence parameters
 * @param silence those learned from orders, by cohort
 * @param fit how learning stands
 * @param dropped what is known no longer
 */
public record ModelsPage(
        List<Row> rows,
        Optional<String> before,
        MbgNbd given,
        List<SilenceFitted> silence,
        FitPage fit,
        List<ModelDropped> dropped) {

    /** A model in the list, with the move that brought it where it stands. */
    public record Row(ModelLine line, Optional<ModelPromoted> lastMove) {
        static Row of(ModelLine line) {
            return new Row(line, line.moves().reversed().stream().findFirst());
        }
    }
}
