package io.vigie.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table of what signals told of contracts: whoever began one and has not ended it since is under contract. */
final class ContractRows {
    private static final String UPSERT =
            "insert into contract_told as known (customer, contract, begun_at, renewal, ends_at, ended_at)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict (customer, contract) do update set"
                    + " renewal = case when excluded.begun_at >= coalesce(known.begun_at, '-infinity')"
                    + " then coalesce(excluded.renewal, known.renewal) else coalesce(known.renewal, excluded.renewal) end,"
                    + " ends_at = case when excluded.begun_at >= coalesce(known.begun_at, '-infinity')"
                    + " then excluded.ends_at else known.ends_at end,"
                    + " begun_at = greatest(known.begun_at, excluded.begun_at),"
                    + " ended_at = greatest(known.ended_at, excluded.ended_at)";

    /** Of somebody silent whose account was closed at {@code ended_at}; takes now. Their record may know how it renews. */
    static final String RUNS = "exists (select from contract_told told where told.customer = silent.customer"
            + " and (told.ended_at is null or told.begun_at >= told.ended_at)"
            + " and (silent.ended_at is null or told.begun_at >= silent.ended_at)"
            + " and told.begun_at is not null"
            + " and (coalesce(told.renewal, case when silent.record -> 'contract' ->> 'id' = told.contract"
            + " then silent.record -> 'contract' ->> 'renewal' end, 'tacit') = 'tacit'"
            + " or coalesce(told.ends_at > ?, true)))";

    /** Whether signals told of an end of the contract that the record names, and of no beginning since. */
    static final String ENDED = "exists (select from contract_told told where told.customer = silent.customer"
            + " and told.contract = silent.record -> 'contract' ->> 'id' and told.ended_at > greatest(told.begun_at,"
            + " instant_or_null(silent.record -> 'contract' ->> 'start')))";

    private final DataSource database;
    private final Rows rows;

    ContractRows(DataSource database) {
        this.database = database;
        this.rows = new Rows(database, "the customers' contracts could not be read");
    }

    void keep(Collection<ContractTold> told) {
        Map<List<String>, ContractTold> latest = told.stream()
                .collect(Collectors.toMap(
                        each -> List.of(each.customer(), Rows.storable(each.contract())),
                        Function.identity(),
                        ContractTold::and));
        Map<String, ContractTold> inOrder = new TreeMap<>();
        latest.forEach((key, each) -> inOrder.put(String.join("\0", key), each));
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ContractTold each : inOrder.values()) {
                upsert.setString(1, each.customer());
                upsert.setString(2, Rows.storable(each.contract()));
                upsert.setObject(3, each.begun().map(Rows::time).orElse(null));
                upsert.setString(4, each.renewal().orElse(null));
                upsert.setObject(5, each.end().map(Rows::time).orElse(null));
                upsert.setObject(6, each.ended().map(Rows::time).orElse(null));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the customers' contracts could not be kept", e);
        }
    }

    List<ContractTold> of(String customer) {
        return rows.select(
                "select * from contract_told where customer = ? order by contract",
                List.of(customer),
                row -> new ContractTold(
                        row.getString("customer"),
                        row.getString("contract"),
                        Rows.instantIfAny(row, "begun_at"),
                        Optional.ofNullable(row.getString("renewal")),
                        Rows.instantIfAny(row, "ends_at"),
                        Rows.instantIfAny(row, "ended_at")));
    }
}
