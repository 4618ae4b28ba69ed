package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.metrics.Reliability;
import io.vigie.scorer.learning.table.Encoding;
import io.vigie.scorer.learning.table.Origin;
import io.vigie.scorer.learning.training.Kind;
import io.vigie.scorer.learning.training.Learned;
import io.vigie.scorer.learning.training.Model;
import java.util.List;
import java.util.Optional;

/**
 * A model learned from a table of present and former customers.
 *
 * @param version of this format
 * @param data what it was learned from
 * @param because why this way was chosen
 * @param encoding how a row of a table becomes inputs
 * @param growing how the trees were grown
 * @param linear figures of the linear part alone
 * @param boosted figures with trees on top of it
 * @param reliability of the chosen way
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TableModelFile(
        int version,
        long seed,
        Origin data,
        Kind chosen,
        String because,
        Figures linear,
        Optional<Figures> boosted,
        Reliability reliability,
        List<String> warnings,
        Optional<BoostingPlan> growing,
        Encoding encoding,
        Model model)
        implements ModelFile {

    public TableModelFile {
        ModelFile.check(version);
        warnings = List.copyOf(warnings);
        model.check();
    }

    /** Puts together what learning came to. */
    public static TableModelFile of(Origin data, long seed, Encoding encoding, Learned learned, List<String> warnings) {
        return new TableModelFile(
                VERSION,
                seed,
                data,
                learned.chosen(),
                learned.because(),
                Figures.of(learned.linearly()),
                learned.trees().map(trees -> Figures.of(trees.judgement())),
                learned.judgement().reliability(),
                warnings,
                learned.trees().map(Learned.Trees::plan),
                encoding,
                Model.of(encoding.inputs(), learned));
    }

    @Override
    public String kind() {
        return chosen.word();
    }

    @Override
    public Optional<Integer> horizon() {
        return Optional.empty();
    }

    @Override
    public String origin() {
        return "table";
    }

    /** Figures of the chosen way. */
    public Figures figures() {
        return chosen == Kind.LINEAR ? linear : boosted.orElse(linear);
    }
}
