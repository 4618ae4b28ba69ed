package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.scoring.Speaking;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceTest {
    private final Moody model = new Moody();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Driven stream;

    @BeforeEach
    void start(@TempDir Path state) {
        Watch watch = new Watch(CATALOGUE, SCORECARD, model, RULES, WatchSettings.DEFAULTS);
        stream = new Driven(
                ScorerTopology.build("t", watch, true, Clock.systemUTC(), Pace.none(), Keeping.all(metrics)), state);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void aRecordWithWhichNothingCanBeWorkedOutIsKeptAmongTheRefusedAndCountsWhenItIsSentAgain() {
        model.fails = Optional.of(new ArithmeticException("long overflow"));
        stream.send(on(0, "departure.threatened"));

        assertThat(stream.refusals())
                .singleElement()
                .extracting(Refused::reason)
                .isEqualTo("cannot-be-worked-out");
        assertThat(stream.keys(StoreNames.TIMELINE)).isEmpty();
        assertThat(stream.count(Progress.PROCESSED)).isZero();
        assertThat(metrics.counter("vigie.scorer.failures", "what", "record").count())
                .isEqualTo(1);

        model.fails = Optional.empty();
        stream.send(on(0, "departure.threatened"));

        assertThat(stream.risks()).hasSize(1);
        assertThat(stream.keys(StoreNames.TIMELINE)).hasSize(1);
        assertThat(stream.count(Progress.PROCESSED)).isEqualTo(1);
        assertThat(stream.count(Progress.CUSTOMERS)).isEqualTo(1);
    }

    @Test
    void whatItWouldHaveReplacedStandsAsBefore() {
        Entry early = Timelines.signal("crm", "same", "departure.threatened", day(1), "{}");
        Entry late = Timelines.signal("crm", "same", "price.raised", day(2), "{}");
        stream.send(late);
        model.fails = Optional.of(new ArithmeticException("long overflow"));
        stream.send(early);
        model.fails = Optional.empty();

        stream.send(late);
        assertThat(stream.keys(StoreNames.TIMELINE)).hasSize(1);
        assertThat(stream.count(Progress.DUPLICATES)).isEqualTo(2);
        stream.risks();
        stream.send(early);
        assertThat(stream.lastRisk().byChoice().reasons())
                .extracting(one -> one.factor())
                .containsExactly("departure.threatened");
    }

    @Test
    void aReviewThatFailsHoldsUpNobodyAndIsTriedAgain() {
        stream.send(on(0, "order.placed", "{\"amount\":1000}"));
        stream.risks();
        model.fails = Optional.of(new ArithmeticException("long overflow"));
        tick(day(600));
        assertThat(stream.risks()).hasSize(1);
        model.fails = Optional.empty();

        tick(day(602));

        List<Event<?>> told = stream.risks();
        RiskAssessed lost = (RiskAssessed) told.get(told.size() - 2).data();
        assertThat(lost.life().state()).isEqualTo(LifeState.LOST);
    }

    @Test
    void whatTheBrokerOrTheStoresThrowIsNotARecordsFault() {
        model.fails = Optional.of(new TimeoutException("the broker is away"));

        assertThatThrownBy(() -> stream.send(on(0, "departure.threatened")))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatHappenedInAMillionYearsIsRefused() {
        stream.send(Timelines.signal("crm", "far", "order.placed", Instant.parse("+1000000-01-01T00:00:00Z"), "{}"));
        stream.send(
                Timelines.signal("crm", "long ago", "order.placed", Instant.parse("-1000000-01-01T00:00:00Z"), "{}"));

        assertThat(stream.refusals()).hasSize(2).extracting(Refused::reason).containsOnly("malformed-event");
        assertThat(stream.keys(StoreNames.TIMELINE)).isEmpty();
    }

    @Test
    void aContractOrANoticeThatEndsInAMillionYearsHasNoEnd() {
        Contract contract = new Contract(
                "a",
                Renewal.EXPLICIT,
                day(0),
                Optional.of(Instant.MAX),
                Optional.of(Instant.MIN),
                Optional.of(Instant.MAX));
        Customer record = ((Entry.Known) Timelines.underContract(0, contract)).record();
        stream.send(EventCodec.record("t.signals", Event.of("r", "crm", CUSTOMER, day(0), record)));
        stream.send(on(1, "termination.notified", "{\"contract\":\"a\",\"effective\":\"+999999999-12-31T23:59:59Z\"}"));

        RiskAssessed risk = stream.lastRisk();
        assertThat(stream.refusals()).isEmpty();
        assertThat(risk.decisionInput().contract())
                .hasValueSatisfying(told -> assertThat(told.end()).isEmpty());
        assertThat(risk.comingDates()).isEmpty();
    }

    /** The experts, who fail when told to. */
    private static final class Moody implements Speaking {
        private final ScoringModel experts = new ExpertModel(new RiskModel(CATALOGUE, SCORECARD, RULES));
        private Optional<RuntimeException> fails = Optional.empty();

        @Override
        public ScoringModel champion() {
            if (fails.isPresent()) {
                throw fails.get();
            }
            return experts;
        }

        @Override
        public Optional<ScoringModel> shadow() {
            return Optional.empty();
        }
    }

    private void tick(Instant at) {
        stream.send(EventCodec.record("t.signals", "/test", new Tick("r", 3, at)));
    }
}
