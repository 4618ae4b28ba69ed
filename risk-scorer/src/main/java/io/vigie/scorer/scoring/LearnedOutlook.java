package io.vigie.scorer.scoring;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.history.Inputs;
import io.vigie.scorer.learning.history.Subject;
import io.vigie.scorer.learning.training.Explained;
import io.vigie.scorer.learning.training.Model;
import io.vigie.scorer.model.Bounds;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Explanation;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.Reading;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** How the probability runs on by what the history taught. */
record LearnedOutlook(LearnedModel by, Subject subject, double base) implements Outlook {
    /** The reason that says what calibration did. */
    static final String CALIBRATION = "calibration";

    private ExpertOutlook experts() {
        return subject.experts();
    }

    @Override
    public Segment segment() {
        return experts().segment();
    }

    @Override
    public NavigableSet<Instant> breaks() {
        return experts().breaks();
    }

    @Override
    public double logOdds(RiskKind kind, Instant at) {
        Optional<LearnedModel.Learned> learned = by.learned(kind);
        if (learned.isEmpty()) {
            return experts().logOdds(kind, at);
        }
        Model model = learned.get().part().model();
        Inputs.Read read = learned.get().inputs().at(subject, at);
        return model.calibration().logOdds(model.raw(read.values()) + read.besides());
    }

    /** What is read only rises or only falls; trees have few answers between two values; calibration keeps the order. */
    @Override
    public Bounds bounds(RiskKind kind, Instant from, Instant to) {
        Optional<LearnedModel.Learned> learned = by.learned(kind);
        if (learned.isEmpty()) {
            return experts().bounds(kind, from, to);
        }
        Model model = learned.get().part().model();
        Inputs.Span span = learned.get().inputs().between(subject, from, to);
        Bounds raw = model.raw(span.low(), span.high());
        Calibration calibration = model.calibration();
        return new Bounds(
                calibration.logOdds(raw.low() + span.lowBeside()), calibration.logOdds(raw.high() + span.highBeside()));
    }

    @Override
    public RiskShare share(RiskKind kind, Instant at) {
        Optional<LearnedModel.Learned> learned = by.learned(kind);
        if (learned.isEmpty()) {
            RiskShare share = experts().share(kind, at);
            double own = share.logOdds();
            double other = logOdds(other(kind), at);
            double probability = Math.exp(own) / (1 + Math.exp(own) + Math.exp(other));
            return new RiskShare(probability, own, share.base(), share.reasons());
        }
        return explained(learned.get(), at).share(kind, logOdds(RiskKind.BY_CHOICE, at), logOdds(RiskKind.UNPAID, at));
    }

    private static RiskKind other(RiskKind kind) {
        return kind == RiskKind.UNPAID ? RiskKind.BY_CHOICE : RiskKind.UNPAID;
    }

    /** Whatever is of the customer's group is base; the rest are reasons, and what calibration does is one of them. */
    private Explanation explained(LearnedModel.Learned learned, Instant at) {
        Model model = learned.part().model();
        List<Input> inputs = learned.part().inputs();
        Inputs.Read read = learned.inputs().at(subject, at);
        Explained shares = model.explain(read.values());
        double base = shares.base() + read.otherBase();
        for (int i = 0; i < inputs.size(); i++) {
            base += inputs.get(i).reads() == Input.Reads.BASE
                    ? shares.shares().get(i)
                    : learned.usual().get(i);
        }
        Explanation explanation = new Explanation(base);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).reads() != Input.Reads.BASE) {
                double moved = shares.shares().get(i) - learned.usual().get(i);
                explanation.add(inputs.get(i).factor(), moved, read.counts()[i]);
            }
        }
        for (Reading reading : read.beside()) {
            explanation.add(reading.factor(), reading.weight() * reading.value(), reading.count());
        }
        double raw = model.raw(read.values()) + read.besides();
        explanation.add(CALIBRATION, model.calibration().logOdds(raw) - raw, raw);
        return explanation;
    }
}
