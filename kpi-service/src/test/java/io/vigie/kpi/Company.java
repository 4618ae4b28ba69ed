package io.vigie.kpi;

import static io.vigie.kpi.History.ended;
import static io.vigie.kpi.History.life;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import java.time.Duration;
import java.util.Optional;

/** A small company whose first quarter of 2025 can be worked out by hand. */
public final class Company {
    private Company() {}

    public static History firstQuarter() {
        History history = new History();
        customers(history);
        work(history);
        return history.signal("stays", "2025-01-10", "complaint.filed", Optional.of(Cause.PRICE))
                .signal("stays", "2025-01-11", "order.placed", Optional.empty())
                .signal("unpaid", "2025-02-20", "payment.failed", Optional.empty())
                .signal("stays", "2024-12-31", "complaint.filed", Optional.of(Cause.SERVICE));
    }

    private static void customers(History history) {
        history.assessed("stays", "2024-06-01", RiskLevel.STABLE, 10_000, life(1, "2024-01-01"))
                .assessed("stays", "2025-02-01", RiskLevel.AT_RISK, 20_000, life(1, "2024-01-01"))
                .assessed("chooses", "2024-06-01", RiskLevel.STABLE, 30_000, life(1, "2024-01-01"))
                .assessed(
                        "chooses",
                        "2025-02-10",
                        RiskLevel.URGENT,
                        25_000,
                        ended(1, "2024-01-01", "2025-02-10", Leaving.BY_CHOICE, Cause.SERVICE))
                .assessed("unpaid", "2024-06-01", RiskLevel.STABLE, 5_000, life(1, "2024-03-01"))
                .assessed(
                        "unpaid",
                        "2025-03-02",
                        RiskLevel.URGENT,
                        1,
                        ended(1, "2024-03-01", "2025-03-01", Leaving.UNPAID, Cause.PAYMENT))
                .assessed("dies", "2024-06-01", RiskLevel.STABLE, 8_000, life(1, "2024-03-01"))
                .assessed(
                        "dies",
                        "2025-03-15",
                        RiskLevel.STABLE,
                        8_000,
                        ended(1, "2024-03-01", "2025-03-15", Leaving.UNAVOIDABLE, Cause.DIED))
                .assessed("new", "2025-02-01", RiskLevel.WATCH, 50_000, life(1, "2025-02-01"))
                .assessed(
                        "returns",
                        "2024-12-01",
                        RiskLevel.URGENT,
                        7_000,
                        ended(1, "2023-01-01", "2024-12-01", Leaving.BY_CHOICE, Cause.PRICE))
                .assessed("returns", "2025-03-10", RiskLevel.URGENT, 7_000, life(2, "2025-03-10"))
                .assessed("rewritten", "2024-12-20", RiskLevel.STABLE, 1_000, life(2, "2024-12-15"))
                .assessed("rewritten", "2024-12-21", RiskLevel.STABLE, 1_000, life(1, "2024-05-05"));
    }

    private static void work(History history) {
        history.task("t1", "stays", "2025-02-02", Action.CALL, Optional.of(Duration.ofMillis(400)))
                .claimed("t1", "stays", "2025-02-04")
                .completed("t1", "stays", "2025-02-05", Action.CALL, Outcome.REACHED)
                .closed("t1", "stays", "2025-03-20", CaseResult.SAVED, CaseEnd.STILL_ACTIVE)
                .task("t2", "chooses", "2025-02-03", Action.LETTER, Optional.of(Duration.ofMillis(600)))
                .cancelled("t2", "chooses", "2025-02-10", CaseEnd.LEFT)
                .closed("t2", "chooses", "2025-02-10", CaseResult.LOST, CaseEnd.LEFT)
                .task("t3", "new", "2025-02-04", Action.CALL, Optional.of(Duration.ofSeconds(1)))
                .completed("t3", "new", "2025-04-02", Action.CALL, Outcome.PROMISE)
                .task("t4", "stays", "2024-12-31", Action.CALL, Optional.of(Duration.ofDays(1)))
                .task("t5", "returns", "2025-03-11", Action.MESSAGE, Optional.empty())
                .claimed("t5", "returns", "2025-03-12")
                .leftAlone("dies", "2025-03-14", NoActionReason.UNAVOIDABLE)
                .leftAlone("new", "2025-03-14", NoActionReason.CONTROL_GROUP);
    }
}
