package io.vigie.ingest.store;

import io.vigie.ingest.intake.Identities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The keys that other systems know customers by; each belongs to one customer, whoever learned it. */
@ApplicationScoped
public class Aliases implements Identities {
    private static final String FIRST_KNOWN =
            "select customer from alias where alias = any (?) order by array_position(?, alias) limit 1";

    private final DataSource database;

    Aliases(DataSource database) {
        this.database = database;
    }

    /** Those of some aliases that are known. */
    public List<String> known(List<String> aliases) {
        return new Rows(database, "the aliases could not be read")
                .select(
                        "select alias from alias where alias = any (?)",
                        List.of((Object) aliases.toArray(String[]::new)),
                        row -> row.getString("alias"));
    }

    @Override
    @Transactional
    public Optional<String> customerOf(List<String> aliases) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST_KNOWN)) {
            String[] keys = aliases.toArray(String[]::new);
            select.setArray(1, connection.createArrayOf("text", keys));
            select.setArray(2, connection.createArrayOf("text", keys));
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the aliases could not be read", e);
        }
    }
}
