package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.events.wire.Via;
import io.vigie.ingest.intake.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Where what was refused is kept until somebody mends or drops it. */
@ApplicationScoped
public class Quarantine {
    private static final int KINDS_TOLD = 200;
    private static final Order NEWEST_FIRST = new Order("desc", "<");
    private static final Order OLDEST_FIRST = new Order("asc", ">");

    private final Rows rows;
    private final AtRest atRest;

    Quarantine(DataSource database, AtRest atRest) {
        this.atRest = atRest;
        this.rows = new Rows(database, "the quarantine could not be asked");
    }

    public Optional<Quarantined> find(UUID id) {
        return rows.select("select * from quarantined where id = ?", List.of(id), this::read).stream()
                .findFirst();
    }

    /**
     * The newest first.
     *
     * @param after the last of the page before, where there is one
     */
    public List<Quarantined> newest(QuarantineFilter filter, Optional<UUID> after, int limit) {
        return page(filter.conditions(), filter.values(), after, limit, NEWEST_FIRST);
    }

    /**
     * In the order in which they came.
     *
     * @param after the last of the page before, where there is one
     */
    public List<Quarantined> oldest(QuarantineFilter filter, Optional<UUID> after, int limit) {
        return page(filter.conditions(), filter.values(), after, limit);
    }

    /**
     * What is open and waits for one of these aliases, in the order in which it came.
     *
     * @param after the last of the page before, where there is one
     */
    public List<Quarantined> waitingFor(List<String> aliases, Optional<UUID> after, int limit) {
        return page(
                "status = 'open' and waits_for && ?", List.of((Object) aliases.toArray(String[]::new)), after, limit);
    }

    /**
     * What is open though one of the aliases that it waits for is known, in the order in which it came.
     *
     * @param after the last of the page before, where there is one
     */
    public List<Quarantined> releasable(Optional<UUID> after, int limit) {
        return page(
                "status = 'open' and cardinality(waits_for) > 0"
                        + " and exists (select from alias where alias = any (quarantined.waits_for))",
                List.of(),
                after,
                limit);
    }

    /** Since when the oldest waits whose customer is not known yet. */
    public Optional<Instant> waitingSince() {
        return rows
                .select(
                        "select at from quarantined where status = 'open' and cardinality(waits_for) > 0"
                                + " order by at limit 1",
                        List.of(),
                        row -> Rows.instant(row, "at"))
                .stream()
                .findFirst();
    }

    /** How many are open, by reason and source; the most frequent kinds. */
    public List<Kind> openKinds() {
        return rows.select(
                "select reason, source, count(*) as open from quarantined where status = 'open'"
                        + " group by reason, source order by open desc, reason, source limit ?",
                List.of(KINDS_TOLD),
                row -> new Kind(row.getString("reason"), row.getString("source"), row.getLong("open")));
    }

    /**
     * @param by whoever did it; empty where it came to be taken by itself
     * @return whether it was open until now
     */
    @Transactional
    public boolean settle(UUID id, Quarantined.Status as, Optional<String> by, Instant at) {
        return !settle(List.of(id), as, by, at).isEmpty();
    }

    /**
     * The same of many at once.
     *
     * @return the reasons of those that were open until now
     */
    @Transactional
    public List<String> settle(Collection<UUID> ids, Quarantined.Status as, Optional<String> by, Instant at) {
        return rows.select(
                "update quarantined set status = ?, settled_at = ?, settled_by = nullif(?, ''), waits_for = '{}'"
                        + " where id = any (?::uuid[]) and status = 'open' returning reason",
                List.of(
                        as.word(),
                        Rows.time(at),
                        by.map(Rows::storable).orElse(""),
                        ids.stream().map(UUID::toString).toArray(String[]::new)),
                row -> row.getString("reason"));
    }

    /** It was refused again, for another reason or for the same; {@code tried} is what was sent. */
    @Transactional
    public void refuseAgain(UUID id, Refusal why, byte[] tried) {
        byte[] shut = atRest.shut(tried);
        rows.change(
                "update quarantined set reason = ?, detail = ?, waits_for = ?,"
                        + " mended = case when raw in (?, ?) then null else ? end where id = ? and status = 'open'",
                List.of(
                        Rows.storable(why.reason()),
                        Rows.storable(why.detail()),
                        why.waitsFor().stream().map(Rows::storable).toArray(String[]::new),
                        shut,
                        tried,
                        shut,
                        id));
    }

    /** What is kept of a customer: under their id, one of their aliases, or waiting for one. */
    public List<Quarantined> of(String customer) {
        return rows.select(
                "select * from quarantined where key = ? or key in (select alias from alias where customer = ?)"
                        + " or waits_for && (select coalesce(array_agg(alias), '{}') from alias where customer = ?)"
                        + " order by at, id",
                List.of(customer, customer, customer),
                this::read);
    }

    private List<Quarantined> page(String conditions, List<Object> given, Optional<UUID> after, int limit) {
        return page(conditions, given, after, limit, OLDEST_FIRST);
    }

    private List<Quarantined> page(
            String conditions, List<Object> given, Optional<UUID> after, int limit, Order order) {
        List<Object> values = new ArrayList<>(given);
        String beyond = after.map(last -> {
                    values.add(last);
                    return " and (at, id) " + order.side() + " (select at, id from quarantined where id = ?)";
                })
                .orElse("");
        values.add(limit);
        return rows.select(
                "select * from quarantined where " + conditions + beyond + " order by at " + order.word() + ", id "
                        + order.word() + " limit ?",
                values,
                this::read);
    }

    private Quarantined read(ResultSet row) throws SQLException {
        return new Quarantined(
                row.getObject("id", UUID.class),
                Rows.instant(row, "at"),
                Word.of(Via.class, row.getString("via")),
                row.getString("source"),
                row.getString("key"),
                row.getString("reason"),
                row.getString("detail"),
                Optional.ofNullable(row.getObject("line", Long.class)),
                row.getString("content_type"),
                atRest.opened(row.getBytes("raw")),
                Optional.ofNullable(row.getBytes("mended")).map(atRest::opened),
                List.of((String[]) row.getArray("waits_for").getArray()),
                Word.of(Quarantined.Status.class, row.getString("status")),
                Rows.instantIfAny(row, "settled_at"),
                Optional.ofNullable(row.getString("settled_by")));
    }

    /**
     * In which order pages follow each other.
     *
     * @param side on which side of the last one what comes next stands
     */
    private record Order(String word, String side) {}

    /** How many of one reason and source are open. */
    public record Kind(String reason, String source, long open) {}
}
