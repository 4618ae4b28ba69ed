package io.vigie.ingest.store;

import io.vigie.ingest.source.RefusedRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The rows that each import refused, in the order of the file, to be taken away and mended. */
@ApplicationScoped
public class RefusedRows {
    private static final int READ_AT_ONCE = 100;

    private final DataSource database;
    private final Rows rows;
    private final AtRest atRest;

    RefusedRows(DataSource database, AtRest atRest) {
        this.atRest = atRest;
        this.database = database;
        this.rows = new Rows(database, "the refused rows could not be kept");
    }

    /**
     * @param first the position of the first of them
     */
    @Transactional
    public void keep(UUID job, long first, List<RefusedRow> refused) {
        refused.getFirst()
                .header()
                .ifPresent(header -> rows.change(
                        "update import_job set header = ? where id = ? and header is null", List.of(header, job)));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into import_refused (import_id, position, reason, detail, raw, customer)"
                                + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, job);
            long position = first;
            for (RefusedRow row : refused) {
                insert.setLong(2, position++);
                insert.setString(3, Rows.storable(row.why().reason()));
                insert.setString(4, Rows.storable(row.why().detail()));
                insert.setBytes(5, atRest.shut(row.raw()));
                insert.setString(6, row.why().customer().orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the refused rows could not be kept", e);
        }
    }

    /** The first row of the file, where its rows need one. */
    public Optional<byte[]> header(UUID job) {
        return rows
                .select(
                        "select header from import_job where id = ? and header is not null",
                        List.of(job),
                        row -> row.getBytes("header"))
                .stream()
                .findFirst();
    }

    /** What imports refused of a customer, in the order in which it came. */
    public List<OfCustomer> of(String customer) {
        return rows.select(
                "select started_at, source, reason, raw from import_refused join import_job on import_job.id = import_id"
                        + " where customer = ? order by started_at, import_id, position",
                List.of(customer),
                row -> new OfCustomer(
                        Rows.instant(row, "started_at"),
                        row.getString("source"),
                        row.getString("reason"),
                        atRest.opened(row.getBytes("raw"))));
    }

    /** Tells each of them in turn, however slow the taker: nothing of the database is held meanwhile. */
    public void each(UUID job, Consumer<Kept> taker) {
        List<Kept> some = after(job, -1);
        while (!some.isEmpty()) {
            some.forEach(taker);
            some = after(job, some.getLast().position());
        }
    }

    private List<Kept> after(UUID job, long position) {
        return rows.select(
                "select position, reason, detail, raw from import_refused where import_id = ? and position > ?"
                        + " order by position limit ?",
                List.of(job, position, READ_AT_ONCE),
                this::read);
    }

    private Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("position"),
                row.getString("reason"),
                row.getString("detail"),
                atRest.opened(row.getBytes("raw")));
    }

    /** One that was refused, or the rows of a group, one a line. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
    public record Kept(long position, String reason, String detail, byte[] raw) {}

    /**
     * One that says whose it is.
     *
     * @param at when its import began
     * @param source the source's name
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
    public record OfCustomer(Instant at, String source, String reason, byte[] raw) {}
}
