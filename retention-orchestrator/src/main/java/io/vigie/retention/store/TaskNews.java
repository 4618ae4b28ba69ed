package io.vigie.retention.store;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears from the database which tasks have changed, whichever instance changed them, while anybody wants to know. */
@Singleton
public class TaskNews {
    private static final Logger LOG = Logger.getLogger(TaskNews.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final Duration TROUBLED = Duration.ofSeconds(2);

    private final DataSource source;
    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean missed;

    TaskNews(DataSource source) {
        this.source = source;
    }

    /** Whoever listens, until they are cut off: then they have missed something, look at everything anew and listen again. */
    public interface Ear {
        /**
         * @param tasks in the order of the transactions that changed them
         */
        void changed(List<UUID> tasks);

        void cutOff();
    }

    /**
     * @return stops it
     */
    public synchronized Runnable listen(Ear ear) {
        ears.add(ear);
        if (thread == null || !thread.isAlive()) {
            thread = Thread.ofVirtual().name("task-news").start(this::run);
        }
        return () -> ears.remove(ear);
    }

    synchronized void stop(@Observes ShutdownEvent stop) {
        ears.clear();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized boolean wanted() {
        if (ears.isEmpty()) {
            thread = null;
        }
        return !ears.isEmpty();
    }

    private void run() {
        try {
            while (wanted()) {
                hear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear() throws InterruptedException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN task");
            if (missed) {
                missed = false;
                ears.forEach(this::cutOff);
            }
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!ears.isEmpty() && !Thread.currentThread().isInterrupted()) {
                tell(postgres.getNotifications(WAIT_MILLIS));
            }
            statement.execute("UNLISTEN task");
        } catch (SQLException | RuntimeException e) {
            missed = true;
            LOG.warnf("changes of tasks are not heard: %s", e.getMessage());
            TimeUnit.MILLISECONDS.sleep(TROUBLED.toMillis());
        }
    }

    private void tell(PGNotification @Nullable [] notes) {
        if (notes != null) {
            for (PGNotification note : notes) {
                List<UUID> tasks = Stream.of(note.getParameter().split(",", -1))
                        .map(UUID::fromString)
                        .toList();
                ears.forEach(ear -> tell(ear, tasks));
            }
        }
    }

    /** Whoever cannot be told holds up nobody else. */
    private void tell(Ear ear, List<UUID> tasks) {
        try {
            ear.changed(tasks);
        } catch (RuntimeException e) {
            LOG.warnf("a listener to changes of tasks is cut off: %s", e.getMessage());
            cutOff(ear);
        }
    }

    private void cutOff(Ear ear) {
        ears.remove(ear);
        ear.cutOff();
    }
}
