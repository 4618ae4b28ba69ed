package io.vigie.retention.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllotmentTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final List<LocalDate> DAYS = List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));

    @Test
    void whatIsWorthMostPerMinuteIsDoneAndTheRestWaits() {
        Job dear = call(1, 15, 9_000, MONDAY);
        Job cheap = call(2, 15, 1_500, MONDAY);
        Plan plan = plan(List.of(cheap, dear), 20, 0, 0);

        assertThat(dayOf(plan, dear)).contains(MONDAY);
        assertThat(dayOf(plan, cheap)).isEmpty();
        assertThat(plan.prices().get(Team.CALL_CENTRE)).isEqualTo(new Plan.Price(20, 30, 100));
    }

    @Test
    void timeEnoughHasNoPrice() {
        Plan plan = plan(List.of(call(1, 15, 9_000, MONDAY), call(2, 15, 1_500, MONDAY)), 30, 0, 0);

        assertThat(plan.places()).allMatch(place -> place.day().isPresent());
        assertThat(plan.prices().get(Team.CALL_CENTRE).shadowPrice()).isZero();
    }

    @Test
    void whatCanWaitUntilItsDayMakesRoomForWhatCannot() {
        Job today = call(1, 15, 1_500, MONDAY);
        Job later = call(2, 15, 9_000, MONDAY.plusDays(2));
        Plan plan = plan(List.of(today, later), 15, 15, 0);

        assertThat(dayOf(plan, today)).contains(MONDAY);
        assertThat(dayOf(plan, later)).contains(MONDAY.plusDays(1));
    }

    @Test
    void whatDoesNotFitFallsToTheSofterWayThatIsWorthIt() {
        Job.Way letter = new Job.Way(Action.LETTER, Team.LETTER_DESK, 3, 700);
        Job first = call(1, 15, 9_000, MONDAY);
        Job second = call(2, 15, 8_000, MONDAY, letter);
        Plan plan = plan(List.of(first, second), 15, 0, 0);

        assertThat(placeOf(plan, second).softened()).isTrue();
        assertThat(placeOf(plan, second).way()).isEqualTo(letter);
    }

    @Test
    void whoLosesLeastByTheSofterWayTakesIt() {
        Job keen = call(1, 15, 9_000, MONDAY, new Job.Way(Action.LETTER, Team.LETTER_DESK, 3, 8_900));
        Job bound = call(2, 15, 5_000, MONDAY);
        Plan plan = plan(List.of(keen, bound), 15, 0, 0);

        assertThat(placeOf(plan, keen).softened()).isTrue();
        assertThat(placeOf(plan, bound).softened()).isFalse();
        assertThat(dayOf(plan, bound)).contains(MONDAY);
    }

    @Test
    void aSofterWayThatDoesNotPayIsNone() {
        Job job = call(1, 15, 9_000, MONDAY, new Job.Way(Action.LETTER, Team.LETTER_DESK, 3, -10));

        assertThat(dayOf(plan(List.of(job), 0, 0, 0), job)).isEmpty();
    }

    @Test
    void whatIsBegunOrOwedIsDoneWhateverElseThereIs() {
        Job begun = new Job(
                id(1),
                Team.CALL_CENTRE,
                Action.CALL,
                Segment.B2B,
                Cause.SERVICE,
                Optional.empty(),
                Optional.empty(),
                true,
                15,
                -50,
                at(MONDAY),
                List.of());
        Job dear = call(2, 15, 9_000, MONDAY);
        Plan plan = plan(List.of(dear, begun), 15, 0, 0);

        assertThat(dayOf(plan, begun)).contains(MONDAY);
        assertThat(dayOf(plan, dear)).isEmpty();
    }

    @Test
    void aTeamThatNobodyIsSaidToWorkInHasAllTheTime() {
        Job letter = new Job(
                id(1),
                Team.LETTER_DESK,
                Action.LETTER,
                Segment.B2B,
                Cause.SERVICE,
                Optional.empty(),
                Optional.empty(),
                false,
                3,
                10,
                at(MONDAY),
                List.of());

        assertThat(dayOf(plan(List.of(letter), 0, 0, 0), letter)).contains(MONDAY);
    }

    @Test
    void whoWorksInTwoTeamsGivesEachHalf() {
        Shift usual = new Shift(LocalTime.of(9, 0), LocalTime.of(18, 0));
        Person both = PeopleTest.person("a", 300, Team.CALL_CENTRE, Team.LETTER_DESK);
        Supply supply = Supply.of(List.of(both), DAYS, LocalTime.of(16, 0), usual);

        assertThat(supply.minutes().get(Team.CALL_CENTRE)).containsExactly(60, 150, 150);
        assertThat(supply.minutes().get(Team.LETTER_DESK)).containsExactly(60, 150, 150);
    }

    static Job call(int number, int minutes, long profit, LocalDate due, Job.Way... softer) {
        return new Job(
                id(number),
                Team.CALL_CENTRE,
                Action.CALL,
                Segment.B2B,
                Cause.SERVICE,
                Optional.empty(),
                Optional.empty(),
                false,
                minutes,
                profit,
                at(due),
                List.of(softer));
    }

    static Plan plan(List<Job> jobs, Integer... minutes) {
        return Allotment.of(jobs, new Supply(DAYS, Map.of(Team.CALL_CENTRE, List.of(minutes))), AllotmentTest::dayOf);
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    static Plan.Place placeOf(Plan plan, Job job) {
        return plan.places().stream()
                .filter(place -> place.job().equals(job))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<LocalDate> dayOf(Plan plan, Job job) {
        return placeOf(plan, job).day();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(15, 0).toInstant(ZoneOffset.UTC);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
