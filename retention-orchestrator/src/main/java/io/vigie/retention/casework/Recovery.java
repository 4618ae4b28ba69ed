package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.SignalRef;
import java.util.Optional;

/** What a customer does, or we do for them, that settles a case without anybody closing it. */
final class Recovery {
    private static final String COMPLAINT = "complaint.filed";
    private static final String PAYMENT = "payment.failed";

    private Recovery() {}

    static Optional<CaseEnd> in(RiskAssessed risk, RetentionCase current) {
        String moved = risk.movedBy().map(SignalRef::type).orElse("");
        return switch (moved) {
            case "order.placed" -> owesAnAcknowledgement(current) ? Optional.empty() : Optional.of(CaseEnd.ORDERED);
            case "contract.renewed" -> Optional.of(CaseEnd.RENEWED);
            case "payment.recovered" -> paid(risk, current) ? Optional.of(CaseEnd.PAID) : resolved(risk, current);
            case "termination.withdrawn" ->
                withdrawn(risk, current) ? Optional.of(CaseEnd.CALMED_DOWN) : resolved(risk, current);
            default -> resolved(risk, current);
        };
    }

    private static boolean owesAnAcknowledgement(RetentionCase current) {
        return current.toDo().anyMatch(task -> task.order().bound());
    }

    /** Of two contracts the notice of one may stand. */
    private static boolean withdrawn(RiskAssessed risk, RetentionCase current) {
        return current.about(Opening.NOTICE) && risk.openMatter(Opening.NOTICE).isEmpty();
    }

    private static boolean paid(RiskAssessed risk, RetentionCase current) {
        boolean settled = current.opening().about().filter(PAYMENT::equals).isPresent()
                && risk.openMatter(PAYMENT).isEmpty();
        return settled || risk.openMatters().isEmpty();
    }

    /** A resolution may move the risk too little to be told by itself, so the matter being gone is enough. */
    private static Optional<CaseEnd> resolved(RiskAssessed risk, RetentionCase current) {
        boolean settled = current.opening().about().filter(COMPLAINT::equals).isPresent()
                && risk.openMatter(COMPLAINT).isEmpty();
        return settled ? Optional.of(CaseEnd.RESOLVED) : Optional.empty();
    }
}
