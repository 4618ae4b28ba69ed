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
import java.time.InstantSource;
import java.util.Collection;
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
    /** Held by all who make, file or tell something of customers; an erasure has it for itself. */
    private static final String HOLD = "select pg_advisory_xact_lock_shared(5420917736)";

    private static final String PASS = "select pg_advisory_xact_lock(5420917736)";
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
        rows.select(PASS, List.of(), _ -> true);
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("refused", rows.change(REFUSED, List.of(customer, customer, customer)));
        counts.put("rows", delete("import_refused", customer));
        counts.put("lookups", delete("lookup_row", customer));
        counts.put("aliases", delete("alias", customer));
        counts.put("records", delete("customer_record", customer));
        counts.put("consents", delete("consent", customer));
        counts.put("objections", delete("objection", customer));
        counts.put("contacts", delete("last_contact", customer));
        counts.put("contracts", delete("contract_told", customer));
        counts.put("keys", delete("customer_key", customer));
        rows.change(
                "insert into erasure (id, digest, customer, at, by, why, counts) values (?, ?, ?, ?, ?, ?, ?::jsonb)",
                List.of(id, digest, customer, Rows.time(at), by, why.word(), json(counts)));
        return new Erasure(id, Optional.of(customer), at, by, why, counts, Optional.empty());
    }

    /** Lets no erasure pass until the transaction ends. */
    @Transactional
    public void hold() {
        rows.select(HOLD, List.of(), _ -> true);
    }

    /**
     * Tells everybody of an erasure, once: never again after something of a stranger by the same id.
     *
     * @param telling returns when everybody has been told
     */
    @Transactional
    public void tell(UUID id, Runnable telling, InstantSource clock) {
        boolean mine = !rows.select(
                        "select id from erasure where id = ? and finished_at is null for update",
                        List.of(id),
                        row -> row.getObject("id", UUID.class))
                .isEmpty();
        if (mine) {
            telling.run();
            rows.change(
                    "update erasure set finished_at = ?, customer = null where id = ?",
                    List.of(Rows.time(clock.instant()), id));
        }
    }

    /** Those of which not everybody has been told. */
    public List<Erasure> unfinished() {
        return rows.select(
                "select * from erasure where finished_at is null order by at limit ?",
                List.of(LISTED),
                ErasureRows::read);
    }

    /** The newest first. */
    public List<Erasure> newest() {
        return rows.select(
                "select * from erasure order by at desc, id desc limit ?", List.of(LISTED), ErasureRows::read);
    }

    public List<Known> since(Instant from) {
        return rows.select(
                "select digest, at, finished_at from erasure where at >= ? order by at",
                List.of(Rows.time(from)),
                ErasureRows::known);
    }

    /** All erasures of whom these digests stand for. */
    public List<Known> of(Collection<String> digests) {
        return rows.select(
                "select digest, at, finished_at from erasure where digest = any (?) order by at",
                List.of((Object) digests.toArray(String[]::new)),
                ErasureRows::known);
    }

    private int delete(String table, String customer) {
        return rows.change("delete from " + table + " where customer = ?", List.of(customer));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getString("digest"), Rows.instant(row, "at"), row.getObject("finished_at") != null);
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("customer")),
                Rows.instant(row, "at"),
                row.getString("by"),
                Word.of(Why.class, row.getString("why")),
                counts(row.getString("counts")),
                Rows.instantIfAny(row, "finished_at"));
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

    /** Why somebody is erased: the cases of GDPR 17 (1), and that they were not heard of for long. */
    public enum Why implements Word {
        ASKED,
        CONSENT_WITHDRAWN,
        NOT_NEEDED,
        UNLAWFUL,
        INACTIVE
    }

    /**
     * That somebody was erased, as a digest.
     *
     * @param told whether everybody has been told
     */
    public record Known(String digest, Instant at, boolean told) {}

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
