package io.vigie.retention.policy;

import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.law.Approach;
import io.vigie.retention.law.LawBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a policy may ask of a customer, worked out from one occasion. */
final class Facts {
    static final String INCIDENT = "incident.with-account-manager";
    static final String TERMINATION = "termination.notified";
    static final String PAYMENT = "payment.failed";
    static final String COMPLAINT = "complaint.filed";
    static final String ANNIVERSARY = "order.not-renewed";
    static final String RENEWAL = "renewal.missed";
    static final String MOVE = "customer.moved";

    private final Occasion occasion;
    private final RiskAssessed risk;
    private final PolicyFile figures;
    private final LawBook laws;
    private final boolean lost;
    private final Optional<Instant> complaintOverdueAt;

    Facts(Occasion occasion, PolicyFile figures, BusinessCalendar calendar, LawBook laws) {
        this.occasion = occasion;
        this.risk = occasion.risk();
        this.figures = figures;
        this.laws = laws;
        this.lost = risk.life().state() == LifeState.LOST;
        this.complaintOverdueAt =
                unanswered(COMPLAINT).map(matter -> calendar.plusDays(matter.since(), figures.complaintPatience()));
    }

    /** For keeping the customer, or winning them back; what answers an open matter may be allowed where else is not. */
    WaysToReach ways(Purpose purpose, Optional<String> matter) {
        var customer = risk.decisionInput();
        String country = customer.country().orElse(figures.country());
        return new WaysToReach(
                laws, new Approach(customer, country, purpose, matter, occasion.contacts()), occasion.now());
    }

    boolean incidentOpen() {
        return risk.openMatter(INCIDENT).isPresent();
    }

    boolean terminationNotified() {
        return risk.openMatter(TERMINATION).isPresent();
    }

    /** Yearly margin in major units. */
    double value() {
        return risk.decisionInput().yearlyMargin() / minorUnits();
    }

    double minorUnits() {
        int digits = Currency.getInstance(risk.decisionInput().currency()).getDefaultFractionDigits();
        return Math.pow(10, Math.max(0, digits));
    }

    /** When something will have been open, or the customer gone, for long enough, while that is still to come. */
    Optional<Instant> lookAgainAt() {
        return Stream.of(complaintOverdueAt, winBackAt())
                .flatMap(Optional::stream)
                .filter(occasion.now()::isBefore)
                .min(Instant::compareTo);
    }

    Optional<String> anniversary() {
        return Stream.of(ANNIVERSARY, RENEWAL)
                .filter(type -> unanswered(type).isPresent())
                .findFirst();
    }

    /**
     * By the names that a decision table uses.
     *
     * @param controlled whether the customer is in the control group of the programme in question
     */
    Map<String, Object> asInputs(boolean controlled) {
        var customer = risk.decisionInput();
        WaysToReach ways = ways(Purpose.RETENTION, Optional.empty());
        boolean complaintOverdue = passed(complaintOverdueAt);
        Map<String, Object> inputs = new HashMap<>();
        put(inputs, Question.UNAVOIDABLE, risk.unavoidable().isPresent());
        put(inputs, Question.OBJECTION, customer.objection());
        put(inputs, Question.SEGMENT, customer.segment().word());
        put(inputs, Question.INCIDENT, unanswered(INCIDENT).isPresent());
        put(inputs, Question.TERMINATION, termination());
        put(inputs, Question.PAYMENT_FAILED_ONLY, paymentFailedOnly());
        put(inputs, Question.WON_BACK, wonBack());
        put(inputs, Question.COMPLAINT_OVERDUE, complaintOverdue);
        put(inputs, Question.ANNIVERSARY_MISSED, anniversary().isPresent());
        put(
                inputs,
                Question.CALLABLE,
                ways.open(Action.CALL)
                        || (complaintOverdue
                                && ways(Purpose.RETENTION, Optional.of(COMPLAINT))
                                        .open(Action.CALL)));
        put(inputs, Question.REACHABLE, ways.any());
        put(inputs, Question.CONTROL_GROUP, controlled);
        put(inputs, Question.LEVEL, (lost ? RiskLevel.STABLE : risk.level()).word());
        put(inputs, Question.STRATEGIC, customer.strategic());
        put(inputs, Question.VALUE, value());
        put(inputs, Question.POTENTIAL, customer.potential().word());
        put(inputs, Question.MOVING, unanswered(MOVE).isPresent());
        put(inputs, Question.TOP_VALUE, value() >= figures.topValue().get(customer.segment()));
        put(inputs, Question.WIN_BACK_DUE, winBackDue());
        put(inputs, Question.LOST, lost);
        return inputs;
    }

    private static void put(Map<String, Object> inputs, Question question, Object answer) {
        inputs.put(question.inTable(), answer);
    }

    private String termination() {
        if (lost || !terminationNotified()) {
            return "none";
        }
        return unanswered(TERMINATION).isPresent() ? "notified" : "answered";
    }

    private boolean paymentFailedOnly() {
        return unanswered(PAYMENT).isPresent()
                && risk.openMatters().size() == 1
                && risk.unpaid().probability() >= risk.byChoice().probability();
    }

    /** There is almost never a third chance, and one try at the second. */
    private String wonBack() {
        if (lost || risk.life().number() == 1) {
            return "no";
        }
        boolean tried = occasion.past()
                .answeredAt()
                .filter(risk.life().startedAt()::isBefore)
                .isPresent();
        return tried ? "tried" : "leaving-again";
    }

    /** Once for each time of leaving; a second loss is final unless they come by themselves. */
    private boolean winBackDue() {
        return passed(winBackAt()
                .filter(due -> occasion.past().answeredAt().map(due::isAfter).orElse(true)));
    }

    private Optional<Instant> winBackAt() {
        Life life = risk.life();
        Optional<Instant> gone = lost
                ? life.endedAt().filter(_ -> life.leaving()
                        .filter(Leaving.UNAVOIDABLE::equals)
                        .isEmpty())
                : risk.dormantSince();
        return gone.filter(_ -> life.number() == 1 && risk.unavoidable().isEmpty())
                .map(since -> since.plus(Duration.ofDays(figures.winBackAfterDays())));
    }

    private boolean passed(Optional<Instant> instant) {
        return instant.filter(at -> !occasion.now().isBefore(at)).isPresent();
    }

    private Optional<Matter> unanswered(String type) {
        return risk.openMatter(type).filter(_ -> !lost).filter(matter -> occasion.past()
                .answeredAt()
                .map(matter.since()::isAfter)
                .orElse(true));
    }
}
