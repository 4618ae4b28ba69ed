package io.vigie.kpi.store;

import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Gives the rows of who is erased another name, so that every measure stays as it was while nobody is told by them.
 *
 * <p>A topic's erasure renames what that topic told: of the others' events some may still be on their way.
 */
final class Erasures {
    private static final String FIRST_TIME =
            "insert into erasure (topic, event_id, at) values (?, ?, ?) on conflict do nothing";
    private static final String UNREADABLE = "delete from unreadable where topic = ? and key = ? and position < ?";
    private static final String RENAME = "update %s set customer = ? where customer = ?";
    private static final List<String> OF_SIGNALS = List.of(RENAME.formatted("signal_fact"));
    private static final List<String> OF_RETENTION = List.of(
            RENAME.formatted("case_fact"),
            RENAME.formatted("task_fact"),
            RENAME.formatted("no_action_fact"),
            RENAME.formatted("notice_fact"),
            RENAME.formatted("interview_fact"));

    /** Lives are told again by every delivery of an assessment, so theirs goes by what came before it, each time. */
    private static final String LIVES_TOLD_AGAIN = """
            delete from life where customer = ? and arrival < ? and exists (
                select from life anonymous where anonymous.customer = ? and anonymous.number = life.number)""";

    private static final List<String> OF_RISK =
            List.of(RENAME.formatted("assessment") + " and arrival < ?", RENAME.formatted("life") + " and arrival < ?");

    private Erasures() {}

    static void write(Connection connection, Told<CustomerErased> told) throws SQLException {
        String customer = told.event().subject();
        String nobody = Ids.derived(told.event().id(), "anonymous").toString();
        boolean first =
                update(connection, FIRST_TIME, told.topic().word(), told.event().id(), at(told)) == 1;
        update(connection, UNREADABLE, told.topic().word(), customer, told.offset());
        if (told.topic() == Topic.RISK) {
            update(connection, LIVES_TOLD_AGAIN, customer, told.offset(), nobody);
            for (String rename : OF_RISK) {
                update(connection, rename, nobody, customer, told.offset());
            }
        } else if (first) {
            for (String rename : told.topic() == Topic.SIGNALS ? OF_SIGNALS : OF_RETENTION) {
                update(connection, rename, nobody, customer);
            }
        }
    }

    private static OffsetDateTime at(Told<CustomerErased> told) {
        return told.data().at().atOffset(ZoneOffset.UTC);
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
