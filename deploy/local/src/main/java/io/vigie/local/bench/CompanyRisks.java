package io.vigie.local.bench;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.risk.SignalRef;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Cause;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The risks of a company's customers as a scorer would tell them, in order of time, each of a customer drawn at random: most
 * of them quiet, one in six raised or with something open.
 *
 * @param since when the first one is as of
 * @param apart what lies between one and the next
 */
public record CompanyRisks(int customers, Instant since, Duration apart) {
    private static final String SCORER = "/vigie/risk-scorer";
    private static final int B2B_EVERY = 5;
    private static final int WORTH_UP_TO = 120_000_00;
    private static final List<Channel> CHANNELS = List.copyOf(EnumSet.allOf(Channel.class));
    private static final List<Kind> OUT_OF_A_HUNDRED = outOfAHundred();

    private record Kind(String movedBy, RiskLevel level, double probability, Optional<String> matter) {}

    /** The risk of a number as the topic of a prefix carries it, the same at each run. */
    public ProducerRecord<String, byte[]> record(String prefix, long number) {
        RiskAssessed risk = risk(number);
        String id = String.format("risk-%012d", number);
        return EventCodec.record(
                Topic.RISK.under(prefix),
                Event.of(id, SCORER, risk.customer(), risk.asOf(), risk)
                        .causedBy(id.replace("risk", "signal"))
                        .receivedAt(Optional.of(risk.asOf())));
    }

    RiskAssessed risk(long number) {
        long drawn = Scattered.of(number);
        long who = Long.remainderUnsigned(drawn, customers);
        Kind kind = OUT_OF_A_HUNDRED.get((int) Long.remainderUnsigned(drawn >>> 32, OUT_OF_A_HUNDRED.size()));
        Instant asOf = since.plus(apart.multipliedBy(number));
        return new RiskAssessed(
                "C-" + who,
                asOf,
                asOf,
                Trigger.SIGNAL,
                Optional.of(new SignalRef("/bench", "signal-" + number, kind.movedBy(), asOf)),
                90,
                kind.probability(),
                kind.level(),
                RiskLevel.STABLE,
                share(kind.probability() * 0.9, kind.movedBy()),
                share(kind.probability() * 0.1, "payment.failed"),
                Cause.SERVICE,
                Optional.empty(),
                new Life(1, LifeState.ACTIVE, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                kind.matter()
                        .map(type -> List.of(Matter.one(type, asOf, Optional.empty())))
                        .orElse(List.of()),
                input(who),
                "scorecard-1",
                Optional.of(asOf.plus(Duration.ofDays(9))),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static RiskShare share(double probability, String factor) {
        return new RiskShare(
                probability,
                Math.log(probability / (1 - probability)),
                -3,
                List.of(
                        new Reason(factor, 1.1, 1.7),
                        new Reason("silence", 0.42, 0.31),
                        new Reason("spend", -0.17, 0.84)));
    }

    private static DecisionInput input(long who) {
        long drawn = Scattered.of(-who - 1);
        List<Consent> consents = new ArrayList<>();
        for (Channel channel : CHANNELS) {
            consents.add(new Consent(channel, Purpose.RETENTION, true, Instant.EPOCH, Optional.of("form")));
        }
        return new DecisionInput(
                true,
                who % B2B_EVERY == 0 ? Segment.B2B : Segment.B2C,
                // most are worth little, few much
                (long) (WORTH_UP_TO * Math.pow((drawn >>> 40) / (double) (1 << 24), 4)),
                "EUR",
                Potential.LOW,
                false,
                Optional.of("am-" + who % 40),
                Optional.of("FR"),
                Optional.empty(),
                EnumSet.allOf(Channel.class),
                consents,
                false,
                List.of());
    }

    private static List<Kind> outOfAHundred() {
        List<Kind> kinds = new ArrayList<>();
        add(kinds, 40, new Kind("order.placed", RiskLevel.STABLE, 0.04, Optional.empty()));
        add(kinds, 34, new Kind("usage.reported", RiskLevel.STABLE, 0.05, Optional.empty()));
        add(kinds, 9, new Kind("survey.answered", RiskLevel.WATCH, 0.11, Optional.empty()));
        add(kinds, 7, new Kind("support.called", RiskLevel.AT_RISK, 0.24, Optional.empty()));
        add(kinds, 4, new Kind("departure.threatened", RiskLevel.URGENT, 0.5, Optional.empty()));
        add(kinds, 4, new Kind("complaint.filed", RiskLevel.WATCH, 0.15, Optional.of("complaint.filed")));
        add(kinds, 1, new Kind("payment.failed", RiskLevel.WATCH, 0.12, Optional.of("payment.failed")));
        add(kinds, 1, new Kind("termination.notified", RiskLevel.URGENT, 0.6, Optional.of("termination.notified")));
        return kinds;
    }

    private static void add(List<Kind> kinds, int many, Kind kind) {
        for (int made = 0; made < many; made++) {
            kinds.add(kind);
        }
    }
}
