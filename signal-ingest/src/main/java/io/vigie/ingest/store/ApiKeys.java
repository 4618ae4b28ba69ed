package io.vigie.ingest.store;

import io.vigie.ingest.access.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys that were given out, by their digests; what was revoked stays, so that its use can be traced. */
@ApplicationScoped
public class ApiKeys {
    private final DataSource database;

    ApiKeys(DataSource database) {
        this.database = database;
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
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from api_key where digest = ?")) {
            select.setBytes(1, digest);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(ApiKeyRow.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys could not be read", e);
        }
    }

    /** All of them, the newest first. */
    @Transactional
    public List<ApiKey> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from api_key order by created_at desc, id");
                ResultSet rows = select.executeQuery()) {
            List<ApiKey> found = new ArrayList<>();
            while (rows.next()) {
                found.add(ApiKeyRow.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys could not be read", e);
        }
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
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setObject(2, id);
            return update.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the key could not be changed", e);
        }
    }
}
