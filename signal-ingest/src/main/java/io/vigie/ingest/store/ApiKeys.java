package io.vigie.ingest.store;

import io.vigie.ingest.access.ApiKey;
import io.vigie.ingest.access.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The keys that were given out, by their digests; what was revoked stays, so that its use can be traced. */
@ApplicationScoped
public class ApiKeys {
    private final Rows rows;

    ApiKeys(DataSource database) {
        this.rows = new Rows(database, "the keys could not be read or changed");
    }

    @Transactional
    public void keep(ApiKey key, byte[] digest) {
        rows.change(
                "insert into api_key (id, name, digest, ending, scopes, per_second, burst, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, nullif(?, 'infinity'::timestamptz))",
                List.of(
                        key.id(),
                        key.name(),
                        digest,
                        key.ending(),
                        key.scopes().toArray(String[]::new),
                        key.rateLimit().map(RateLimit::perSecond).orElse(0),
                        key.rateLimit().map(RateLimit::burst).orElse(0),
                        Rows.time(key.createdAt()),
                        key.expiresAt().map(Rows::time).orElse(OffsetDateTime.MAX)));
    }

    /** Those that were not revoked, by their digests in hexadecimal. */
    @Transactional
    public Map<String, ApiKey> byDigest() {
        return rows
                .select(
                        "select * from api_key where revoked_at is null",
                        List.of(),
                        row -> Map.entry(HexFormat.of().formatHex(row.getBytes("digest")), ApiKeyRow.read(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
