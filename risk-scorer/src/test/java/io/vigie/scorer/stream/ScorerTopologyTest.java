package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Entry;
import io.vigie.testkit.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTopologyTest {
    private Driven stream;

    @BeforeEach
    void start(@TempDir Path state) {
        stream = new Driven(topology(), state);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void theTopologyChangesOnlyOnPurpose() {
        Golden.assertMatches("topology.txt", topology().describe().toString());
    }

    @Test
    void aSignalIsAssessedAndExplained() {
        stream.send(on(0, "departure.threatened"));

        Event<?> told = stream.risks().getFirst();
        RiskAssessed assessed = (RiskAssessed) told.data();
        assertThat(told.causedBy()).hasValue("departure.threatened@0.0");
        assertThat(assessed.trigger()).isEqualTo(Trigger.SIGNAL);
        assertThat(assessed.level()).isEqualTo(RiskLevel.AT_RISK);
        assertThat(assessed.byChoice().reasons().getFirst().factor()).isEqualTo("departure.threatened");
    }

    @Test
    void aSecondDeliveryMovesNothing() {
        stream.send(on(0, "departure.threatened"));
        stream.risks();

        stream.send(on(0, "departure.threatened"));

        assertThat(stream.risks()).isEmpty();
        assertThat(stream.count(Progress.PROCESSED)).isEqualTo(1);
        assertThat(stream.count(Progress.DUPLICATES)).isEqualTo(1);
    }

    @Test
    void ofTwoContentsUnderOneIdentityTheEarlierCountsWhicheverComesFirst() {
        Entry early = Timelines.signal("crm", "same", "departure.threatened", day(1), "{}");
        Entry late = Timelines.signal("crm", "same", "price.raised", day(2), "{}");

        stream.send(early);
        stream.send(late);
        RiskAssessed earlyFirst = stream.lastRisk();
        restartWith(late, early);
        RiskAssessed lateFirst = stream.lastRisk();

        assertThat(lateFirst.byChoice().reasons()).extracting(r -> r.factor()).containsExactly("departure.threatened");
        assertThat(earlyFirst.byChoice().reasons()).extracting(r -> r.factor()).containsExactly("departure.threatened");
        assertThat(stream.refusals()).extracting(Refused::reason).contains("contradicts-earlier");
    }

    @Test
    void theSameAgainAtAnotherArrivalIsNoContradictionWhereItsSenderSaysNoTime() {
        Instant arrival = day(1);
        Instant retry = arrival.plusSeconds(1);

        stream.send(EventCodec.record("t.signals", arrived(arrival, arrival, "{}")));
        stream.send(EventCodec.record("t.signals", arrived(retry, retry, "{}")));

        assertThat(stream.refusals()).isEmpty();
        assertThat(stream.count(Progress.DUPLICATES)).isEqualTo(1);

        stream.send(EventCodec.record("t.signals", arrived(retry, retry, "{\"ticket\":\"7\"}")));
        stream.send(EventCodec.record("t.signals", arrived(retry, retry.plusSeconds(1), "{}")));
        assertThat(stream.refusals())
                .as("other content, and another time that the sender has said")
                .extracting(Refused::reason)
                .containsExactly("contradicts-earlier", "contradicts-earlier");
    }

    private static Event<?> arrived(Instant time, Instant receivedAt, String attributes) {
        Entry.Happened entry =
                (Entry.Happened) Timelines.signal("freshdesk", "digest", "support.ticket-opened", time, attributes);
        return EventCodec.event(entry.signal()).receivedAt(Optional.of(receivedAt));
    }

    @Test
    void theClosingTickFiresWhatIsDueAndIsHandedOn() {
        stream.send(on(0, "order.placed", "{\"amount\":1000}"));
        stream.risks();

        stream.send(EventCodec.record("t.signals", "/test", new Tick("r", 3, day(600))));

        List<Event<?>> told = stream.risks();
        assertThat(told.getLast().data()).isEqualTo(new Tick("r", 3, day(600)));
        RiskAssessed lost = (RiskAssessed) told.get(told.size() - 2).data();
        assertThat(lost.life().state()).isEqualTo(LifeState.LOST);
        assertThat(stream.count(Progress.tick("r"))).isPositive();
    }

    @Test
    void ofWhoIsErasedNothingIsLeftAndALaterSignalBeginsAnew() {
        stream.send(on(0, "order.placed", "{\"amount\":1000}"));
        stream.send(on(1, "departure.threatened"));
        stream.risks();

        erase("e-1", day(2));

        Event<?> forwarded = stream.risks().getLast();
        assertThat(forwarded.data()).isEqualTo(new CustomerErased(day(2)));
        assertThat(forwarded.id()).isEqualTo("e-1");
        assertThat(forwarded.subject()).isEqualTo(CUSTOMER);
        assertThat(stream.stores())
                .filteredOn(store -> !store.equals(StoreNames.PROGRESS) && !store.equals(StoreNames.TRACK))
                .isNotEmpty()
                .allSatisfy(store -> assertThat(stream.keys(store)).as(store).isEmpty());
        assertThat(stream.keys(StoreNames.TRACK)).isNotEmpty().allMatch(key -> key.toString()
                .startsWith(TrackKeys.months(watch().predicting().notedAs("expert"))));
        assertThat(stream.count(Progress.CUSTOMERS)).isZero();

        stream.send(on(3, "order.placed", "{\"amount\":1000}"));

        RiskAssessed stranger = stream.lastRisk();
        assertThat(stranger.life().startedAt()).isEqualTo(day(3));
        assertThat(stranger.byChoice().reasons()).extracting(Reason::factor).doesNotContain("departure.threatened");
    }

    @Test
    void anErasureToldTwiceErasesOnceAndLeavesTheStrangerAlone() {
        stream.send(on(0, "departure.threatened"));
        erase("e-1", day(2));
        stream.send(on(3, "order.placed", "{\"amount\":1000}"));
        stream.risks();

        erase("e-1", day(2));

        assertThat(stream.risks()).isEmpty();
        assertThat(stream.keys(StoreNames.STANDINGS)).isNotEmpty();
    }

    @Test
    void whatFallsDueBeforeAnErasureIsToldBeforeIt() {
        stream.send(on(0, "order.placed", "{\"amount\":1000}"));
        stream.risks();

        erase("e-1", day(600));

        List<Event<?>> told = stream.risks();
        RiskAssessed lost = (RiskAssessed) told.get(told.size() - 2).data();
        assertThat(lost.life().state()).isEqualTo(LifeState.LOST);
        assertThat(told.getLast().data()).isInstanceOf(CustomerErased.class);
    }

    @Test
    void othersReviewsFireAsThePartitionsTimeGoesOn() {
        stream.send(on(0, "order.placed", "{\"amount\":1000}"));
        stream.risks();

        Signal other = new Signal(
                "crm", "x", "support.called", "c-2", day(400), Timelines.json("{}"), java.util.Optional.empty());
        stream.send(EventCodec.record("t.signals", other));

        assertThat(stream.risks())
                .filteredOn(event -> event.subject().equals(CUSTOMER))
                .isNotEmpty();
    }

    @Test
    void whatIsNoEventIsKeptWithItsReasonAndStopsNothing() {
        stream.send(new ProducerRecord<>("t.signals", "c-1", "not an event".getBytes(StandardCharsets.UTF_8)));
        stream.send(on(0, "departure.threatened"));

        assertThat(stream.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("malformed-event");
            assertThat(new String(refused.decodeRaw(), StandardCharsets.UTF_8)).isEqualTo("not an event");
        });
        assertThat(stream.risks()).isNotEmpty();
    }

    private static Topology topology() {
        return ScorerTopology.build(
                "t", watch(), true, Clock.systemUTC(), Pace.none(), Keeping.all(new SimpleMeterRegistry()));
    }

    private void restartWith(Entry... entries) {
        assertThat(stream.keys(StoreNames.STANDINGS)).isNotEmpty();
        for (Entry entry : entries) {
            Signal signal = ((Entry.Happened) entry).signal();
            Signal elsewhere = new Signal(
                    signal.source(),
                    signal.id(),
                    signal.type(),
                    "c-other",
                    signal.time(),
                    signal.attributes(),
                    signal.receivedAt());
            stream.send(EventCodec.record("t.signals", elsewhere));
        }
    }

    private void erase(String event, Instant at) {
        stream.send(EventCodec.record(
                "t.signals", Event.of(event, "/vigie/signal-ingest", CUSTOMER, at, new CustomerErased(at))));
    }
}
