package io.vigie.scorer.learning.fitting;

import io.vigie.scorer.learning.training.Remark;
import java.util.List;
import java.util.Set;

/** What is said of a fit to whoever goes by what came of it. */
final class Remarks {
    private Remarks() {}

    static Remark noTrees(String obstacle) {
        return new Remark("no-trees", List.of(), List.of(), obstacle);
    }

    static Remark sampled(int snapshots, long oneIn) {
        return new Remark(
                "sampled",
                List.of(),
                List.of((double) snapshots, (double) oneIn),
                "there is more than " + snapshots + " snapshots: one customer in " + oneIn + " was learned from");
    }

    static Remark failed(long customers) {
        return new Remark(
                "failed-customers",
                List.of(),
                List.of((double) customers),
                "nothing could be worked out of " + customers
                        + " customers, who were left out: the log of the scorer and its refused records say why");
    }

    static Remark leftOut(Set<String> attributes) {
        String named = String.join(", ", attributes);
        return new Remark(
                "left-out",
                List.of(named),
                List.of(),
                "of what is on record, nothing was learned from what is the same for everybody, each one's own, or of too"
                        + " many kinds: " + named);
    }
}
