package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.signal;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Refused;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineBoundsTest {
    /** An id after which it is looked whether there is too much. */
    private static final String LOOKED_AFTER = "@";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Entry> history = new ArrayList<>(List.of(
            signal("crm", "a", "order.placed", day(0), "{\"amount\":1000}"),
            signal("crm", "b", "complaint.filed", day(10), "{\"complaint\":\"K\"}"),
            signal("crm", "c", "order.placed", day(40), "{\"amount\":500}"),
            signal("crm", "d", "support.called", day(60), "{}"),
            signal("crm", LOOKED_AFTER, "price.raised", day(90), "{}")));
    private Driven stream;

    @BeforeEach
    void start(@TempDir Path state) {
        stream = keeping(new Keeping(Duration.ofDays(60), 3, Optional.of(Duration.ofDays(35)), metrics), state);
    }

    private static Driven keeping(Keeping keeping, Path state) {
        return new Driven(ScorerTopology.build("t", watch(), true, Clock.systemUTC(), Pace.none(), keeping), state);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void whatIsTooOldOrTooMuchIsKeptAsWhatItCameTo() {
        history.forEach(stream::send);

        assertThat(kept()).hasSize(4);
        assertThat(kept().getFirst()).isInstanceOfSatisfying(Entry.Earlier.class, earlier -> assertThat(earlier.time())
                .isEqualTo(day(10)));
        assertThat(metrics.counter("vigie.timeline.dropped").count()).isEqualTo(1);
        assertThat(watch().fold(kept())).isEqualTo(watch().fold(history));
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void whatCameLateButAfterTheHorizonMovesTheRiskAsIfNothingWereDropped() {
        Entry late = signal("crm", "late", "delivery.late", day(50), "{}");
        history.forEach(stream::send);

        stream.send(late);

        history.add(late);
        history.sort(Entry.IN_ORDER);
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void whatWouldStandAmongWhatIsDroppedIsRefused() {
        history.forEach(stream::send);
        Standing before = standing();

        stream.send(signal("crm", "late", "delivery.late", day(5), "{}"));

        assertThat(standing()).isEqualTo(before);
        assertThat(stream.refusals()).extracting(Refused::reason).containsExactly("before-the-timeline");
    }

    @Test
    void aCorrectionOfWhatIsDroppedLeavesWhatItCameTo() {
        history.forEach(stream::send);
        List<Entry> before = kept();

        stream.send(signal("crm", "b", "price.raised", day(9), "{}"));
        stream.send(history.get(1));

        assertThat(kept()).isEqualTo(before);
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void asOfAnInstantBeforeTheHorizonNothingIsKnown() {
        history.forEach(stream::send);

        assertThat(watch().assessAsOf(kept(), CUSTOMER, day(5))).isEmpty();
        assertThat(watch().assessAsOf(kept(), CUSTOMER, day(70)))
                .map(RiskAssessed::probability)
                .isEqualTo(watch().assessAsOf(history, CUSTOMER, day(70)).map(RiskAssessed::probability));
    }

    @Test
    void aSecondDeliveryCountsOnceThoughItsIdentityIsForgotten() {
        history.forEach(stream::send);
        assertThat(metrics.counter("vigie.identities.dropped").count()).isEqualTo(3);

        stream.send(history.get(2));

        assertThat(stream.count(Progress.DUPLICATES)).isEqualTo(1);
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void fewMoreAreKeptThanShouldBe(@TempDir Path elsewhere) {
        try (Driven few = keeping(new Keeping(Duration.ofDays(3_650), 50, Optional.empty(), metrics), elsewhere)) {
            for (int i = 0; i < 400; i++) {
                few.send(on(i, "support.called"));
            }

            assertThat(few.keys(StoreNames.TIMELINE)).hasSizeBetween(50, 100);
        }
    }

    private List<Entry> kept() {
        return Timeline.of(CUSTOMER, stream.store(StoreNames.TIMELINE));
    }

    private Standing standing() {
        return stream.<String, Standing>store(StoreNames.STANDINGS).get(CUSTOMER);
    }
}
