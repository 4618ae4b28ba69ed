package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.history.Attributes;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.history.Subject;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.table.Encoding;
import io.vigie.scorer.learning.training.Kind;
import io.vigie.scorer.learning.training.Remark;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model learned from the signal history.
 *
 * @param version of this format
 * @param data what it was learned from
 * @param bases of the groups that were met
 * @param risks what was learned of each; of one that is missing the scorecard speaks
 * @param scores how the probabilities it gives were spread where it was judged
 * @param attributes how what is on record of a customer becomes inputs; empty in files that learned nothing of it
 * @param remarks the warnings by their codes; empty in files of before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HistoryModelFile(
        int version,
        long seed,
        HistoryOrigin data,
        List<LearnedBase> bases,
        List<RiskPart> risks,
        Distribution scores,
        List<String> warnings,
        Optional<Encoding> attributes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Remark> remarks)
        implements ModelFile {
    public HistoryModelFile {
        ModelFile.check(version);
        if (data == null || scores == null || bases == null || risks == null || warnings == null) {
            throw new IllegalArgumentException("a model of a history needs data, bases, risks, scores and warnings");
        }
        bases = List.copyOf(bases);
        risks = List.copyOf(risks);
        warnings = List.copyOf(warnings);
        attributes = attributes == null ? Optional.empty() : attributes;
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
        Set<RiskKind> met = new HashSet<>();
        if (risks.isEmpty() || risks.stream().anyMatch(part -> part.risk() == RiskKind.NONE || !met.add(part.risk()))) {
            throw new IllegalArgumentException("risks must hold by-choice, unpaid, or both, each once");
        }
        List<String> onRecord = new Attributes(attributes.orElse(Attributes.NONE.encoding()))
                .inputs().stream().map(Input::name).toList();
        if (risks.stream().anyMatch(part -> !part.onRecord().equals(onRecord))) {
            throw new IllegalArgumentException("the last inputs of each risk must be those of attributes: " + onRecord);
        }
    }

    /** What was learned of a risk. */
    public Optional<RiskPart> part(RiskKind risk) {
        return risks.stream().filter(part -> part.risk() == risk).findFirst();
    }

    /** What whoever goes by it should know; of files of before, as sentences. */
    public List<Remark> told() {
        return remarks.isEmpty() ? warnings.stream().map(Remark::plain).toList() : remarks;
    }

    /** How to read what is on record of a customer. */
    public Attributes onRecord() {
        return attributes.map(Attributes::new).orElse(Attributes.NONE);
    }

    /** The groups of customers that were learned from. */
    public Set<String> groups() {
        return bases.stream()
                .map(base -> Subject.group(base.segment(), base.contract()))
                .collect(Collectors.toSet());
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
    public Optional<Integer> horizon() {
        return Optional.of(data.horizonDays());
    }

    @Override
    public String origin() {
        return "history";
    }
}
