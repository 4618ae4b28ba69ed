package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.ingest.source.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What became of each imported file, kept so that any instance can be asked. */
@ApplicationScoped
public class ImportReports {
    private final DataSource database;

    ImportReports(DataSource database) {
        this.database = database;
    }

    @Transactional
    public void keep(ImportReport report, Instant finishedAt) {
        String sql = "insert into import_report (id, source, finished_at, report) values (?, ?, ?, ?::jsonb)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, UUID.fromString(report.id()));
            insert.setString(2, report.source());
            insert.setTimestamp(3, Timestamp.from(finishedAt));
            insert.setString(4, EventJson.mapper().writeValueAsString(report));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the import report could not be kept", e);
        }
    }

    public Optional<ImportReport> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select report from import_report where id = ?")) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(EventJson.mapper().readValue(rows.getString(1), ImportReport.class))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the import report could not be read", e);
        }
    }
}
