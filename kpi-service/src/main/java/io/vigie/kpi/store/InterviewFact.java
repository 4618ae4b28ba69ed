package io.vigie.kpi.store;

import io.vigie.events.Word;
import io.vigie.events.retention.InterviewAsked;
import io.vigie.events.retention.InterviewHeld;
import io.vigie.events.retention.InterviewWay;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.signal.Cause;
import io.vigie.kpi.measure.Interviews;
import io.vigie.kpi.measure.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** That a leaver was asked why, or said it. */
record InterviewFact(
        String eventId, RetentionEvent event, String kind, Optional<InterviewWay> way, Optional<Cause> reason) {
    static final Table<InterviewFact> TABLE = new Table<>("""
            insert into interview_fact (event_id, customer, at, kind, way, reason)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, fact) -> row.text(fact.eventId)
            .text(fact.event.customer())
            .time(fact.event.at())
            .text(fact.kind)
            .text(fact.way.map(Word::word))
            .text(fact.reason.map(Word::word)));

    /** Leavers, however often; who was spoken to was asked by that. */
    private static final Query COUNTS = new Query("""
            select count(distinct customer) filter (where kind = 'asked' or way = 'interview'),
                count(distinct customer) filter (where kind = 'held')
            from interview_fact where at >= :from and at < :to""");

    /** Each by what they said last. */
    private static final Query REASONS = new Query("""
            select reason, count(*) from (
                select distinct on (customer) reason from interview_fact
                where kind = 'held' and reason is not null and at >= :from and at < :to
                order by customer, at desc, event_id) last group by 1""");

    static List<InterviewFact> in(List<Told<RetentionEvent>> events) {
        return events.stream()
                .flatMap(told -> of(told.event().id(), told.data()))
                .toList();
    }

    static Interviews count(Connection connection, Period period) throws SQLException {
        Map<Cause, Long> reasons = REASONS.tally(connection, period, Cause.class);
        Interviews[] counted = new Interviews[1];
        COUNTS.each(connection, period, row -> counted[0] = new Interviews(row.getLong(1), row.getLong(2), reasons));
        return counted[0];
    }

    private static Stream<InterviewFact> of(String id, RetentionEvent event) {
        return switch (event) {
            case InterviewAsked asked ->
                Stream.of(new InterviewFact(id, asked, "asked", Optional.empty(), Optional.empty()));
            case InterviewHeld held ->
                Stream.of(new InterviewFact(
                        id, held, "held", Optional.of(held.way()), held.real().or(held::stated)));
            default -> Stream.empty();
        };
    }
}
