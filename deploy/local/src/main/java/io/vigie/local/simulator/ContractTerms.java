package io.vigie.local.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a contract gives off from term to term: its start, notice windows, price rises, renewals. */
final class ContractTerms {
    private static final double PRICE_RAISED = 0.3;

    private final Subject subject;
    private final Terms terms;
    private final Optional<Leave> leave;
    private final Dice dice;

    ContractTerms(Subject subject, Optional<Leave> leave, Dice dice) {
        this.subject = subject;
        this.terms = subject.terms().orElseThrow();
        this.leave = leave;
        this.dice = dice;
    }

    List<Happening> until(Instant end) {
        List<Happening> all = new ArrayList<>();
        if (subject.newcomer()) {
            all.add(new Happening(subject.since(), "contract.started", running(terms.endAfter(subject.since()), true)));
        }
        for (Instant term = terms.endAfter(subject.since());
                noticeOf(term).isBefore(end);
                term = terms.endAfter(term)) {
            term(term, all);
        }
        return all;
    }

    private Instant noticeOf(Instant term) {
        return terms.noticeOpens(term);
    }

    private void term(Instant end, List<Happening> all) {
        if (terms.tacit()) {
            all.add(new Happening(
                    noticeOf(end),
                    "notice-window.opened",
                    Map.of(
                            "contract",
                            terms.id(),
                            "closes",
                            terms.noticeCloses(end).toString())));
        }
        if (dice.chance(PRICE_RAISED)) {
            double percent = Math.round(dice.between(2, 9) * 10) / 10.0;
            all.add(new Happening(Days.after(end, -dice.between(40, 75)), "price.raised", Map.of("percent", percent)));
        }
        if (leave.isEmpty() || end.isBefore(leave.orElseThrow().decision())) {
            all.add(new Happening(end, "contract.renewed", running(terms.endAfter(end), false)));
        }
    }

    private Map<String, Object> running(Instant end, boolean fresh) {
        Map<String, Object> running = new LinkedHashMap<>();
        running.put("contract", terms.id());
        if (fresh) {
            running.put("renewal", terms.renewal().word());
        }
        running.put("end", end.toString());
        if (terms.tacit()) {
            running.put("noticeOpens", terms.noticeOpens(end).toString());
            running.put("noticeCloses", terms.noticeCloses(end).toString());
        }
        return running;
    }
}
