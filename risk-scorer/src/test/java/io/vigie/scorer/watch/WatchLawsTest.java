package io.vigie.scorer.watch;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever happens to a customer. */
class WatchLawsTest {
    private static final Instant LATER = day(800);

    private final Watch watch = watch();

    @Provide
    Arbitrary<List<Entry>> timelines() {
        return Timelines.any();
    }

    @Property(tries = 300)
    void theOrderOfArrivalNeverMatters(@ForAll("timelines") List<Entry> timeline, @ForAll Random order) {
        List<Entry> shuffled = new ArrayList<>(timeline);
        Collections.shuffle(shuffled, order);

        RiskAssessed inOrder = arrive(timeline, LATER);
        RiskAssessed outOfOrder = arrive(shuffled, LATER);

        assertThat(outOfOrder.probability()).isEqualTo(inOrder.probability());
        assertThat(outOfOrder.byChoice()).isEqualTo(inOrder.byChoice());
        assertThat(outOfOrder.unpaid()).isEqualTo(inOrder.unpaid());
        assertThat(outOfOrder.life()).isEqualTo(inOrder.life());
        assertThat(outOfOrder.openMatters()).isEqualTo(inOrder.openMatters());
    }

    @Property(tries = 100)
    void whileAnObjectionStandsNothingIndividualIsTold(
            @ForAll("timelines") List<Entry> timeline, @ForAll Random chance) {
        List<Entry> objected = new ArrayList<>(timeline);
        objected.removeIf(entry -> entry instanceof Entry.Known);
        objected.add(Timelines.objecting(chance.nextInt(730)));
        Collections.shuffle(objected, chance);

        RiskAssessed assessed = arrive(objected, LATER);

        assertThat(assessed.byChoice().reasons()).isEmpty();
        assertThat(assessed.unpaid().reasons()).isEmpty();
        assertThat(assessed.level()).isEqualTo(RiskLevel.STABLE);
        assertThat(assessed.openMatters()).isEmpty();
    }

    @Property(tries = 300)
    void reasonsAddUpExactly(@ForAll("timelines") List<Entry> timeline) {
        RiskAssessed assessed = arrive(timeline, LATER);

        for (RiskShare share : List.of(assessed.byChoice(), assessed.unpaid())) {
            double sum = share.base()
                    + share.reasons().stream().mapToDouble(Reason::logOdds).sum();
            assertThat(sum).isCloseTo(share.logOdds(), within(1e-9));
        }
        double odds = Math.exp(assessed.byChoice().logOdds())
                + Math.exp(assessed.unpaid().logOdds());
        assertThat(assessed.probability()).isCloseTo(odds / (1 + odds), within(1e-12));
        assertThat(assessed.byChoice().probability() + assessed.unpaid().probability())
                .isCloseTo(assessed.probability(), within(1e-12));
    }

    @Property(tries = 300)
    void probabilitiesStayWithinRange(@ForAll("timelines") List<Entry> timeline) {
        for (int later = 0; later < 1_000; later += 50) {
            assertThat(arrive(timeline, day(730 + later)).probability()).isBetween(0.0, 1.0);
        }
    }

    @Property(tries = 60)
    void noCrossingOfALevelBetweenReviewsIsMissed(@ForAll("timelines") List<Entry> timeline) {
        Standing standing = take(timeline);
        if (assess(standing, standing.asOf().orElseThrow()).life().state() == LifeState.LOST) {
            return;
        }
        for (int review = 0; review < 12 && standing.nextReview().isPresent(); review++) {
            Instant from = standing.asOf().orElseThrow();
            Instant due = standing.nextReview().orElseThrow();
            for (Instant at = from; at.isBefore(due); at = at.plus(Duration.ofHours(3))) {
                RiskLevel there = assess(standing, at).level();
                assertThat(there).as("level at %s, next review %s", at, due).isEqualTo(standing.level());
            }
            standing = watch.review(standing, CUSTOMER, due, due).standing();
        }
    }

