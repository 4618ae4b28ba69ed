package io.vigie.scorer.lookout.models;

import io.vigie.events.reasons.Wording;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.stream.FitJob;
import java.time.Instant;
import java.util.Optional;

/**
 * How learning a model stands, as shown.
 *
 * @param word tells the template what it is
 * @param told what is being done, which model it came to, or why it came to nothing
 * @param done steps, of so many
 * @param table what learning from a table came to
 * @param failure why it came to nothing, if so
 */
public record FitPage(
        String word,
        String told,
        int done,
        int of,
        Instant since,
        String by,
        Optional<FitJob.OfTable> table,
        Shown failure) {
    static FitPage of(FitJob job, Wording wording) {
        return switch (job) {
            case FitJob.None _ -> new FitPage("none", "", 0, 0, Instant.EPOCH, "", Optional.empty(), Shown.NOTHING);
            case FitJob.Underway way ->
                new FitPage(
                        "underway",
                        way.stage(),
                        way.done(),
                        way.of(),
                        way.since(),
                        way.by(),
                        Optional.empty(),
                        Shown.NOTHING);
            case FitJob.Done done ->
                new FitPage("done", done.model(), 1, 1, done.since(), done.by(), done.table(), Shown.NOTHING);
            case FitJob.Failed failed ->
                new FitPage(
                        "failed",
                        failed.why(),
                        0,
                        0,
                        failed.since(),
                        failed.by(),
                        Optional.empty(),
                        Shown.of(failed.remark().orElseGet(() -> Remark.plain(failed.why())), wording));
            case FitJob.Cancelled off ->
                new FitPage("cancelled", "", 0, 0, off.since(), off.by(), Optional.empty(), Shown.NOTHING);
        };
    }

    public boolean underway() {
        return word.equals("underway");
    }
}
