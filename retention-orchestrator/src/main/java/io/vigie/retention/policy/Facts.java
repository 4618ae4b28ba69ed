package io.vigie.retention.policy;

import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.law.Approach;
import io.vigie.retention.law.LawBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a policy may ask of a customer, worked out from one occasion. */
final class Facts {
    private final Occasion occasion;
    private final RiskAssessed risk;
    private final PolicyFile figures;
    private final LawBook laws;
    private final Matters matters;
    private final Return back;
    private final boolean lost;
    private final Optional<Instant> complaintOverdueAt;

    Facts(Occasion occasion, PolicyFile figures, BusinessCalendar calendar, LawBook laws) {
        this.occasion = occasion;
        this.risk = occasion.risk();
        this.figures = figures;
        this.laws = laws;
        this.matters = new Matters(risk, occasion.answeredAt());
        this.back = new Return(risk, occasion.past(), occasion.known().history(), figures);
        this.lost = risk.life().state() == LifeState.LOST;
        this.complaintOverdueAt = matters.complaintOverdueAt(calendar, figures.complaintPatience());
    }

    /** For keeping the customer, or winning them back; what answers an open matter may be allowed where else is not. */
    WaysToReach ways(Purpose purpose, Optional<String> matter) {
        DecisionInput customer = risk.decisionInput();
        String country = customer.country().orElse(figures.country());
        return new WaysToReach(
                laws, new Approach(customer, country, purpose, matter, occasion.contacts()), occasion.now());
    }

    boolean incidentOpen() {
        return matters.open(Matters.INCIDENT);
    }

    /** Until when a matter is left to who has been in touch with the customer since it came up, outside of Vigie. */
    Optional<Instant> leftToOthersUntil(String matter, BusinessCalendar calendar) {
        return matters.unansweredSince(matter)
                .filter(_ -> !matter.equals(Matters.INCIDENT))
                .flatMap(since -> risk.decisionInput().contacts().stream()
                        .map(ContactMade::at)
                        .filter(since::isBefore)
                        .max(Comparator.naturalOrder()))
                .map(at -> calendar.plusDays(at, figures.complaintPatience()))
                .filter(occasion.now()::isBefore);
    }

    Optional<String> anniversary() {
        return matters.anniversary();
    }

    /** What an action's worth depends on; who is gone has left for certain. */
    Situation situation(boolean gone) {
        DecisionInput customer = risk.decisionInput();
        return new Situation(
                customer.segment(),
                customer.potential(),
                risk.cause(),
                value(),
                gone ? 1 : risk.probability(),
                matters.open(Matters.TERMINATION));
    }

    /** Yearly margin in major units. */
    double value() {
        return risk.decisionInput().yearlyMargin() / minorUnits();
    }

    double minorUnits() {
        return MinorUnits.of(risk.decisionInput().currency());
    }

    /** When something will have been open, or the customer gone, for long enough, while that is still to come. */
    Optional<Instant> lookAgainAt() {
        return Stream.concat(complaintOverdueAt.stream(), back.winBackTimes())
                .filter(occasion.now()::isBefore)
                .min(Instant::compareTo);
    }

    /**
     * By the names that a decision table uses.
     *
     * @param controlled whether the customer is in the control group of the programme in question
     */
    Map<String, Object> asInputs(boolean controlled) {
        DecisionInput customer = risk.decisionInput();
        Map<Question, Object> answers = new HashMap<>();
        answers.put(Question.UNAVOIDABLE, risk.unavoidable().isPresent());
        answers.put(Question.OBJECTION, customer.objection());
        answers.put(Question.SEGMENT, customer.segment().word());
        answers.put(Question.INCIDENT, matters.unanswered(Matters.INCIDENT));
        answers.put(Question.TERMINATION, matters.termination());
        answers.put(Question.PAYMENT_FAILED_ONLY, matters.paymentFailedOnly());
        answers.put(Question.WON_BACK, back.wonBack());
        answers.put(Question.COMPLAINT_OVERDUE, complaintOverdue());
        answers.put(Question.ANNIVERSARY_MISSED, anniversary().isPresent());
        answers.put(Question.CALLABLE, callable());
        answers.put(
                Question.REACHABLE, ways(Purpose.RETENTION, Optional.empty()).any());
        answers.put(Question.CONTROL_GROUP, controlled);
        answers.put(Question.LEVEL, (lost ? RiskLevel.STABLE : risk.level()).word());
        answers.put(Question.STRATEGIC, customer.strategic());
        answers.put(Question.VALUE, value());
        answers.put(Question.POTENTIAL, customer.potential().word());
        answers.put(Question.MOVING, matters.unanswered(Matters.MOVE));
        answers.put(Question.TOP_VALUE, occasion.known().amongTheTop(customer.segment(), value(), figures));
        answers.put(Question.WIN_BACK_DUE, back.winBackDue(occasion.now()));
        answers.put(Question.LOST, lost);
        Map<String, Object> inputs = new HashMap<>();
        answers.forEach((question, answer) -> inputs.put(question.inTable(), answer));
        return inputs;
    }

    private boolean callable() {
        return ways(Purpose.RETENTION, Optional.empty()).open(Action.CALL)
                || (complaintOverdue()
                        && ways(Purpose.RETENTION, Optional.of(Matters.COMPLAINT))
                                .open(Action.CALL));
    }

    private boolean complaintOverdue() {
        return complaintOverdueAt.filter(at -> !occasion.now().isBefore(at)).isPresent();
    }
}
