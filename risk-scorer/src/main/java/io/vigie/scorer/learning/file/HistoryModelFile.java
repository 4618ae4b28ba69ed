package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.training.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model learned from the signal history.
 *
 * @param version of this format
 * @param data what it was learned from
 * @param bases of the groups that were met
 * @param risks what was learned of each; of one that is missing the scorecard speaks
 * @param scores how the probabilities it gives were spread where it was judged
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HistoryModelFile(
        int version,
        long seed,
        HistoryOrigin data,
        List<LearnedBase> bases,
        List<RiskPart> risks,
        Distribution scores,
        List<String> warnings)
        implements ModelFile {
    public HistoryModelFile {
        ModelFile.check(version);
        if (data == null || scores == null || bases == null || risks == null || warnings == null) {
            throw new IllegalArgumentException("a model of a history needs data, bases, risks, scores and warnings");
        }
        bases = List.copyOf(bases);
        risks = List.copyOf(risks);
        warnings = List.copyOf(warnings);
        Set<RiskKind> met = new HashSet<>();
        if (risks.isEmpty() || risks.stream().anyMatch(part -> part.risk() == RiskKind.NONE || !met.add(part.risk()))) {
            throw new IllegalArgumentException("risks must hold by-choice, unpaid, or both, each once");
        }
    }

    /** What was learned of a risk. */
    public Optional<RiskPart> part(RiskKind risk) {
        return risks.stream().filter(part -> part.risk() == risk).findFirst();
    }

    /** The base of a group; empty where it was not met. */
    public Optional<Double> base(Segment segment, boolean contract) {
        return bases.stream()
                .filter(base -> base.segment() == segment && base.contract() == contract)
                .map(LearnedBase::base)
                .findFirst();
    }

    /** Boosted where any of its risks is. */
    @Override
    public String kind() {
        boolean boosted = risks.stream().anyMatch(part -> part.chosen() == Kind.BOOSTED);
        return (boosted ? Kind.BOOSTED : Kind.LINEAR).word();
    }

    @Override
    public String origin() {
        return "history";
    }
}
