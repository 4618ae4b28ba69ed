package io.vigie.scorer.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.Figures;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.HistoryOrigin;
import io.vigie.scorer.learning.file.LearnedBase;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.training.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What learning from the history came to, for programs and for people.
 *
 * @param model its id
 */
record HistoryReport(
        String model, HistoryOrigin data, List<Told> risks, List<LearnedBase> bases, long seed, List<String> warnings) {

    /** How both ways told one risk. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Told(
            RiskKind risk,
            int leavers,
            int stayers,
            Kind chosen,
            String because,
            Metrics linear,
            Optional<Metrics> boosted) {}

    static HistoryReport of(HistoryModelFile file) {
        List<Told> risks = file.risks().stream()
                .map(part -> new Told(
                        part.risk(),
                        part.leavers(),
                        part.stayers(),
                        part.chosen(),
                        part.because(),
                        part.linear().all(),
                        part.boosted().map(Figures::all)))
                .toList();
        return new HistoryReport(file.id(), file.data(), risks, file.bases(), file.seed(), file.warnings());
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
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d signals of %,d customers; learned from %,d snapshots, judged by %,d of %s%n",
                data.signals(),
                data.customers(),
                data.snapshotsLearned(),
                data.snapshotsJudged(),
                data.judgedAt().getFirst()));
        for (Told told : risks) {
            text.append(String.format(
                    Locale.ROOT, "%n%s: %,d left, %,d stayed%n", told.risk().word(), told.leavers(), told.stayers()));
            text.append(TrainingReport.HEADER).append(TrainingReport.line("linear", told.linear()));
            told.boosted().ifPresent(metrics -> text.append(TrainingReport.line("boosted", metrics)));
            text.append(String.format("Chosen: %s, for %s.%n", told.chosen().word(), told.because()));
        }
        text.append(String.format("%nModel %s%n", model));
        warnings.forEach(warning -> text.append(String.format("! %s%n", warning)));
        return text.toString();
    }
}
