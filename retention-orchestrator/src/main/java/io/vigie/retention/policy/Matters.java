package io.vigie.retention.policy;

import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What is open between a customer and us; what was open when a case came to its end counts as answered. */
final class Matters {
    static final String INCIDENT = "incident.with-account-manager";
    static final String TERMINATION = "termination.notified";
    static final String PAYMENT = "payment.failed";
    static final String COMPLAINT = "complaint.filed";
    static final String ANNIVERSARY = "order.not-renewed";
    static final String RENEWAL = "renewal.missed";
    static final String MOVE = "customer.moved";

    private final RiskAssessed risk;
    private final Optional<Instant> answeredAt;
    private final boolean lost;

    /**
     * @param answeredAt what was open by then counts as answered, or is history
     */
    Matters(RiskAssessed risk, Optional<Instant> answeredAt) {
        this.risk = risk;
        this.answeredAt = answeredAt;
        this.lost = risk.life().state() == LifeState.LOST;
    }

    boolean open(String type) {
        return risk.openMatter(type).isPresent();
    }

    boolean unanswered(String type) {
        return matter(type).isPresent();
    }

    Optional<Matter> matter(String type) {
        return risk.openMatter(type).filter(_ -> !lost).filter(matter -> openedUnanswered(matter.newest()));
    }

    /** Since when the oldest of a kind that nobody has answered has been open. */
    Optional<Instant> unansweredSince(String type) {
        return matter(type).map(matter -> openedUnanswered(matter.since()) ? matter.since() : matter.newest());
    }

    private boolean openedUnanswered(Instant at) {
        return answeredAt.map(at::isAfter).orElse(true);
    }

    Optional<Instant> complaintOverdueAt(BusinessCalendar calendar, int patience) {
        return unansweredSince(COMPLAINT).map(since -> calendar.plusDays(since, patience));
    }

    Optional<String> anniversary() {
        return Stream.of(ANNIVERSARY, RENEWAL).filter(this::unanswered).findFirst();
    }

    /** In the words of a decision table. */
    String termination() {
        if (lost || !open(TERMINATION)) {
            return "none";
        }
        return unanswered(TERMINATION) ? "notified" : "answered";
    }

    boolean paymentFailedOnly() {
        return unanswered(PAYMENT)
                && risk.openMatters().size() == 1
                && risk.unpaid().probability() >= risk.byChoice().probability();
    }
}
