package io.vigie.kpi.store;

import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far time has come in each partition, and which replays have closed there. */
final class Progress {
    private static final Table<Told<Tick>> TICKS = new Table<>(
            "insert into tick (run, topic, partition, time) values (?, ?, ?, ?) on conflict do nothing",
            (row, told) -> row.text(told.data().run())
                    .text(told.topic().word())
                    .number(told.partition())
                    .time(told.data().time()));

    private static final Table<Reached> NEWEST =
            new Table<>("""
            insert into newest (topic, partition, time) values (?, ?, ?)
            on conflict (topic, partition) do update set time = greatest(newest.time, excluded.time)""", (row, reached) -> row.text(reached.place().topic().word())
                    .number(reached.place().partition())
                    .time(reached.time()));

    private Progress() {}

    static void write(Connection connection, List<Told<?>> all) throws SQLException {
        TICKS.write(connection, Told.carrying(Tick.class, all));
        NEWEST.write(connection, newest(all));
    }

    private static Collection<Reached> newest(List<Told<?>> all) {
        Map<Place, Reached> newest = new TreeMap<>();
        for (Told<?> told : all) {
            Place place = new Place(told.topic(), told.partition());
            newest.merge(
                    place,
                    new Reached(place, told.event().time()),
                    (one, other) -> one.time().isBefore(other.time()) ? other : one);
        }
        return newest.values();
    }

    static int ticksOf(Connection connection, String run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from tick where run = ?")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    static Optional<Instant> newest(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select max(time) from newest");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    private record Place(Topic topic, int partition) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::topic).thenComparing(Place::partition);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Reached(Place place, Instant time) {}
}
