package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.customer.Channel;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Sending;
import io.vigie.retention.store.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sends what is meant to be sent, one by one and each at most once; what came of it is kept with its task. */
@ApplicationScoped
public class Sender {
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 8;

    private final Outgoing outgoing;
    private final MailTransport mail;
    private final SmsTransport sms;
    private final Cases cases;
    private final Worker worker;
    private final LastLook lastLook;
    private final MeterRegistry metrics;
    private final Clock clock;

    Sender(
            Outgoing outgoing,
            MailTransport mail,
            SmsTransport sms,
            Cases cases,
            Worker worker,
            LastLook lastLook,
            MeterRegistry metrics,
            Clock clock) {
        this.outgoing = outgoing;
        this.mail = mail;
        this.sms = sms;
        this.cases = cases;
        this.worker = worker;
        this.lastLook = lastLook;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Sends all that is due. */
    public void sendDue() {
        outgoing.giveUp(clock.instant(), GIVEN_UP);
        Optional<Sending> next = outgoing.begin(clock.instant());
        while (next.isPresent()) {
            sendIfItMay(next.get());
            next = outgoing.begin(clock.instant());
        }
    }

    /** A person says that it has left after all. */
    public boolean settle(UUID id, String by) {
        boolean settled = outgoing.hasLeft(id, by, clock.instant());
        outgoing.find(id).filter(_ -> settled).ifPresent(sending -> done(sending, Outcome.SENT));
        return settled;
    }

    private void sendIfItMay(Sending sending) {
        switch (lastLook.at(sending)) {
            case LastLook.Verdict.Go() -> send(sending);
            case LastLook.Verdict.Wait(Instant until, String because) -> {
                outgoing.again(sending.id(), because, until);
                count(sending, "waits");
            }
            case LastLook.Verdict.Withdraw(String because) -> {
                outgoing.withdrawn(sending.id(), because, clock.instant());
                done(sending, Outcome.NOT_REACHED);
                count(sending, "withdrawn");
            }
        }
    }

    private void send(Sending sending) {
        Transport.Result result = outgoing.envelope(sending)
                .map(envelope -> transport(envelope).send(sending.id(), envelope))
                .orElseGet(() -> new Transport.Result.Refused("the customer's key is destroyed"));
        Instant now = clock.instant();
        switch (result) {
            case Transport.Result.Sent _ -> {
                outgoing.sent(sending.id(), now);
                done(sending, Outcome.SENT);
            }
            case Transport.Result.NotSent(String problem)
            when sending.attempts() < MOST_ATTEMPTS ->
                outgoing.again(sending.id(), problem, now.plus(pause(sending.attempts())));
            case Transport.Result.NotSent(String problem) -> failed(sending, problem, now);
            case Transport.Result.Refused(String problem) -> failed(sending, problem, now);
            case Transport.Result.Unclear(String problem) -> outgoing.unclear(sending.id(), problem, now);
        }
        count(sending, result.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private void count(Sending sending, String result) {
        metrics.counter("vigie.messages", "channel", sending.channel().word(), "result", result)
                .increment();
    }

    /** What a customer has a right to stays to be done, by a person and in another way. */
    private void failed(Sending sending, String problem, Instant now) {
        outgoing.failed(sending.id(), problem, now);
        boolean owed = cases.find(sending.caseId())
                .flatMap(file -> file.task(sending.task()))
                .filter(task -> task.order().step().owed())
                .isPresent();
        if (!owed) {
            done(sending, Outcome.NOT_REACHED);
        }
    }

    private Transport transport(Envelope envelope) {
        return envelope.channel() == Channel.SMS ? sms : mail;
    }

    /** An invitation opens a visit, it does not end its task; questions have none. */
    private void done(Sending sending, Outcome outcome) {
        if (sending.kind() != Sending.Kind.MESSAGE) {
            return;
        }
        try {
            worker.complete(sending.task(), outcome, "", Messages.OURSELVES);
        } catch (IllegalMove e) {
            // its case closed while it was on its way
            metrics.counter("vigie.messages.late").increment();
        }
    }

    /** One minute, then twice as long each time. */
    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    }
}
