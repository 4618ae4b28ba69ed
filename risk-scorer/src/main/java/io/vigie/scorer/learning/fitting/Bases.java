package io.vigie.scorer.learning.fitting;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.learning.file.LearnedBase;
import io.vigie.scorer.learning.history.Fate;
import io.vigie.scorer.learning.history.Observation;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.model.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what share of each group leaves by choice of whom experts find nothing to worry about. */
final class Bases {
    /** The experts' word counts as much as so many customers seen. */
    private static final double EXPERTS = 100;

    private Bases() {}

    static List<LearnedBase> of(List<Observation> observations) {
        List<LearnedBase> bases = new ArrayList<>();
        for (Segment segment : Segment.values()) {
            for (boolean contract : new boolean[] {true, false}) {
                List<Observation> group = observations.stream()
                        .filter(one -> one.quiet() && one.segment() == segment && one.contract() == contract)
                        .toList();
                if (!group.isEmpty()) {
                    bases.add(of(segment, contract, group));
                }
            }
        }
        return bases;
    }

    /** Says of which groups all levels begin at their ceiling, so many leave of them. */
    static Stream<Remark> withoutRoom(List<LearnedBase> bases, Levels levels) {
        return bases.stream()
                .filter(base -> levels.entry(RiskLevel.WATCH, base.base()) >= levels.ceiling())
                .map(base -> new Remark(
                        "no-room",
                        List.of(base.segment().word(), base.contract() ? "contract" : "none"),
                        List.of(100 * base.base()),
                        String.format(
                                Locale.ROOT,
                                "of quiet customers (%s, %s) %.0f %% leave in this sense, so all levels begin at the"
                                        + " ceiling; a longer horizon, or end-of-life, tells more apart",
                                base.segment().word(),
                                base.contract() ? "with a contract" : "without one",
                                100 * base.base())));
    }

    private static LearnedBase of(Segment segment, boolean contract, List<Observation> quiet) {
        int left = (int)
                quiet.stream().filter(one -> one.fate() == Fate.LEFT_BY_CHOICE).count();
        double base = (left + EXPERTS * quiet.getFirst().base()) / (quiet.size() + EXPERTS);
        return new LearnedBase(segment, contract, base, quiet.size(), left);
    }
}
