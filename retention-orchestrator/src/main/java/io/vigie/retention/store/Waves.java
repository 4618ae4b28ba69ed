package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import io.vigie.retention.barometer.Wave;
import io.vigie.retention.barometer.WaveReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waves of the barometer: whom chance drew, who was asked how, and what came back. */
@ApplicationScoped
public class Waves {
    /** Nobody is asked twice within it. */
    private static final Duration REST = Duration.ofDays(180);

    /** By a digest of wave and customer: as good as chance, and anybody can draw it again. */
    private static final String DRAW = """
            WITH gone AS (SELECT customer, latest::jsonb AS risk FROM dossier WHERE latest IS NOT NULL)
            SELECT customer, count(*) OVER () AS population FROM gone g
            WHERE risk #>> '{life,state}' = 'lost' AND (risk #>> '{life,endedAt}')::timestamptz >= ?
                AND (risk #>> '{life,endedAt}')::timestamptz < ?
                AND coalesce(risk #>> '{life,cause}', '') NOT IN ('died', 'closed-down')
                AND coalesce(risk #>> '{unavoidable,cause}', '') NOT IN ('died', 'closed-down')
                AND NOT (risk #>> '{decisionInput,objection}')::boolean
                AND NOT EXISTS (SELECT FROM interview i WHERE i.customer = g.customer AND i.asked_at > ?)
                AND NOT EXISTS (SELECT FROM wave_member m JOIN wave w ON w.name = m.wave
                    WHERE m.customer = g.customer AND w.drawn_at > ?)
            ORDER BY md5(? || '/' || customer) LIMIT ?""";

    private static final String KEEP = """
            INSERT INTO wave (name, left_from, left_to, size, population, drawn_at, drawn_by)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String MEMBER = "INSERT INTO wave_member (wave, customer) VALUES (?, ?)";
    private static final String NEXT = """
            SELECT wave, customer FROM wave_member WHERE tried_at IS NULL ORDER BY wave, customer LIMIT 1
            FOR UPDATE SKIP LOCKED""";
    private static final String TRIED = "UPDATE wave_member SET tried_at = ? WHERE wave = ? AND customer = ?";
    private static final String ASKED = "UPDATE wave_member SET by = ?, asked_at = ? WHERE wave = ? AND customer = ?";
    private static final String LATEST = """
            SELECT w.*, count(m.customer) AS members,
                count(*) FILTER (WHERE m.by IS NOT NULL OR a.customer IS NOT NULL) AS asked, count(a.customer) AS answered
            FROM wave w LEFT JOIN wave_member m ON m.wave = w.name
                LEFT JOIN (SELECT DISTINCT wave, customer FROM interview WHERE answered_at IS NOT NULL) a
                    ON a.wave = m.wave AND a.customer = m.customer
            WHERE (?::text IS NULL OR w.name = ?)
            GROUP BY w.name ORDER BY w.drawn_at DESC, w.name LIMIT ?""";
    private static final String CAUSES = said("coalesce(real, stated)");
    private static final String STAGES = said("stage");

    private final Database database;
    private final AuditLog audit;

    Waves(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Somebody who was drawn. */
    public record Member(String wave, String customer) {}

    private record Candidate(String customer, long population) {}

    /**
     * Draws a wave, once for each name.
     *
     * @return false where one of that name was drawn already
     */
    @Transactional
    public boolean draw(Wave wave, ZoneId zone, String by, Instant now) {
        Instant rested = now.minus(REST);
        List<Candidate> drawn = database.rows(
                DRAW,
                row -> new Candidate(row.text("customer"), row.number("population")),
                wave.from().atStartOfDay(zone).toInstant(),
                wave.to().atStartOfDay(zone).toInstant(),
                rested,
                rested,
                wave.name(),
                wave.size());
        long population = drawn.stream().findFirst().map(Candidate::population).orElse(0L);
        boolean first =
                database.update(KEEP, wave.name(), wave.from(), wave.to(), wave.size(), (int) population, now, by) == 1;
        if (first) {
            database.updateAll(
                    MEMBER,
                    drawn.stream()
                            .map(one -> new Object[] {wave.name(), one.customer()})
                            .toList());
            audit.note(now, by, "draw wave", "wave/" + wave.name(), drawn.size() + " of " + population);
        }
        return first;
    }

    /** The next who has not been asked yet and whom nobody is asking; theirs until the transaction ends. */
    Optional<Member> next() {
        return database.rows(NEXT, row -> new Member(row.text("wave"), row.text("customer"))).stream()
                .findFirst();
    }

    void tried(Member member, Instant now) {
        database.update(TRIED, now, member.wave(), member.customer());
    }

    void asked(Member member, String by, Instant now) {
        database.update(ASKED, by, now, member.wave(), member.customer());
    }

    /** The latest first. */
    @Transactional
    public List<WaveReport> latest(int limit) {
        return reports(Optional.empty(), limit);
    }

    @Transactional
    public Optional<WaveReport> find(String name) {
        return reports(Optional.of(name), 1).stream().findFirst();
    }

    private List<WaveReport> reports(Optional<String> name, int limit) {
        return database.rows(LATEST, Waves::drawn, name, name, limit).stream()
                .map(drawn -> WaveReport.of(
                        drawn,
                        said(Cause.class, CAUSES, drawn.wave().name()),
                        said(JourneyStage.class, STAGES, drawn.wave().name())))
                .toList();
    }

    private <K extends Enum<K> & Word> Map<K, Long> said(Class<K> kind, String query, String wave) {
        Map<K, Long> said = new EnumMap<>(kind);
        database.rows(query, row -> Map.entry(row.word(kind, "said"), row.number("people")), wave)
                .forEach(group -> said.put(group.getKey(), group.getValue()));
        return said;
    }

    /** What each said last, by how many. */
    private static String said(String what) {
        return """
                SELECT said, count(*) AS people FROM (SELECT DISTINCT ON (customer) %s AS said FROM interview
                    WHERE wave = ? AND answered_at IS NOT NULL ORDER BY customer, answered_at DESC) latest
                WHERE said IS NOT NULL GROUP BY said""".formatted(what);
    }

    private static WaveReport.Drawn drawn(Row row) throws SQLException {
        return new WaveReport.Drawn(
                new Wave(row.text("name"), row.day("left_from"), row.day("left_to"), (int) row.number("size")),
                row.instant("drawn_at"),
                row.number("population"),
                row.number("members"),
                row.number("asked"),
                row.number("answered"));
    }
}
