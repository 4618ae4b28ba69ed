package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what when; the table itself refuses to change or lose a row. */
@ApplicationScoped
public class AuditLog {
    private static final String NOTE = "INSERT INTO audit (at, who, deed, subject, because) VALUES (?, ?, ?, ?, ?)";
    private static final String OF_SUBJECT =
            "SELECT * FROM audit WHERE subject LIKE ? AND position < ? ORDER BY position DESC LIMIT ?";

    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /**
     * One line of the log.
     *
     * @param subject what it was done to, such as {@code policy/spring-1}
     */
    public record Line(long position, Instant at, String who, String deed, String subject, Optional<String> because) {}

    void note(Instant at, String who, String deed, String subject, String because) {
        database.update(NOTE, at, who, deed, subject, Optional.of(because).filter(text -> !text.isBlank()));
    }

    /**
     * The latest first.
     *
     * @param about what the subjects begin with
     * @param before the position before which the page begins
     */
    @Transactional
    public List<Line> lines(String about, long before, int limit) {
        return database.rows(
                OF_SUBJECT,
                AuditLog::line,
                about.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%",
                before,
                limit);
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.number("position"),
                row.instant("at"),
                row.text("who"),
                row.text("deed"),
                row.text("subject"),
                row.maybeText("because"));
    }
}
