package io.vigie.scorer.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.scorer.learning.file.Figures;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.training.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What learning came to, for programs and for people.
 *
 * @param rows of the file
 * @param customers learned from
 * @param baseRate the share of them that left
 * @param because why this way was chosen
 * @param linear, boosted how well each told customers that it had not seen
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TrainingReport(
        int rows,
        int customers,
        double baseRate,
        Kind chosen,
        String because,
        Metrics linear,
        Optional<Metrics> boosted,
        long seed,
        List<String> warnings) {
    public TrainingReport {
        warnings = List.copyOf(warnings);
    }

    static final String HEADER =
            String.format("%-9s%8s%8s%10s%8s%9s%8s%n", "", "AUC", "Brier", "log loss", "ECE", "lift10", "EMPC");

    /** The figures of a model, without what scoring needs. */
    public static TrainingReport of(TableModelFile file) {
        return new TrainingReport(
                file.data().rows(),
                file.data().customers(),
                file.data().baseRate(),
                file.chosen(),
                file.because(),
                file.linear().all(),
                file.boosted().map(Figures::all),
                file.seed(),
                file.warnings());
    }

    byte[] bytes() {
        try {
            String json = EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%,d customers, of whom %.1f %% left%n%n", customers, 100 * baseRate));
        text.append(HEADER);
        text.append(line("linear", linear));
        boosted.ifPresent(metrics -> text.append(line("boosted", metrics)));
        text.append(String.format("%nChosen: %s, for %s.%n", chosen.word(), because));
        warnings.forEach(warning -> text.append(String.format("! %s%n", warning)));
        return text.toString();
    }

    static String line(String name, Metrics metrics) {
        return String.format(
                Locale.ROOT,
                "%-9s%8.4f%8.4f%10.4f%8.4f%9.3f%8.3f%n",
                name,
                metrics.auc(),
                metrics.brier(),
                metrics.logLoss(),
                metrics.ece(),
                metrics.lift10(),
                metrics.empc());
    }
}
