package io.vigie.retention.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final NoticeRound notices;
    private final WebhookRound webhooks;
    private final Barometer barometer;
    private final RetentionSettings settings;

    Rounds(
            Outgoing outgoing,
            Messages messages,
            Sender sender,
            LetterRoom room,
            NoticeRound notices,
            WebhookRound webhooks,
            Barometer barometer,
            RetentionSettings settings) {
        this.outgoing = outgoing;
        this.messages = messages;
        this.sender = sender;
        this.room = room;
        this.notices = notices;
        this.webhooks = webhooks;
        this.barometer = barometer;
        this.settings = settings;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        if (live()) {
            outgoing.waiting(AT_ONCE).forEach(this::intend);
            sender.sendDue();
            room.writeOwed(AT_ONCE, Messages.OURSELVES);
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
    private void intend(Outgoing.Job job) {
        try {
            messages.intend(job);
        } catch (RuntimeException e) {
            LOG.errorf("the message of task %s could not be written: %s", job.task(), e.getMessage());
        }
    }

    private boolean live() {
        return settings.mode() == RetentionSettings.Mode.LIVE;
    }
}
