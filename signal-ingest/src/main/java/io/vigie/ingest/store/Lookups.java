package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vigie.events.EventJson;
import io.vigie.ingest.source.Lookup;
import io.vigie.ingest.source.LookupFile;
import io.vigie.ingest.source.LookupSpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The lookups that were uploaded, each replaced as a whole, so that every instance joins the same rows. */
@ApplicationScoped
public class Lookups {
    private static final int FETCHED_AT_ONCE = 5_000;

    private final DataSource database;

    Lookups(DataSource database) {
        this.database = database;
    }

    /**
     * @return how many rows it now has
     * @throws io.vigie.ingest.source.UnreadableFile when the file is wrong; the lookup stays as it was
     */
    @Transactional
    public long replace(String source, String name, LookupSpec rule, InputStream file) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from lookup_row where source = ? and name = ?");
                LookupInsert insert = new LookupInsert(connection, source, name, rule.customer())) {
            delete.setString(1, source);
            delete.setString(2, name);
            delete.executeUpdate();
            LookupFile.read(rule, file, insert::add);
            return insert.finish();
        } catch (SQLException e) {
            throw DatabaseAway.or("the lookup could not be kept", e);
        }
    }

    /** The whole lookup; without rows when none was uploaded. */
    @Transactional
    public Lookup load(String source, String name) {
        Map<String, Map<String, Object>> rows = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select key, row from lookup_row where source = ? and name = ?")) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setString(1, source);
            select.setString(2, name);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getString(1), row(found.getString(2)));
                }
            }
            return new Lookup(rows);
        } catch (SQLException e) {
            throw DatabaseAway.or("the lookup could not be read", e);
        }
    }

    /** The rows that are about a customer. */
    public List<Map<String, Object>> of(String customer) {
        return new Rows(database, "the lookups could not be read")
                .select(
                        "select row from lookup_row where customer = ? order by source, name, key",
                        List.of(customer),
                        found -> row(found.getString("row")));
    }

    private static Map<String, Object> row(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lookup could not be read", e);
        }
    }
}
