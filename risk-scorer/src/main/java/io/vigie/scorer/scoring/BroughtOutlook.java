package io.vigie.scorer.scoring;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.BroughtModelFile.Says;
import io.vigie.scorer.model.Bounds;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Explanation;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * How the probability runs on by a model that nobody can look into: it is asked at instants, and no more is known. Where
 * it has no answer the scorecard speaks.
 */
record BroughtOutlook(BroughtModel by, ExpertOutlook experts, Profile profile) implements Outlook {
    /** The reason for all that weighs too little to be told apart. */
    static final String OTHERS = "others";

    private static final int INSTANTS = 9;

    @Override
    public Segment segment() {
        return experts.segment();
    }

    @Override
    public double base() {
        return experts.base();
    }

    @Override
    public NavigableSet<Instant> breaks() {
        return experts.breaks();
    }

    @Override
    public double logOdds(RiskKind kind, Instant at) {
        return by.says(kind)
                .map(output -> by.logOdds(output, new float[][] {by.row(experts, profile, at)})[0])
                .filter(Double::isFinite)
                .orElseGet(() -> experts.logOdds(kind, at));
    }

    @Override
    public boolean boundsAreProven() {
        return false;
    }

    /** What is said at nine instants from one end to the other. */
    @Override
    public Bounds bounds(RiskKind kind, Instant from, Instant to) {
        Optional<Says> output = by.says(kind);
        if (output.isEmpty()) {
            return experts.bounds(kind, from, to);
        }
        Duration whole = Duration.between(from, to);
        Instant[] instants = new Instant[INSTANTS];
        float[][] rows = new float[INSTANTS][];
        for (int i = 0; i < INSTANTS; i++) {
            instants[i] = from.plus(whole.multipliedBy(i).dividedBy(INSTANTS - 1));
            rows[i] = by.row(experts, profile, instants[i]);
        }
        double[] said = by.logOdds(output.get(), rows);
        for (int i = 0; i < INSTANTS; i++) {
            said[i] = Double.isFinite(said[i]) ? said[i] : logOdds(kind, instants[i]);
        }
        return new Bounds(
                Arrays.stream(said).min().orElseThrow(),
                Arrays.stream(said).max().orElseThrow());
    }

    @Override
    public RiskShare share(RiskKind kind, Instant at) {
        double byChoice = logOdds(RiskKind.BY_CHOICE, at);
        double unpaid = logOdds(RiskKind.UNPAID, at);
        return by.says(kind)
                .flatMap(output -> explained(output, at))
                .orElseGet(() -> byExperts(kind, at))
                .share(kind, byChoice, unpaid);
    }

    /** Empty where the model has no answer; one without reasons where it has none on what they are told apart by. */
    private Optional<Explanation> explained(Says output, Instant at) {
        float[] row = by.row(experts, profile, at);
        float[] untouched = by.untouched(row);
        double base = by.logOdds(output, new float[][] {untouched})[0];
        List<Coalitions.Share> shares =
                Coalitions.shares(untouched, row, by.groups(), rows -> by.logOdds(output, rows));
        if (Double.isFinite(base) && shares.stream().allMatch(share -> Double.isFinite(share.moved()))) {
            Explanation explanation = new Explanation(base);
            shares.forEach(share -> explanation.add(factor(share.inputs()), share.moved(), sum(row, share.inputs())));
            return Optional.of(explanation);
        }
        double alone = by.logOdds(output, new float[][] {row})[0];
        return Optional.of(alone).filter(Double::isFinite).map(Explanation::new);
    }

    private Explanation byExperts(RiskKind kind, Instant at) {
        RiskShare share = experts.share(kind, at);
        Explanation explanation = new Explanation(share.base());
        share.reasons().forEach(reason -> explanation.add(reason.factor(), reason.logOdds(), reason.count()));
        return explanation;
    }

    private String factor(List<Integer> inputs) {
        List<String> factors = inputs.stream()
                .map(input -> by.file().inputs().get(input).factor())
                .distinct()
                .toList();
        return factors.size() == 1 ? factors.getFirst() : OTHERS;
    }

    private static double sum(float[] row, List<Integer> inputs) {
        return inputs.stream().mapToDouble(input -> row[input]).sum();
    }
}
