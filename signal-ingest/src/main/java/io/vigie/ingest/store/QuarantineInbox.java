package io.vigie.ingest.store;

import io.vigie.events.wire.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Takes what was refused into the quarantine, a batch in one transaction, each once however often it comes. */
@ApplicationScoped
public class QuarantineInbox {
    private static final String INSERT =
            "insert into quarantined (id, at, via, source, key, reason, detail, line, content_type, raw, waits_for)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set at = excluded.at,"
                    + " reason = excluded.reason, detail = excluded.detail, mended = null, waits_for = excluded.waits_for,"
                    + " status = 'open', settled_at = null, settled_by = null"
                    + " where quarantined.settled_at < excluded.at and cardinality(excluded.waits_for) > 0";

    private final DataSource database;
    private final AtRest atRest;

    QuarantineInbox(DataSource database, AtRest atRest) {
        this.database = database;
        this.atRest = atRest;
    }

    /**
     * Of what comes a second time nothing changes, unless it was settled in between and its sender was told again that
     * it waits: then it does.
     */
    @Transactional
    public void keep(List<Arrival> arrivals) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Arrival arrival : latest(arrivals)) {
                bind(connection, insert, arrival);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("what was refused could not be kept", e);
        }
    }

    /** One statement may write a row once only. */
    private static Collection<Arrival> latest(List<Arrival> arrivals) {
        Map<UUID, Arrival> latest = new LinkedHashMap<>();
        arrivals.forEach(arrival -> latest.merge(
                arrival.id(),
                arrival,
                (one, other) ->
                        other.refused().receivedAt().isAfter(one.refused().receivedAt()) ? other : one));
        return latest.values();
    }

    private void bind(Connection connection, PreparedStatement insert, Arrival arrival) throws SQLException {
        Refused refused = arrival.refused();
        insert.setObject(1, arrival.id());
        insert.setObject(2, Rows.time(refused.receivedAt()));
        insert.setString(3, refused.via().word());
        insert.setString(4, Rows.storable(refused.source()));
        insert.setString(5, Rows.storable(arrival.key()));
        insert.setString(6, Rows.storable(refused.reason()));
        insert.setString(7, Rows.storable(refused.detail()));
        if (refused.line().isPresent()) {
            insert.setLong(8, refused.line().get());
        } else {
            insert.setNull(8, Types.BIGINT);
        }
        insert.setString(9, Rows.storable(refused.contentType()));
        insert.setBytes(10, atRest.shut(refused.decodeRaw()));
        insert.setArray(
                11,
                connection.createArrayOf(
                        "text", refused.waitsFor().stream().map(Rows::storable).toArray()));
    }

    /**
     * What was refused, as it comes from the topic.
     *
     * @param key the customer's id, or the source where no customer is known
     */
    public record Arrival(UUID id, String key, Refused refused) {}
}
