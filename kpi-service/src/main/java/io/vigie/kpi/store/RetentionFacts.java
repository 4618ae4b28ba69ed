package io.vigie.kpi.store;

import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.NoticeFollowed;
import io.vigie.events.retention.RetentionEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What was decided and done as facts, without the names of those who worked on it. */
final class RetentionFacts {
    private static final Table<Told<NoActionDecided>> NO_ACTIONS =
            new Table<>("""
            insert into no_action_fact (event_id, customer, at, reason, rule)
            values (?, ?, ?, ?, ?) on conflict do nothing""", (row, told) -> row.text(told.event().id())
                    .text(told.data().customer())
                    .time(told.data().at())
                    .text(told.data().reason().word())
                    .text(told.data().trace().rule()));

    private static final Table<Told<NoticeFollowed>> NOTICES =
            new Table<>("""
            insert into notice_fact (event_id, customer, at, noticed_at, acknowledged_at, ended_at, contacts)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, told) -> row.text(told.event().id())
                    .text(told.data().customer())
                    .time(told.data().at())
                    .time(told.data().noticedAt())
                    .time(told.data().acknowledgedAt())
                    .time(told.data().endedAt())
                    .number(told.data().contacts()));

    private RetentionFacts() {}

    static void write(Connection connection, List<Told<?>> all) throws SQLException {
        List<Told<RetentionEvent>> events = Told.carrying(RetentionEvent.class, all);
        CaseFact.TABLE.write(connection, CaseFact.in(events));
        TaskFact.TABLE.write(connection, TaskFact.in(events));
        InterviewFact.TABLE.write(connection, InterviewFact.in(events));
        NO_ACTIONS.write(connection, Told.carrying(NoActionDecided.class, all));
        NOTICES.write(connection, Told.carrying(NoticeFollowed.class, all));
    }
}
