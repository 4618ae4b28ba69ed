package io.vigie.local.simulator;

import io.vigie.events.risk.Leaving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signals of leaving itself: a notice, a renewal let go, the end; nothing at all from those who fall silent. */
final class Departure {
    private static final double AFTER_RENEWAL_MISSED = -15;

    private Departure() {}

    static List<Happening> of(Subject subject, Leave leave, Instant historyEnd) {
        List<Happening> all = new ArrayList<>();
        String contract = subject.terms().map(Terms::id).orElse("");
        String cause = leave.cause().word();
        if (leave.notice()) {
            Map<String, Object> notice = new LinkedHashMap<>();
            notice.put("contract", contract);
            notice.put("cause", cause);
            notice.put("effective", leave.at().toString());
            all.add(new Happening(leave.decision(), "termination.notified", notice));
        }
        if (leave.missed()) {
            Instant missed = Days.after(leave.at(), AFTER_RENEWAL_MISSED);
            all.add(new Happening(missed, "renewal.missed", Map.of("contract", contract)));
        }
        if (leave.told()) {
            all.add(end(contract, leave));
        }
        all.removeIf(happening -> !happening.at().isBefore(historyEnd));
        return all;
    }

    private static Happening end(String contract, Leave leave) {
        Map<String, Object> end = new LinkedHashMap<>();
        if (!contract.isEmpty()) {
            end.put("contract", contract);
        }
        end.put("leaving", leave.leaving().word());
        end.put("cause", leave.cause().word());
        boolean account = contract.isEmpty() || leave.leaving() == Leaving.UNAVOIDABLE;
        if (account) {
            end.remove("contract");
        }
        return new Happening(leave.at(), account ? "account.closed" : "contract.cancelled", end);
    }
}
