package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.events.retention.InterviewAsked;
import io.vigie.events.retention.InterviewHeld;
import io.vigie.events.retention.InterviewWay;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import io.vigie.events.wire.Ids;
import io.vigie.privacy.CustomerCipher;
import io.vigie.retention.casework.Announcement;
import io.vigie.retention.casework.CaseDesk;
import io.vigie.retention.letters.InterviewScript.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What leavers said, and whom a link was sent to. */
@ApplicationScoped
public class Interviews {
    private static final String RECORD = """
            INSERT INTO interview (id, customer, case_id, way, asked_at, answered_at, answered_by, stated, real, stage,
                approachable, answers, wave) VALUES (?, ?, ?, 'interview', ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INVITE = """
            INSERT INTO interview (id, customer, case_id, way, token_digest, asked_at, wave)
            VALUES (?, ?, ?, 'link', ?, ?, ?)""";
    private static final String WAVE = """
            SELECT m.wave FROM wave_member m JOIN wave w ON w.name = m.wave
            WHERE m.customer = ? AND w.drawn_at > ? ORDER BY w.drawn_at DESC LIMIT 1""";
    private static final String ANSWER = """
            UPDATE interview SET answered_at = ?, answered_by = 'customer', stated = ?, real = ?, stage = ?,
                approachable = ?, answers = ? WHERE id = ? AND answered_at IS NULL""";
    private static final String OPEN = """
            SELECT * FROM interview WHERE token_digest = ? AND answered_at IS NULL AND asked_at > ?""";

    private static final String OF_CUSTOMER =
            "SELECT * FROM interview i WHERE i.customer = ? AND " + Onlooker.mayRead("i") + """
             AND (?::uuid IS NULL OR (i.asked_at, i.id) < (SELECT asked_at, id FROM interview WHERE id = ?))
            ORDER BY i.asked_at DESC, i.id DESC LIMIT ?""";

    /** A wave's questions are open for ninety days, and so is its ear. */
    private static final Duration OF_A_WAVE = Duration.ofDays(90);

    private final Database database;
    private final Outbox outbox;
    private final Seal seal;
    private final Deeds deeds;
    private final CaseDesk desk;
    private final Onlooker onlooker;
    private final AuditLog audit;

    Interviews(
            Database database,
            Outbox outbox,
            Seal seal,
            Deeds deeds,
            CaseDesk desk,
            Onlooker onlooker,
            AuditLog audit) {
        this.database = database;
        this.outbox = outbox;
        this.seal = seal;
        this.deeds = deeds;
        this.desk = desk;
        this.onlooker = onlooker;
        this.audit = audit;
    }

    /**
     * That somebody was asked, and what they said.
     *
     * @param wave of the barometer, where one asked
     * @param answers none while there are none, or once the customer's key is destroyed
     */
    public record Interview(
            UUID id,
            String customer,
            Optional<UUID> caseId,
            Optional<String> wave,
            Instant askedAt,
            Optional<Instant> answeredAt,
            Optional<String> answeredBy,
            Optional<Answers> answers) {}

    /** @return false where nothing of this customer may be kept */
    @Transactional
    public boolean record(UUID id, String customer, Optional<UUID> caseId, Answers answers, String by, Instant now) {
        Optional<CustomerCipher> cipher = seal.of(customer);
        cipher.ifPresent(key -> {
            Optional<String> wave = wave(customer, now);
            database.update(
                    RECORD,
                    id,
                    customer,
                    caseId,
                    now,
                    now,
                    by,
                    answers.counted("stated"),
                    answers.counted("real"),
                    answers.counted("stage"),
                    answers.approachable(),
                    key.encipher(place(id), Json.of(answers)),
                    wave);
            tell(id, customer, caseId, InterviewWay.INTERVIEW, wave, answers, now);
            audit.note(now, by, "record interview", "interview/" + id, "");
        });
        return cipher.isPresent();
    }

    /** Somebody is sent a link; of its secret only the digest is kept. */
    @Transactional
    public void invite(UUID id, String customer, Optional<UUID> caseId, String token, Instant now) {
        Optional<String> wave = wave(customer, now);
        database.update(INVITE, id, customer, caseId, digest(token), now, wave);
        tell(id, "asked", new InterviewAsked(customer, now, now, caseId.map(UUID::toString), wave));
    }

    /** Whom a link asks, as long as they have not answered. */
    @Transactional
    public Optional<Interview> asked(String token, Instant notBefore) {
        return database.rows(OPEN, this::interview, digest(token), notBefore).stream()
                .findFirst();
    }

    /** @return false where they have answered already, or nothing of them may be kept */
    @Transactional
    public boolean answer(Interview asked, Answers answers, Instant now) {
        Optional<CustomerCipher> cipher = seal.of(asked.customer());
        boolean kept = cipher.isPresent()
                && database.update(
                                ANSWER,
                                now,
                                answers.counted("stated"),
                                answers.counted("real"),
                                answers.counted("stage"),
                                answers.approachable(),
                                cipher.get().encipher(place(asked.id()), Json.of(answers)),
                                asked.id())
                        == 1;
        if (kept) {
            tell(asked.id(), asked.customer(), asked.caseId(), InterviewWay.LINK, asked.wave(), answers, now);
        }
        return kept;
    }

    /** In which wave somebody was drawn lately, however they come to answer. */
    private Optional<String> wave(String customer, Instant now) {
        return database.rows(WAVE, row -> row.text("wave"), customer, now.minus(OF_A_WAVE)).stream()
                .findFirst();
    }

    private void tell(
            UUID id,
            String customer,
            Optional<UUID> caseId,
            InterviewWay way,
            Optional<String> wave,
            Answers answers,
            Instant at) {
        InterviewHeld held = new InterviewHeld(
                customer,
                at,
                at,
                caseId.map(UUID::toString),
                way,
                wave,
                answers.counted("stated").map(said -> Word.of(Cause.class, said)),
                answers.counted("real").map(said -> Word.of(Cause.class, said)),
                answers.counted("stage").map(said -> Word.of(JourneyStage.class, said)),
                answers.approachable());
        answers.parting(at)
                .ifPresent(
                        parting -> deeds.onCustomer(customer, dossier -> desk.parted(dossier, parting, id.toString())));
        tell(id, "held", held);
    }

    private void tell(UUID id, String role, RetentionEvent event) {
        outbox.add(List.of(new Announcement(
                Ids.derived(id.toString(), role),
                event,
                new io.vigie.retention.casework.Cause(id.toString(), id.toString(), Optional.empty()))));
    }

    /**
     * The latest first.
     *
     * @param after the last of the page before
     */
    @Transactional
    public List<Interview> ofCustomer(String customer, int limit, Optional<UUID> after) {
        return database.rows(OF_CUSTOMER, this::interview, customer, onlooker.name(), after, after, limit);
    }

    private Interview interview(Row row) throws SQLException {
        UUID id = row.uuid("id");
        String customer = row.text("customer");
        return new Interview(
                id,
                customer,
                row.maybeUuid("case_id"),
                row.maybeText("wave"),
                row.instant("asked_at"),
                row.maybeInstant("answered_at"),
                row.maybeText("answered_by"),
                seal.open(customer, place(id), row.maybeText("answers")).map(Json.ANSWERS::from));
    }

    private static String place(UUID id) {
        return "/interview/" + id;
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
