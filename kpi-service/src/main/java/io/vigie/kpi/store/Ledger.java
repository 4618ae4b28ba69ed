package io.vigie.kpi.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.risk.RiskAssessed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Where facts are kept: a batch in one transaction, each event once however often it comes. */
@Singleton
public class Ledger {
    private static final Table<Delivery> UNREADABLE =
            new Table<>("""
            insert into unreadable (topic, partition, position, reason, key, value)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, delivery) -> row.text(delivery.topic().word())
                    .number(delivery.partition())
                    .number(delivery.offset())
                    .text(storable(reason(delivery)))
                    .text(delivery.key().map(Ledger::storable))
                    .bytes(delivery.value().map(Ledger::bytes)));

    private final DataSource database;
    private final SignalFacts signals;

    @Inject
    Ledger(DataSource database, SignalFacts signals) {
        this.database = database;
        this.signals = signals;
    }

    /**
     * Keeps a batch of one partition or several; what the database refuses for what it says goes to the unreadable.
     *
     * @return how many of them are unreadable
     * @throws RuntimeException when the database itself has trouble: nothing was kept, and it is worth trying again
     */
    public int keep(List<Delivery> batch) {
        try {
            QuarkusTransaction.requiringNew().run(() -> write(batch));
        } catch (NotKept refused) {
            if (!refused.byTheFacts()) {
                throw refused;
            }
            return batch.size() == 1
                    ? keep(List.of(batch.getFirst().unreadable(refused.getMessage())))
                    : batch.stream().mapToInt(one -> keep(List.of(one))).sum();
        }
        return (int) batch.stream().filter(Ledger::isUnread).count();
    }

    private void write(List<Delivery> batch) {
        List<Told<?>> told = Told.in(batch);
        try (Connection connection = database.getConnection()) {
            UNREADABLE.write(connection, batch.stream().filter(Ledger::isUnread).toList());
            writeInOrder(connection, told);
            Progress.write(connection, told);
        } catch (SQLException e) {
            throw new NotKept(e);
        } catch (RuntimeException lacking) {
            throw new NotKept(lacking, true);
        }
    }

    /** What was told before an erasure is renamed with the rest; what comes after is of a stranger. */
    private void writeInOrder(Connection connection, List<Told<?>> all) throws SQLException {
        List<Told<?>> since = new ArrayList<>();
        for (Told<?> told : all) {
            if (told.data() instanceof CustomerErased erased) {
                writeFacts(connection, since);
                since.clear();
                Erasures.write(connection, told.carrying(erased));
            } else {
                since.add(told);
            }
        }
        writeFacts(connection, since);
    }

    private void writeFacts(Connection connection, List<Told<?>> told) throws SQLException {
        signals.write(connection, Told.carrying(JsonNode.class, told));
        RiskFacts.write(connection, Told.carrying(RiskAssessed.class, told));
        RetentionFacts.write(connection, told);
    }

    private static boolean isUnread(Delivery delivery) {
        return delivery.reading() instanceof Delivery.Reading.Unread;
    }

    private static String reason(Delivery delivery) {
        return switch (delivery.reading()) {
            case Delivery.Reading.Unread(String reason) -> reason;
            case Delivery.Reading.Read _ -> "";
        };
    }

    /** PostgreSQL keeps any text but the character NUL. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
