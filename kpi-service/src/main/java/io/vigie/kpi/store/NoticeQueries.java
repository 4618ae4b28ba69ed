package io.vigie.kpi.store;

import io.vigie.kpi.measure.EffortToLeave;
import io.vigie.kpi.measure.EffortToLeave.Spread;
import io.vigie.kpi.measure.Period;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What leaving cost those who had given notice; a notice is told of more than once and counts once. */
final class NoticeQueries {
    private static final Query HOURS =
            spread("extract(epoch from min(acknowledged_at) - noticed_at) / 3600", "acknowledged_at");
    private static final Query DAYS = spread("extract(epoch from min(ended_at) - noticed_at) / 86400", "ended_at");
    private static final Query CONTACTS = spread("max(contacts)", "ended_at");

    private NoticeQueries() {}

    static EffortToLeave effort(Connection connection, Period period) throws SQLException {
        return new EffortToLeave(
                read(HOURS, connection, period), read(DAYS, connection, period), read(CONTACTS, connection, period));
    }

    private static Query spread(String figure, String when) {
        return new Query("""
                select count(*), percentile_cont(0.5) within group (order by figure),
                       percentile_cont(0.95) within group (order by figure)
                from (select %s as figure from notice_fact where %s is not null group by customer, noticed_at
                      having min(%s) >= :from and min(%s) < :to) as notice""".formatted(figure, when, when, when));
    }

    private static Spread read(Query query, Connection connection, Period period) throws SQLException {
        Spread[] spread = new Spread[1];
        query.each(connection, period, row -> spread[0] = new Spread(row.getLong(1), figure(row, 2), figure(row, 3)));
        return spread[0];
    }

    private static Optional<Double> figure(ResultSet row, int column) throws SQLException {
        double figure = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Math.round(figure * 10) / 10.0);
    }
}
