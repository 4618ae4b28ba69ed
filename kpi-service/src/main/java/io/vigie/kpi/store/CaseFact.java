package io.vigie.kpi.store;

import io.vigie.events.Word;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.RetentionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A case was opened for an action, or closed with a result. */
record CaseFact(
        String eventId,
        String caseId,
        String customer,
        String kind,
        Instant at,
        Optional<Action> action,
        Optional<CaseClosed> closed) {

    static final Table<CaseFact> TABLE = new Table<>("""
            insert into case_fact (event_id, case_id, customer, kind, at, action, result, because)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, fact) -> row.text(fact.eventId)
            .text(fact.caseId)
            .text(fact.customer)
            .text(fact.kind)
            .time(fact.at)
            .text(fact.action.map(Word::word))
            .text(fact.closed.map(end -> end.result().word()))
            .text(fact.closed.map(end -> end.because().word())));

    static List<CaseFact> in(List<Told<RetentionEvent>> events) {
        return events.stream()
                .flatMap(told -> of(told.event().id(), told.data()))
                .toList();
    }

    private static Stream<CaseFact> of(String id, RetentionEvent event) {
        return switch (event) {
            case CaseOpened opened ->
                Stream.of(new CaseFact(
                        id,
                        opened.caseId(),
                        opened.customer(),
                        "opened",
                        opened.at(),
                        Optional.of(opened.action()),
                        Optional.empty()));
            case CaseClosed closed ->
                Stream.of(new CaseFact(
                        id,
                        closed.caseId(),
                        closed.customer(),
                        "closed",
                        closed.at(),
                        Optional.empty(),
                        Optional.of(closed)));
            default -> Stream.empty();
        };
    }
}
