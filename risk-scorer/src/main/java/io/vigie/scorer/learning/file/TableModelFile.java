package io.vigie.scorer.learning.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vigie.events.EventJson;
import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.metrics.Reliability;
import io.vigie.scorer.learning.table.Encoding;
import io.vigie.scorer.learning.table.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A fitted model as it is kept: all that scoring needs, and all that someone needs to judge it. The same data and seed
 * give the same bytes.
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
public record ModelFile(
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
        Model model) {
    public static final int VERSION = 1;

    private static final ObjectWriter WRITER = EventJson.mapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")));

    /** Figures over all parts, and for each by itself. */
    public record Figures(Metrics all, List<Metrics> parts) {
        static Figures of(Judgement judgement) {
            return new Figures(judgement.metrics(), judgement.parts());
        }
    }

    public ModelFile {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "model files of version " + VERSION + " are read here, not of version " + version);
        }
        warnings = List.copyOf(warnings);
    }

    /** Puts together what learning came to. */
    public static ModelFile of(Origin data, long seed, Encoding encoding, Learned learned, List<String> warnings) {
        return new ModelFile(
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

    public byte[] bytes() {
        try {
            return (WRITER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a model back.
     *
     * @throws IllegalArgumentException when these bytes are no model file of this version
     */
    public static ModelFile read(byte[] bytes) {
        try {
            return EventJson.mapper().readValue(bytes, ModelFile.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not a model file: " + e.getMessage(), e);
        }
    }
}
