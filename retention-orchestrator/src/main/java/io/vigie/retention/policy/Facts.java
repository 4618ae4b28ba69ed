package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a policy may ask of a customer, worked out from one assessment. */
final class Facts {
    static final String INCIDENT = "incident.with-account-manager";
    static final String TERMINATION = "termination.notified";
    static final String PAYMENT = "payment.failed";
    static final String COMPLAINT = "complaint.filed";
    static final String ANNIVERSARY = "order.not-renewed";
    static final String RENEWAL = "renewal.missed";

    private final RiskAssessed risk;
    private final Instant now;
    private final Optional<Instant> answeredAt;
    private final Optional<Instant> complaintOverdueAt;
    private final WaysToReach ways;

    /**
     * @param now the instant decided for
     * @param answeredAt when a case of this customer last came to its end or to its waiting: what was open then counts
     *     as answered
     */
    Facts(RiskAssessed risk, Instant now, Optional<Instant> answeredAt, BusinessCalendar calendar, int patience) {
        this.risk = risk;
        this.now = now;
        this.answeredAt = answeredAt;
        this.ways = new WaysToReach(risk.decisionInput(), now);
        this.complaintOverdueAt = unanswered(COMPLAINT).map(matter -> calendar.plusDays(matter.since(), patience));
    }

    WaysToReach ways() {
        return ways;
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

    /** The business day on which an open complaint will have waited long enough, while that is still to come. */
    Optional<Instant> lookAgainAt() {
        return complaintOverdueAt.filter(now::isBefore);
    }

    Optional<String> anniversary() {
        return Stream.of(ANNIVERSARY, RENEWAL)
                .filter(type -> unanswered(type).isPresent())
                .findFirst();
    }

    /** By the names that a decision table uses. */
    Map<String, Object> asInputs() {
        var customer = risk.decisionInput();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("unavoidable", risk.unavoidable().isPresent());
        inputs.put("objection", customer.objection());
        inputs.put("lost", risk.life().state() == LifeState.LOST);
        inputs.put("incident", unanswered(INCIDENT).isPresent());
        inputs.put("termination", termination());
        inputs.put("payment failed only", paymentFailedOnly());
        inputs.put(
                "complaint overdue",
                complaintOverdueAt.filter(at -> !now.isBefore(at)).isPresent());
        inputs.put("anniversary missed", anniversary().isPresent());
        inputs.put("callable", ways.open(Action.CALL));
        inputs.put("reachable", ways.any());
        inputs.put("segment", customer.segment().word());
        inputs.put("strategic", customer.strategic());
        inputs.put("value", value());
        inputs.put("potential", customer.potential().word());
        inputs.put("level", risk.level().word());
        return inputs;
    }

    private String termination() {
        if (!terminationNotified()) {
            return "none";
        }
        return unanswered(TERMINATION).isPresent() ? "notified" : "answered";
    }

    private boolean paymentFailedOnly() {
        return unanswered(PAYMENT).isPresent()
                && risk.openMatters().size() == 1
                && risk.unpaid().probability() >= risk.byChoice().probability();
    }

    private Optional<Matter> unanswered(String type) {
        return risk.openMatter(type)
                .filter(matter -> answeredAt.map(matter.since()::isAfter).orElse(true));
    }
}
