package io.vigie.kpi.store;

import io.vigie.kpi.measure.Churn;
import io.vigie.kpi.measure.Customers;
import io.vigie.kpi.measure.Kpis;
import io.vigie.kpi.measure.Period;
import io.vigie.kpi.measure.Split;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The measures, read from the facts of one moment so that they agree with each other. */
@Singleton
public class Measures {
    private final DataSource database;

    @Inject
    Measures(DataSource database) {
        this.database = database;
    }

    public Kpis of(Period period) {
        return read(connection -> {
            Split customersLost = LifeQueries.lost(connection, period);
            Split valueLost = LifeQueries.valueLost(connection, period);
            Customers customers = LifeQueries.customers(connection, period);
            return new Kpis(
                    period,
                    LifeQueries.currency(connection),
                    Churn.of(customersLost, customers.atStart(), valueLost, customers.valueAtStart()),
                    customers,
                    WorkQueries.work(connection, period),
                    LifeQueries.causes(connection, period));
        });
    }

    /** When the newest event known happened. */
    public Optional<Instant> newest() {
        return read(Progress::newest);
    }

    /** How many partitions the closing tick of a replay has passed, over all topics read. */
    public int ticksOf(String run) {
        return read(connection -> Progress.ticksOf(connection, run));
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T found = reading.from(connection);
            connection.commit();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
