package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import io.vigie.ingest.intake.Wishes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The tables of consents and objections; of two words for one matter the later holds, and of two at once the
 * one that spares the customer. */
final class WishRows {
    private static final String CONSENT =
            "insert into consent (customer, channel, purpose, given, at, proof) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (customer, channel, purpose) do update set given = excluded.given, at = excluded.at,"
                    + " proof = excluded.proof where (excluded.at, consent.given) >= (consent.at, excluded.given)";
    private static final String OBJECTION =
            "insert into objection (customer, objects, at, proof) values (?, ?, ?, nullif(?, ''))"
                    + " on conflict (customer) do update set objects = excluded.objects, at = excluded.at,"
                    + " proof = excluded.proof where (excluded.at, excluded.objects) >= (objection.at, objection.objects)";

    private final DataSource database;
    private final Rows rows;

    WishRows(DataSource database) {
        this.database = database;
        this.rows = new Rows(database, "the customers' wishes could not be read or changed");
    }

    /**
     * @param consents by customer
     */
    void keep(Map<String, List<Consent>> consents) {
        if (consents.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(CONSENT)) {
            for (Map.Entry<String, List<Consent>> of : new TreeMap<>(consents).entrySet()) {
                for (Consent consent : Wishes.latest(of.getValue())) {
                    bind(upsert, of.getKey(), consent);
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the consents could not be kept", e);
        }
    }

    void keep(String customer, Wishes.Objection objection) {
        rows.change(
                OBJECTION,
                List.of(
                        customer,
                        objection.objects(),
                        Rows.time(objection.at()),
                        objection.proof().map(Rows::storable).orElse("")));
    }

    Map<String, Wishes> of(Collection<String> customers) {
        Object asked = customers.toArray(String[]::new);
        Map<String, List<Consent>> consents = new HashMap<>();
        rows.select("select * from consent where customer = any (?)", List.of(asked), row -> consents.computeIfAbsent(
                        row.getString("customer"), _ -> new ArrayList<>())
                .add(consent(row)));
        Map<String, Wishes> wishes = new HashMap<>();
        consents.forEach((customer, said) -> wishes.put(customer, new Wishes(said, Optional.empty())));
        rows.select(
                "select * from objection where customer = any (?)",
                List.of(asked),
                row -> wishes.merge(
                        row.getString("customer"),
                        new Wishes(List.of(), Optional.of(objection(row))),
                        (said, objecting) -> new Wishes(said.consents(), objecting.objection())));
        return wishes;
    }

    private static void bind(PreparedStatement upsert, String customer, Consent consent) throws SQLException {
        upsert.setString(1, customer);
        upsert.setString(2, consent.channel().word());
        upsert.setString(3, consent.purpose().word());
        upsert.setBoolean(4, consent.given());
        upsert.setObject(5, Rows.time(consent.at()));
        if (consent.proof().isPresent()) {
            upsert.setString(6, Rows.storable(consent.proof().get()));
        } else {
            upsert.setNull(6, Types.VARCHAR);
        }
    }

    private static Consent consent(ResultSet row) throws SQLException {
        Instant at = Rows.instant(row, "at");
        return new Consent(
                Word.of(Channel.class, row.getString("channel")),
                Word.of(Purpose.class, row.getString("purpose")),
                row.getBoolean("given"),
                at,
                Optional.ofNullable(row.getString("proof")));
    }

    private static Wishes.Objection objection(ResultSet row) throws SQLException {
        return new Wishes.Objection(
                row.getBoolean("objects"), Rows.instant(row, "at"), Optional.ofNullable(row.getString("proof")));
    }
}
