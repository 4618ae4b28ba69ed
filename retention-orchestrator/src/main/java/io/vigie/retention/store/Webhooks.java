package io.vigie.retention.store;

import io.vigie.events.customer.CustomerKey;
import io.vigie.events.wire.EventType;
import io.vigie.privacy.MasterKey;
import io.vigie.retention.casework.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is told of cases and tasks by webhook, and with what secret. */
@ApplicationScoped
public class Webhooks {
    private static final String ADD = """
            INSERT INTO webhook_endpoint (id, url, types, wrapped, secret, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String TELL = """
            INSERT INTO webhook_delivery (endpoint, event_id, type, customer, body, status, attempts, due_at, made_at)
            SELECT id, ?, ?, ?, ?, 'waiting', 0, now(), now() FROM webhook_endpoint
            WHERE disabled_at IS NULL AND (types = '{}' OR ? = ANY (types)) ON CONFLICT DO NOTHING""";
    private static final String DISABLE = """
            UPDATE webhook_endpoint SET disabled_at = ?, because = ? WHERE id = ? AND disabled_at IS NULL""";
    private static final String ANYBODY =
            "SELECT EXISTS (SELECT FROM webhook_endpoint WHERE disabled_at IS NULL) AS is";

    private final Database database;
    private final MasterKey masterKey;
    private final AuditLog audit;

    Webhooks(Database database, MasterKey masterKey, AuditLog audit) {
        this.database = database;
        this.audit = audit;
        this.masterKey = masterKey;
    }

    /**
     * Somebody who is told.
     *
     * @param types of events; empty for all
     * @param because why nobody is told there any more, where that is so
     */
    public record Endpoint(
            UUID id,
            URI url,
            List<String> types,
            String madeBy,
            Instant madeAt,
            Optional<Instant> disabledAt,
            Optional<String> because) {}

    @Transactional
    public Endpoint add(UUID id, URI url, List<String> types, String secret, String by, Instant now) {
        CustomerKey key = masterKey.mint(owner(id));
        String shut = masterKey.unwrap(owner(id), key).orElseThrow().encipher(owner(id), secret);
        database.update(ADD, id, url.toString(), types.toArray(String[]::new), key.wrapped(), shut, by, now);
        audit.note(now, by, "register webhook", "webhook/" + id, url.toString());
        return find(id).orElseThrow();
    }

    @Transactional
    public List<Endpoint> all() {
        return database.rows("SELECT * FROM webhook_endpoint ORDER BY made_at, id", Webhooks::endpoint);
    }

    @Transactional
    public Optional<Endpoint> find(UUID id) {
        return database.rows("SELECT * FROM webhook_endpoint WHERE id = ?", Webhooks::endpoint, id).stream()
                .findFirst();
    }

    /** Nobody is told there from now on; what was delivered stays to be looked at. */
    @Transactional
    public boolean disable(UUID id, String because, Instant now) {
        return database.update(DISABLE, now, because, id) == 1;
    }

    /** The same, by a person. */
    @Transactional
    public boolean disableBy(UUID id, String by, Instant now) {
        boolean done = disable(id, "by " + by, now);
        if (done) {
            audit.note(now, by, "disable webhook", "webhook/" + id, "");
        }
        return done;
    }

    /** What requests to it are signed with; none where the master key is another by now. */
    @Transactional
    public Optional<String> secret(UUID id) {
        return database
                .rows(
                        "SELECT wrapped, secret FROM webhook_endpoint WHERE id = ?",
                        row -> open(id, row.text("wrapped"), row.text("secret")),
                        id)
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

    /** Keeps what is to be told, in the transaction that it tells of. */
    void tell(List<Announcement> told) {
        if (told.isEmpty() || !database.rows(ANYBODY, row -> row.is("is")).getFirst()) {
            return;
        }
        database.updateAll(TELL, told.stream().map(Webhooks::values).toList());
    }

    private static Object[] values(Announcement one) {
        String type = EventType.of(one.event()).name();
        String body = Json.of(
                Map.of("type", type, "timestamp", one.event().recordedAt(), "id", one.id(), "data", one.event()));
        return new Object[] {one.id().toString(), type, one.event().customer(), body, type};
    }

    private Optional<String> open(UUID id, String wrapped, String shut) {
        return masterKey
                .unwrap(owner(id), new CustomerKey(wrapped))
                .flatMap(cipher -> cipher.decipher(owner(id), shut));
    }

    private static String owner(UUID id) {
        return "webhook/" + id;
    }

    private static Endpoint endpoint(Row row) throws SQLException {
        return new Endpoint(
                row.uuid("id"),
                URI.create(row.text("url")),
                row.texts("types"),
                row.text("made_by"),
                row.instant("made_at"),
                row.maybeInstant("disabled_at"),
                row.maybeText("because"));
    }
}
