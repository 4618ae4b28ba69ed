package io.vigie.kpi.store;

import io.vigie.events.Word;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.RiskAssessed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Assessments as facts, and the lives they tell of. */
final class RiskFacts {
    private static final Table<Told<RiskAssessed>> ASSESSMENTS =
            new Table<>("""
            insert into assessment (event_id, customer, as_of, arrival, level, probability, segment, yearly_margin,
                                    currency, life_number, trigger, objected)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, told) -> row.text(told.event().id())
                    .text(told.data().customer())
                    .time(told.data().asOf())
                    .number(told.offset())
                    .text(told.data().level().word())
                    .real(told.data().probability())
                    .text(told.data().decisionInput().segment().word())
                    .number(told.data().decisionInput().yearlyMargin())
                    .text(told.data().decisionInput().currency())
                    .number(told.data().life().number())
                    .text(told.data().trigger().word())
                    .bool(told.data().decisionInput().objection()));

    private static final Table<LifeTold> LIVES = new Table<>("""
            insert into life (customer, number, started_at, ended_at, leaving, cause, as_of, arrival)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (customer, number) do update
            set started_at = excluded.started_at, ended_at = excluded.ended_at, leaving = excluded.leaving,
                cause = excluded.cause, as_of = excluded.as_of, arrival = excluded.arrival
            where (excluded.as_of, excluded.arrival) > (life.as_of, life.arrival)""", (row, told) -> row.text(told.customer)
            .number(told.life.number())
            .time(told.life.startedAt())
            .time(told.life.endedAt())
            .text(told.life.leaving().map(Word::word))
            .text(told.life.cause().map(Word::word))
            .time(told.asOf)
            .number(told.arrival));

    private RiskFacts() {}

    static void write(Connection connection, List<Told<RiskAssessed>> risks) throws SQLException {
        ASSESSMENTS.write(connection, risks);
        LIVES.write(connection, newestOfEachLife(risks));
    }

    /** One statement may touch a row once only; and sorted rows cannot lock each other dead. */
    private static Collection<LifeTold> newestOfEachLife(List<Told<RiskAssessed>> risks) {
        Map<String, LifeTold> newest = new TreeMap<>();
        for (Told<RiskAssessed> told : risks) {
            Stream.concat(
                            told.data().pastLives().stream(),
                            Stream.of(told.data().life()))
                    .map(life -> new LifeTold(
                            told.data().customer(), life, told.data().asOf(), told.offset()))
                    .forEach(life -> newest.merge(life.key(), life, BinaryOperator.maxBy(LifeTold.BY_AGE)));
        }
        return newest.values();
    }

    private record LifeTold(String customer, Life life, Instant asOf, long arrival) {
        static final Comparator<LifeTold> BY_AGE =
                Comparator.comparing(LifeTold::asOf).thenComparing(LifeTold::arrival);

        String key() {
            return customer + "\n" + life.number();
        }
    }
}
