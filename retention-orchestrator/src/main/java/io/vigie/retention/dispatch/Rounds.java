package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** In live mode what machines send goes out by itself; a replay writes to nobody. */
@ApplicationScoped
class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final int AT_ONCE = 200;

    private final Outgoing outgoing;
    private final Messages messages;
    private final Sender sender;
    private final LetterRoom room;
    private final LetterWriter writer;
    private final VisitDesk visits;
    private final NoticeRound notices;
    private final WebhookRound webhooks;
    private final Barometer barometer;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;

    Rounds(
            Outgoing outgoing,
            Messages messages,
            Sender sender,
            LetterRoom room,
            LetterWriter writer,
            VisitDesk visits,
            NoticeRound notices,
            WebhookRound webhooks,
            Barometer barometer,
            RetentionSettings settings,
            MeterRegistry metrics) {
        this.outgoing = outgoing;
        this.messages = messages;
        this.sender = sender;
        this.room = room;
        this.writer = writer;
        this.visits = visits;
        this.notices = notices;
        this.webhooks = webhooks;
        this.barometer = barometer;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        if (live()) {
            outgoing.waiting(AT_ONCE).forEach(job -> written(job.task(), () -> messages.intend(job)));
            visits.overtaken(AT_ONCE).forEach(visits::callOff);
            sender.sendDue();
            room.owed(AT_ONCE)
                    .forEach(asking -> written(
                            asking.task(), () -> writer.forTask(asking.caseId(), asking.task(), Messages.OURSELVES)
                                    .lacking()
                                    .ifPresent(_ -> outgoing.putOff(asking.task()))));
            room.settle(AT_ONCE);
            barometer.askSome(AT_ONCE);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void webhooks() throws InterruptedException {
        if (live()) {
            webhooks.deliverDue();
        }
    }

    /** Written ahead of the post, so that a few hours do not matter. */
    @Scheduled(every = "12h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void notices() {
        if (live()) {
            notices.write(Integer.MAX_VALUE, Messages.OURSELVES);
        }
    }

    /** One that cannot be written holds up no other. */
    private void written(UUID task, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            LOG.errorf("what task %s asks for could not be written and is put off: %s", task, e.getMessage());
            metrics.counter("vigie.messages.put.off").increment();
            outgoing.putOff(task);
        }
    }

    private boolean live() {
        return settings.mode() == RetentionSettings.Mode.LIVE;
    }
}
