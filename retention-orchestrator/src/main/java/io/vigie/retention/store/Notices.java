package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Consumers whose contract will renew by itself and who must be told in time that they may refuse. */
@ApplicationScoped
public class Notices {
    private static final String DUE = """
            WITH known AS (
                SELECT customer, latest::jsonb AS risk, latest::jsonb #> '{decisionInput,contract}' AS contract
                FROM dossier WHERE latest IS NOT NULL)
            SELECT customer, (contract ->> 'noticeCloses')::timestamptz AS closes FROM known k
            WHERE risk #>> '{decisionInput,segment}' = 'b2c' AND contract ->> 'renewal' = 'tacit'
                AND (contract ->> 'noticeCloses')::timestamptz BETWEEN ? AND ? AND risk #>> '{life,state}' = 'active'
                AND risk -> 'unavoidable' IS NULL AND NOT risk @> '{"openMatters": [{"type": "termination.notified"}]}'
                AND NOT EXISTS (SELECT FROM letter l WHERE l.customer = k.customer AND l.text = ?
                    AND l.for_day = ((contract ->> 'noticeCloses')::timestamptz AT TIME ZONE ?)::date)""";
    private static final String LISTED = DUE + " ORDER BY closes, customer LIMIT ?";
    private static final String COUNTED = "SELECT count(*) AS number FROM (" + DUE + ") due";

    private final Database database;

    Notices(Database database) {
        this.database = database;
    }

    /** Somebody who is owed a notice, and the last day on which they may refuse. */
    public record Owed(String customer, LocalDate deadline) {}

    /**
     * Who was not told yet, the nearest deadline first.
     *
     * @param from and {@code to}: between which instants the notice period ends
     * @param text of the letter that tells them
     */
    @Transactional
    public List<Owed> due(Instant from, Instant to, String text, ZoneId zone, int limit) {
        return database.rows(
                LISTED,
                row -> new Owed(
                        row.text("customer"), row.instant("closes").atZone(zone).toLocalDate()),
                from,
                to,
                text,
                zone.getId(),
                limit);
    }

    /** How many these are. */
    @Transactional
    public int number(Instant from, Instant to, String text, ZoneId zone) {
        return (int) database.rows(COUNTED, row -> row.number("number"), from, to, text, zone.getId())
                .getFirst()
                .longValue();
    }
}
