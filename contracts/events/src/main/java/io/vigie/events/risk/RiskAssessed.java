package io.vigie.events.risk;

import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's churn probability at an instant, explained, with all that a decision needs.
 *
 * @param asOf the instant assessed; for a timer its due instant
 * @param recordedAt wall-clock instant at which it was worked out
 * @param movedBy the signal that made the scorer look
 * @param horizonDays within how many days leaving is meant
 * @param probability of leaving by choice or unpaid
 * @param cause the likeliest cause, from the reasons
 * @param life the current one
 * @param pastLives those before, oldest first, as they are known now
 * @param openMatters in order of type
 * @param model the model's name and version
 * @param nextReview when the scorer will look again if nothing comes
 * @param dormantSince since when the customer, though not lost, counts as dormant in their segment
 * @param ifNothingComes when the level will rise by itself; told where something is open or the level is raised
 * @param comingDates what else is coming, soonest first; told likewise
 */
public record RiskAssessed(
        String customer,
        Instant asOf,
        Instant recordedAt,
        Trigger trigger,
        Optional<SignalRef> movedBy,
        int horizonDays,
        double probability,
        RiskLevel level,
        RiskLevel previousLevel,
        RiskShare byChoice,
        RiskShare unpaid,
        Cause cause,
        Optional<Unavoidable> unavoidable,
        Life life,
        List<Life> pastLives,
        List<Matter> openMatters,
        DecisionInput decisionInput,
        String model,
        Optional<Instant> nextReview,
        Optional<Instant> dormantSince,
        Optional<IfNothingComes> ifNothingComes,
        List<ComingDate> comingDates) {
    public RiskAssessed {
        movedBy = movedBy == null ? Optional.empty() : movedBy;
        unavoidable = unavoidable == null ? Optional.empty() : unavoidable;
        pastLives = pastLives == null ? List.of() : List.copyOf(pastLives);
        openMatters = List.copyOf(openMatters);
        nextReview = nextReview == null ? Optional.empty() : nextReview;
        dormantSince = dormantSince == null ? Optional.empty() : dormantSince;
        ifNothingComes = ifNothingComes == null ? Optional.empty() : ifNothingComes;
        comingDates = comingDates == null ? List.of() : List.copyOf(comingDates);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1, is " + probability);
        }
    }

    /** The same, with the instant of the next review. */
    public RiskAssessed reviewedNext(Optional<Instant> next) {
        return with(next, ifNothingComes, comingDates);
    }

    /** The same, with what is coming if nothing is heard. */
    public RiskAssessed foreseeing(Optional<IfNothingComes> rise, List<ComingDate> dates) {
        return with(nextReview, rise, dates);
    }

    private RiskAssessed with(Optional<Instant> next, Optional<IfNothingComes> rise, List<ComingDate> dates) {
        return new RiskAssessed(
                customer,
                asOf,
                recordedAt,
                trigger,
                movedBy,
                horizonDays,
                probability,
                level,
                previousLevel,
                byChoice,
                unpaid,
                cause,
                unavoidable,
                life,
                pastLives,
                openMatters,
                decisionInput,
                model,
                next,
                dormantSince,
                rise,
                dates);
    }

    /** The open matter of a type, if there is one. */
    public Optional<Matter> openMatter(String type) {
        return openMatters.stream().filter(matter -> matter.type().equals(type)).findFirst();
    }
}
