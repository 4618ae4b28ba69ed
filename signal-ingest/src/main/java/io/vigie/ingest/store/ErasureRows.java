package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vigie.events.EventJson;
import io.vigie.events.Word;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Erases customers from every table, and remembers that it did without remembering whom. */
@ApplicationScoped
public class ErasureRows {
    private static final int LISTED = 200;
    private static final String REFUSED =
            "delete from quarantined where key = ? or waits_for && (select coalesce(array_agg(alias), '{}') from alias"
                    + " where customer = ?) or key in (select alias from alias where customer = ?)";

    private final Rows rows;

    ErasureRows(DataSource database) {
        this.rows = new Rows(database, "the erasures could not be read or changed");
    }

    /** All tables in one transaction: whatever happens afterwards, everybody will be told. */
    @Transactional
    public Erasure begin(UUID id, String digest, String customer, Instant at, String by, Why why) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("refused", rows.change(REFUSED, List.of(customer, customer, customer)));
        counts.put("aliases", delete("alias", customer));
        counts.put("records", delete("customer_record", customer));
        counts.put("consents", delete("consent", customer));
        counts.put("objections", delete("objection", customer));
        counts.put("contacts", delete("last_contact", customer));
        counts.put("keys", delete("customer_key", customer));
        rows.change(
                "insert into erasure (id, digest, customer, at, by, why, counts) values (?, ?, ?, ?, ?, ?, ?::jsonb)",
                List.of(id, digest, customer, Rows.time(at), by, why.word(), json(counts)));
        return new Erasure(id, Optional.of(customer), at, by, why, counts, Optional.empty());
    }

    /** Everybody has been told. */
    @Transactional
    public void finish(UUID id, Instant at) {
        rows.change(
                "update erasure set finished_at = ?, customer = null where id = ? and finished_at is null",
                List.of(Rows.time(at), id));
    }

    /** Those of which not everybody has been told, though they began long ago. */
    public List<Erasure> unfinished(Instant begunBefore) {
        return rows.select(
                "select * from erasure where finished_at is null and at < ? order by at limit ?",
                List.of(Rows.time(begunBefore), LISTED),
                ErasureRows::read);
    }

    /** The newest first. */
    public List<Erasure> newest() {
        return rows.select(
                "select * from erasure order by at desc, id desc limit ?", List.of(LISTED), ErasureRows::read);
    }

    public List<Known> since(Instant from) {
        return rows.select(
                "select digest, at from erasure where at >= ? order by at",
                List.of(Rows.time(from)),
                row -> new Known(row.getString("digest"), Rows.instant(row, "at")));
    }

    private int delete(String table, String customer) {
        return rows.change("delete from " + table + " where customer = ?", List.of(customer));
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("customer")),
                Rows.instant(row, "at"),
                row.getString("by"),
                Word.of(Why.class, row.getString("why")),
                counts(row.getString("counts")),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String json(Map<String, Integer> counts) {
        try {
            return EventJson.mapper().writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts could not be written", e);
        }
    }

    private static Map<String, Integer> counts(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<Map<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept counts cannot be read", e);
        }
    }

    /** Why somebody is erased. */
    public enum Why implements Word {
        ASKED,
        INACTIVE
    }

    /** That somebody was erased, as a digest. */
    public record Known(String digest, Instant at) {}

    /**
     * What became of an erasure.
     *
     * @param customer only until everybody has been told
     * @param counts rows erased, by what they were
     */
    public record Erasure(
            UUID id,
            Optional<String> customer,
            Instant at,
            String by,
            Why why,
            Map<String, Integer> counts,
            Optional<Instant> finishedAt) {}
}
