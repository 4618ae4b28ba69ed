package io.vigie.scorer.learning.history;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.known;
import static io.vigie.scorer.Timelines.objecting;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.events.customer.Segment;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    private static final Duration HORIZON = Duration.ofDays(90);
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Test
    void whoLeavesWithinTheHorizonIsALeaverAndWhoHasLeftIsNoCustomer() {
        List<Entry> timeline = List.of(known(0, Segment.B2B, 1), on(1, "complaint.filed"), on(150, "account.closed"));

        assertThat(taken(timeline, 30, 90, 180))
                .extracting(Snapshot::at, Snapshot::fate)
                .containsExactly(tuple(day(30), Fate.STAYED), tuple(day(90), Fate.LEFT_BY_CHOICE));
    }

    @Test
    void whoIsClosedWithAnUnpaidInvoiceLeftUnpaid() {
        List<Entry> timeline = List.of(
                known(0, Segment.B2B, 1), on(80, "payment.failed", "{\"invoice\":\"i1\"}"), on(95, "account.closed"));

        assertThat(taken(timeline, 30)).extracting(Snapshot::fate).containsExactly(Fate.LEFT_UNPAID);
    }

    @Test
    void whoDiedTeachesNothing() {
        List<Entry> timeline = List.of(known(0, Segment.B2C, 1), on(60, "customer.died"), on(70, "account.closed"));

        assertThat(taken(timeline, 30)).isEmpty();
    }

    @Test
    void whereWeMadeContactNobodyKnowsWhatWouldHaveBeen() {
        List<Entry> timeline = List.of(known(0, Segment.B2B, 1), on(100, "contact.made", "{\"channel\":\"phone\"}"));

        assertThat(taken(timeline, 5, 50, 101))
                .extracting(Snapshot::at, Snapshot::exposure)
                .containsExactly(
                        tuple(day(5), new Exposure(90, false)),
                        tuple(day(50), new Exposure(50, true)),
                        tuple(day(101), new Exposure(90, false)));
    }

    @Test
    void contactWithWhoHasLeftChangedNothingOfIt() {
        List<Entry> timeline = List.of(
                known(0, Segment.B2B, 1), on(70, "account.closed"), on(80, "contact.made", "{\"channel\":\"phone\"}"));

        assertThat(taken(timeline, 50))
                .extracting(Snapshot::fate, Snapshot::exposure)
                .containsExactly(tuple(Fate.LEFT_BY_CHOICE, new Exposure(20, false)));
    }

    @Test
    void whoObjectsLaterIsNotLearnedFromAtAll() {
        List<Entry> timeline = List.of(known(0, Segment.B2B, 1), on(10, "complaint.filed"), objecting(200));

        assertThat(taken(timeline, 30, 60)).isEmpty();
    }

    @Test
    void whoObjectsAfterTheEndOfWhatIsLearnedIsNotLearnedFromEither() {
        List<Entry> timeline = List.of(known(0, Segment.B2B, 1), on(10, "complaint.filed"), objecting(500));

        assertThat(taken(timeline, 30, 60)).isEmpty();
    }

    @Test
    void aHorizonThatIsNotOverTellsNothing() {
        List<Entry> timeline = List.of(known(0, Segment.B2B, 1));

        assertThat(taken(timeline, 309, 311)).extracting(Snapshot::at).containsExactly(day(309));
    }

    @Test
    void withoutAContractNoOrderInTheHorizonIsLeaving() {
        List<Entry> timeline =
                List.of(on(0, "order.placed", "{\"amount\":1}"), on(60, "order.placed", "{\"amount\":1}"));
        Snapshots snapshots =
                new Snapshots(FOLD, CATALOGUE, Outcome.NO_ORDER, HORIZON, List.of(day(30), day(61)), day(400));

        assertThat(snapshots.of(timeline)).extracting(Snapshot::fate).containsExactly(Fate.STAYED, Fate.LEFT_BY_CHOICE);
    }

    @Property(tries = 200)
    void noSnapshotSeesPastItsInstant(@ForAll("timelines") List<Entry> timeline) {
        for (Snapshot snapshot : taken(timeline, 100, 300, 300.5)) {
            List<Entry> before = timeline.stream()
                    .filter(entry -> !entry.time().isAfter(snapshot.at()))
                    .toList();
            assertThat(snapshot.profile()).isEqualTo(FOLD.endedBy(FOLD.of(before), snapshot.at()));
        }
    }

    @Provide
    net.jqwik.api.Arbitrary<List<Entry>> timelines() {
        return Timelines.any();
    }

    private static List<Snapshot> taken(List<Entry> timeline, double... days) {
        List<Instant> instants =
                IntStream.range(0, days.length).mapToObj(i -> day(days[i])).toList();
        return new Snapshots(FOLD, CATALOGUE, Outcome.END_OF_LIFE, HORIZON, instants, day(400)).of(timeline);
    }
}
