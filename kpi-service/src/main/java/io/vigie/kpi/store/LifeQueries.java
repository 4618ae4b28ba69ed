package io.vigie.kpi.store;

import io.vigie.events.Word;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import io.vigie.kpi.measure.Causes;
import io.vigie.kpi.measure.Customers;
import io.vigie.kpi.measure.Period;
import io.vigie.kpi.measure.Split;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Who was a customer, worth what, and who left and why. */
final class LifeQueries {
    private static final String VALUE_AT = """
            coalesce(
                (select yearly_margin from assessment a where a.customer = life_kept.customer and a.as_of <= %1$s
                 order by as_of desc, arrival desc limit 1),
                (select yearly_margin from assessment a where a.customer = life_kept.customer
                 order by as_of, arrival limit 1), 0)""";
    private static final String CUSTOMER_AT = "started_at < %1$s and (ended_at is null or ended_at >= %1$s)";
    private static final String ENDED_WITHIN = "ended_at >= :from and ended_at < :to";
    private static final String WAY = "coalesce(leaving, 'by-choice')";

    private static final Query LOST =
            new Query("select %s, count(*) from life_kept where %s group by 1".formatted(WAY, ENDED_WITHIN));
    private static final Query VALUE_LOST = new Query("select %s, sum(%s) from life_kept where %s group by 1"
            .formatted(WAY, VALUE_AT.formatted("life_kept.ended_at"), ENDED_WITHIN));
    private static final Query AT_START = new Query("select count(*), coalesce(sum(%s), 0) from life_kept where %s"
            .formatted(VALUE_AT.formatted(":from"), CUSTOMER_AT.formatted(":from")));
    private static final Query STARTED =
            new Query("select count(*) from life_kept where started_at >= :from and started_at < :to");
    private static final String NOT_SCORED = "not-scored";
    private static final Query AT_END_BY_LEVEL = new Query("""
            select coalesce(
                (select case when objected then '%s' else level end from assessment a where a.customer = life_kept.customer and a.as_of <= :to
                 order by as_of desc, arrival desc limit 1), 'stable'), count(*)
            from life_kept where %s group by 1""".formatted(NOT_SCORED, CUSTOMER_AT.formatted(":to")));
    private static final Query CAUSES_OF_LOST = new Query(
            "select cause, count(*) from life_kept where %s and cause is not null group by 1".formatted(ENDED_WITHIN));
    private static final Query CAUSES_OF_SIGNALS = new Query("""
            select cause, count(*) from signal_fact
            where time >= :from and time < :to and cause is not null group by 1""");

    private LifeQueries() {}

    static Split lost(Connection connection, Period period) throws SQLException {
        return split(LOST, connection, period);
    }

    static Split valueLost(Connection connection, Period period) throws SQLException {
        return split(VALUE_LOST, connection, period);
    }

    static Customers customers(Connection connection, Period period) throws SQLException {
        long[] figures = new long[4];
        AT_START.each(connection, period, row -> {
            figures[0] = row.getLong(1);
            figures[1] = row.getLong(2);
        });
        STARTED.each(connection, period, row -> figures[2] = row.getLong(1));
        Map<RiskLevel, Long> byLevel = new EnumMap<>(RiskLevel.class);
        AT_END_BY_LEVEL.each(connection, period, row -> {
            if (row.getString(1).equals(NOT_SCORED)) {
                figures[3] = row.getLong(2);
            } else {
                byLevel.put(Word.of(RiskLevel.class, row.getString(1)), row.getLong(2));
            }
        });
        return new Customers(figures[0], figures[1], figures[2], byLevel, figures[3]);
    }

    static Causes causes(Connection connection, Period period) throws SQLException {
        return new Causes(
                CAUSES_OF_LOST.tally(connection, period, Cause.class),
                CAUSES_OF_SIGNALS.tally(connection, period, Cause.class));
    }

    /** A company has one currency: any assessment knows it. */
    static Optional<String> currency(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select currency from assessment limit 1");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static Split split(Query query, Connection connection, Period period) throws SQLException {
        Split[] split = {Split.NONE};
        query.each(
                connection,
                period,
                row -> split[0] = split[0].plus(Word.of(Leaving.class, row.getString(1)), row.getLong(2)));
        return split[0];
    }
}
