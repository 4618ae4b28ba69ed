package io.vigie.ingest.store;

import io.vigie.ingest.access.ApiKey;
import io.vigie.ingest.access.RateLimit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads one row of the keys. */
final class ApiKeyRow {
    private ApiKeyRow() {}

    static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("ending"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                rateLimit(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static Optional<RateLimit> rateLimit(ResultSet row) throws SQLException {
        int perSecond = row.getInt("per_second");
        return row.wasNull() ? Optional.empty() : Optional.of(new RateLimit(perSecond, row.getInt("burst")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