    @Property(tries = 200)
    void reviewsFireTheSameWhetherOneByOneOrAllAtOnce(@ForAll("timelines") List<Entry> timeline) {
        Standing standing = take(timeline);

        List<Telling> atOnce = watch.review(standing, CUSTOMER, LATER, LATER).tellings();
        List<Telling> daily = new ArrayList<>();
        for (int day = 0; day <= 800; day++) {
            Watch.Step step = watch.review(standing, CUSTOMER, day(day), LATER);
            daily.addAll(step.tellings());
            standing = step.standing();
        }

        assertThat(daily).isEqualTo(atOnce);
    }

    @Property(tries = 200)
    void asOfAnInstantIsWhatWasSoThen(@ForAll("timelines") List<Entry> timeline) {
        int half = timeline.size() / 2;
        Instant then = timeline.get(half).time();
        List<Entry> upToThen =
                timeline.stream().filter(entry -> !entry.time().isAfter(then)).toList();

        Optional<RiskAssessed> lookedBack = watch.assessAsOf(timeline, CUSTOMER, then);

        assertThat(lookedBack.orElseThrow().probability())
                .isEqualTo(arrive(upToThen, then).probability());
        assertThat(lookedBack.orElseThrow().level())
                .isEqualTo(arrive(upToThen, then).level());
    }

    @Property(tries = 100)
    void everyTellingHasAnIdOfItsOwn(@ForAll("timelines") List<Entry> timeline, @ForAll Random order) {
        List<Entry> shuffled = new ArrayList<>(timeline);
        Collections.shuffle(shuffled, order);
        List<String> ids = new ArrayList<>();
        Standing standing = Standing.NEW;
        List<Entry> arrived = new ArrayList<>();
        for (Entry entry : shuffled) {
            Watch.Step step = one(standing, arrived, entry);
            step.tellings().forEach(telling -> ids.add(telling.id()));
            standing = step.standing();
        }
        watch.review(standing, CUSTOMER, LATER, LATER).tellings().forEach(telling -> ids.add(telling.id()));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void signsAreMonotone(@ForAll("timelines") List<Entry> timeline) {
        Instant end = timeline.getLast().time().plusSeconds(60);
        RiskAssessed before = arrive(timeline, end);
        if (before.life().state() == LifeState.LOST) {
            return;
        }
        List<Entry> worse = new ArrayList<>(timeline);
        worse.add(Timelines.signal("crm", "one-more", "competitor.mentioned", end, "{}"));
        List<Entry> better = new ArrayList<>(timeline);
        better.add(Timelines.signal("crm", "one-more", "survey.answered", end, "{\"scale\":\"nps\",\"score\":10}"));

        assertThat(arrive(worse, end).probability()).isGreaterThan(before.probability());
        assertThat(arrive(better, end).probability()).isLessThan(before.probability());
    }

    @Property(tries = 100)
    void levelsFollowTheirEntriesWithHysteresis(@ForAll("timelines") List<Entry> timeline) {
        RiskAssessed assessed = arrive(timeline, LATER);
        double byChoice = Math.exp(assessed.byChoice().base());
        double base = byChoice / (1 + byChoice + Math.exp(assessed.unpaid().base()));
        double entry = SCORECARD.levels().entry(assessed.level(), base);

        assertThat(assessed.probability()).isGreaterThanOrEqualTo(0.9 * entry - 1e-9);
    }

    private RiskAssessed arrive(List<Entry> entries, Instant then) {
        Standing standing = watch.review(take(entries), CUSTOMER, then, then).standing();
        return assess(standing, then);
    }

    private Standing take(List<Entry> entries) {
        Standing standing = Standing.NEW;
        List<Entry> arrived = new ArrayList<>();
        for (Entry entry : entries) {
            standing = one(standing, arrived, entry).standing();
        }
        return standing;
    }

    private Watch.Step one(Standing standing, List<Entry> arrived, Entry entry) {
        arrived.add(entry);
        arrived.sort(Entry.IN_ORDER);
        return watch.take(standing, entry, () -> List.copyOf(arrived), entry.time());
    }

    private RiskAssessed assess(Standing standing, Instant at) {
        return watch.assess(standing, CUSTOMER, at, at);
    }
}
