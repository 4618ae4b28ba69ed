package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** What could not be taken, with its reason and its bytes, so that it can be mended. */
@ApplicationScoped
class UnreadableRecords {
    private static final String KEEP = """
            INSERT INTO unreadable (topic, partition, position, key, value, reason, taken_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String ERASE =
            "DELETE FROM unreadable WHERE key = ? AND topic = ? AND partition = ? AND position < ?";

    private final Database database;

    UnreadableRecords(Database database) {
        this.database = database;
    }

    int keep(List<Arrival.Unreadable> records, Instant now) {
        database.updateAll(KEEP, records.stream().map(one -> values(one, now)).toList());
        return records.size();
    }

    /** Whose bytes they are is told by their key; what came later is of a stranger. */
    void erase(String customer, Arrival.Origin until) {
        database.update(ERASE, customer, until.topic(), until.partition(), until.position());
    }

    private static Object[] values(Arrival.Unreadable one, Instant now) {
        Arrival.Origin origin = one.origin();
        return new Object[] {
            origin.topic(),
            origin.partition(),
            origin.position(),
            origin.key().map(key -> key.replace("\0", "\uFFFD")),
            origin.value().map(ByteBuffer::array),
            one.reason().replace("\0", "\uFFFD"),
            now
        };
    }
}
