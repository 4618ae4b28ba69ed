package io.vigie.ingest.store;

import io.vigie.ingest.access.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys that were given out, by their digests; what was revoked stays, so that its use can be traced. */
@ApplicationScoped
public class ApiKeys {
    private final DataSource database;
    private final Rows rows;

    ApiKeys(DataSource database) {
        this.database = database;
        this.rows = new Rows(database, "the keys could not be read or changed");
    }

    @Transactional
    public void keep(ApiKey key, byte[] digest) {
        String sql = "insert into api_key (id, name, digest, ending, scopes, per_second, burst, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, key.id());
            insert.setString(2, key.name());
            insert.setBytes(3, digest);
            insert.setString(4, key.ending());
            insert.setArray(5, connection.createArrayOf("text", key.scopes().toArray()));
            insert.setObject(6, key.rateLimit().map(limit -> limit.perSecond()).orElse(null), Types.INTEGER);
            insert.setObject(7, key.rateLimit().map(limit -> limit.burst()).orElse(null), Types.INTEGER);
            insert.setTimestamp(8, Timestamp.from(key.createdAt()));
            insert.setTimestamp(9, key.expiresAt().map(Timestamp::from).orElse(null));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the key could not be kept", e);
        }
    }

    @Transactional
    public Optional<ApiKey> find(byte[] digest) {
        return rows.select("select * from api_key where digest = ?", List.of(digest), ApiKeyRow::read).stream()
                .findFirst();
    }

    /** All of them, the newest first. */
    @Transactional
    public List<ApiKey> all() {
        return rows.select("select * from api_key order by created_at desc, id", List.of(), ApiKeyRow::read);
    }

    /** @return whether there is such a key; one that was revoked before stays so since then */
    @Transactional
    public boolean revoke(UUID id, Instant now) {
        return update("update api_key set revoked_at = coalesce(revoked_at, ?) where id = ?", now, id);
    }

    @Transactional
    public void used(UUID id, Instant now) {
        update("update api_key set last_used_at = ? where id = ?", now, id);
    }

    private boolean update(String sql, Instant at, UUID id) {
        return rows.change(sql, List.of(Rows.time(at), id)) > 0;
    }
}
