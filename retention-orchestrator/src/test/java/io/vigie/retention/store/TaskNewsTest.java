package io.vigie.retention.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class TaskNewsTest {
    private static final String TELL = "SELECT pg_notify('task', ?) IS NULL AS told";
    private static final String CUT =
            "SELECT pg_terminate_backend(pid) AS gone FROM pg_stat_activity WHERE query = 'LISTEN task'";

    @Inject
    TaskNews news;

    @Inject
    Database database;

    @Test
    void whoCannotBeToldIsCutOffAndHoldsUpNobodyElse() {
        Listener troubled = new Listener(true);
        Listener other = new Listener(false);
        news.listen(troubled);
        Runnable stop = news.listen(other);

        heardBy(other);
        heardBy(other);

        await().until(() -> troubled.over.contains("cut off"));
        assertThat(troubled.over).hasSize(1);
        assertThat(other.over).isEmpty();
        stop.run();
    }

    @Test
    void whoListenedWhileTheConnectionWasGoneIsCutOffSinceTheyMissedSomething() {
        Listener before = new Listener(false);
        news.listen(before);
        heardBy(before);

        QuarkusTransaction.requiringNew().run(() -> database.rows(CUT, row -> row.is("gone")));

        await().until(() -> before.over.contains("cut off"));
        Listener anew = new Listener(false);
        Runnable stop = news.listen(anew);
        heardBy(anew);
        assertThat(anew.over).isEmpty();
        stop.run();
    }

    /** When it is listened to first cannot be seen, so it is told until it is heard. */
    private void heardBy(Listener listener) {
        UUID task = UUID.randomUUID();
        await().until(() -> {
            QuarkusTransaction.requiringNew().run(() -> database.rows(TELL, row -> row.is("told"), task.toString()));
            return listener.heard.contains(task);
        });
    }

    private static final class Listener implements TaskNews.Ear {
        private final boolean troubled;
        private final List<UUID> heard = new CopyOnWriteArrayList<>();
        private final List<String> over = new CopyOnWriteArrayList<>();

        Listener(boolean troubled) {
            this.troubled = troubled;
        }

        @Override
        public void changed(List<UUID> tasks) {
            if (troubled) {
                throw new IllegalStateException("cannot be told");
            }
            heard.addAll(tasks);
        }

        @Override
        public void cutOff() {
            over.add("cut off");
        }
    }
}
