package io.vigie.retention.store;

import io.vigie.privacy.CustomerCipher;
import io.vigie.retention.letters.InterviewScript.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
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
                approachable, answers) VALUES (?, ?, ?, 'interview', ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INVITE = """
            INSERT INTO interview (id, customer, case_id, way, token_digest, asked_at) VALUES (?, ?, ?, 'link', ?, ?)""";
    private static final String ANSWER = """
            UPDATE interview SET answered_at = ?, answered_by = 'customer', stated = ?, real = ?, stage = ?,
                approachable = ?, answers = ? WHERE id = ? AND answered_at IS NULL""";
    private static final String OPEN = """
            SELECT * FROM interview WHERE token_digest = ? AND answered_at IS NULL AND asked_at > ?""";

    private final Database database;
    private final Seal seal;

    Interviews(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /**
     * That somebody was asked, and what they said.
     *
     * @param answers none while there are none, or once the customer's key is destroyed
     */
    public record Interview(
            UUID id,
            String customer,
            Instant askedAt,
            Optional<Instant> answeredAt,
            Optional<String> answeredBy,
            Optional<Answers> answers) {}

    /** @return false where nothing of this customer may be kept */
    @Transactional
    public boolean record(UUID id, String customer, Optional<UUID> caseId, Answers answers, String by, Instant now) {
        Optional<CustomerCipher> cipher = seal.of(customer);
        cipher.ifPresent(key -> database.update(
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
                key.encipher(place(id), Json.of(answers))));
        return cipher.isPresent();
    }

    /** Somebody is sent a link; of its secret only the digest is kept. */
    @Transactional
    public void invite(UUID id, String customer, Optional<UUID> caseId, String token, Instant now) {
        database.update(INVITE, id, customer, caseId, digest(token), now);
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
        return cipher.isPresent()
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
    }

    /** The latest first. */
    @Transactional
    public List<Interview> ofCustomer(String customer) {
        return database.rows(
                "SELECT * FROM interview WHERE customer = ? ORDER BY asked_at DESC, id", this::interview, customer);
    }

    private Interview interview(Row row) throws SQLException {
        UUID id = row.uuid("id");
        String customer = row.text("customer");
        return new Interview(
                id,
                customer,
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
