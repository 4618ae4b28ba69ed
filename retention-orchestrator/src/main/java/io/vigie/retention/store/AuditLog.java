package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who did what when; the table itself refuses to change or lose a row. People stand in it under names of a month's own, so
 * that whose they were can be forgotten in time and what was done stays.
 */
@ApplicationScoped
public class AuditLog {
    /** What does things by itself has no name to forget. */
    public static final String OURSELVES = "vigie";

    private static final String PERSON = "person/";
    private static final Pattern STAND_IN = Pattern.compile("@([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String NOTE = "INSERT INTO audit (at, who, deed, subject, because) VALUES (?, ?, ?, ?, ?)";
    private static final String OF_SUBJECT = """
            SELECT * FROM audit WHERE (subject LIKE ? OR subject = ANY (?)) AND position < ?
            ORDER BY position DESC LIMIT ?""";
    private static final String KEEP_NAME = """
            INSERT INTO audit_name (key, name, month) VALUES (gen_random_uuid(), ?, ?) ON CONFLICT (name, month) DO NOTHING""";
    private static final String NAMED = "SELECT key FROM audit_name WHERE name = ? AND month = ?";
    private static final String ALL_OF = "SELECT key FROM audit_name WHERE name = ?";
    private static final String NAMES = "SELECT key, name FROM audit_name WHERE key = ANY (?)";

    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /**
     * One line of the log.
     *
     * @param who a name, or the beginning of what stands for one that was forgotten
     * @param subject what it was done to, such as {@code policy/spring-1}
     */
    public record Line(long position, Instant at, String who, String deed, String subject, Optional<String> because) {}

    void note(Instant at, String who, String deed, String subject, String because) {
        database.update(
                NOTE,
                at,
                naming(who, at),
                deed,
                subject.startsWith(PERSON) ? PERSON + naming(subject.substring(PERSON.length()), at) : subject,
                Optional.of(because).filter(text -> !text.isBlank()));
    }

    /** What stands for a person in what is noted at that time. */
    String naming(String person, Instant at) {
        LocalDate month = LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1);
        database.update(KEEP_NAME, person, month);
        return database.rows(NAMED, row -> "@" + row.uuid("key"), person, month).getFirst();
    }

    /**
     * The latest first.
     *
     * @param about what the subjects begin with
     * @param before the position before which the page begins
     */
    @Transactional
    public List<Line> lines(String about, long before, int limit) {
        String[] ofPerson = about.startsWith(PERSON)
                ? database.rows(ALL_OF, row -> PERSON + "@" + row.uuid("key"), about.substring(PERSON.length()))
                        .toArray(String[]::new)
                : new String[0];
        List<Line> lines = database.rows(
                OF_SUBJECT,
                AuditLog::line,
                about.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%",
                ofPerson,
                before,
                limit);
        Map<String, String> names = names(lines);
        return lines.stream().map(line -> named(line, names)).toList();
    }

    private Map<String, String> names(List<Line> lines) {
        UUID[] keys = lines.stream()
                .flatMap(line ->
                        Stream.of(line.who(), line.subject(), line.because().orElse("")))
                .flatMap(text -> STAND_IN.matcher(text).results())
                .map(found -> UUID.fromString(found.group().substring(1)))
                .distinct()
                .toArray(UUID[]::new);
        return database.rows(NAMES, row -> Map.entry("@" + row.uuid("key"), row.text("name")), (Object) keys).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Line named(Line line, Map<String, String> names) {
        UnaryOperator<String> naming = text -> STAND_IN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), "@" + found.group(1))));
        return new Line(
                line.position(),
                line.at(),
                naming.apply(line.who()),
                line.deed(),
                naming.apply(line.subject()),
                line.because().map(naming));
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
