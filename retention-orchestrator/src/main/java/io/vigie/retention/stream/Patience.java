package io.vigie.retention.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Nothing is skipped because the database is away: the same batch is tried until it is kept. */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    <T> T until(Supplier<T> kept) throws InterruptedException {
        Duration pause = FIRST;
        while (true) {
            try {
                return kept.get();
            } catch (RuntimeException e) {
                LOG.warnf("trying again in %s: %s", pause, e.getMessage());
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            }
        }
    }
}
