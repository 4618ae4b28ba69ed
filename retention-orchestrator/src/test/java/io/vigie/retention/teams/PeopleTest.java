package io.vigie.retention.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.signal.Cause;
import io.vigie.retention.teams.TeamRule.Assigning;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Shift USUAL = new Shift(LocalTime.of(9, 0), LocalTime.of(18, 0));

    @Test
    void aDayHasTheMinutesOfItsHoursButNoMoreThanGoToTasks() {
        Person half = new Person(
                "a",
                Optional.empty(),
                Optional.empty(),
                Set.of(Team.CALL_CENTRE),
                Skills.ALL,
                Set.of(),
                Map.of(DayOfWeek.MONDAY, new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0))),
                300,
                List.of(new Absence(MONDAY.plusDays(7), MONDAY.plusDays(7))));

        assertThat(half.minutesOn(MONDAY, LocalTime.MIN, USUAL)).isEqualTo(180);
        assertThat(half.minutesOn(MONDAY, LocalTime.of(11, 0), USUAL)).isEqualTo(60);
        assertThat(half.minutesOn(MONDAY, LocalTime.of(13, 0), USUAL)).isZero();
        assertThat(half.minutesOn(MONDAY.plusDays(1), LocalTime.MIN, USUAL)).isZero();
        assertThat(half.minutesOn(MONDAY.plusDays(7), LocalTime.MIN, USUAL)).isZero();
        assertThat(person("b", 300, Team.CALL_CENTRE).minutesOn(MONDAY, LocalTime.MIN, USUAL))
                .isEqualTo(300);
    }

    @Test
    void workIsForWhoHasTheTeamTheSkillAndTheLanguage() {
        Person french = new Person(
                "a",
                Optional.empty(),
                Optional.empty(),
                Set.of(Team.CALL_CENTRE),
                new Skills(Set.of(Action.CALL), Set.of(), Set.of(Cause.PRICE)),
                Set.of("fr"),
                Map.of(),
                300,
                List.of());

        assertThat(french.canDo(job(1, "", Cause.PRICE, "fr"))).isTrue();
        assertThat(french.canDo(job(1, "", Cause.PRICE, ""))).isTrue();
        assertThat(french.canDo(job(1, "", Cause.PRICE, "de"))).isFalse();
        assertThat(french.canDo(job(1, "", Cause.SERVICE, "fr"))).isFalse();
        assertThat(person("b", 300, Team.LETTER_DESK).canDo(job(1, "", Cause.PRICE, "fr")))
                .isFalse();
    }

    @Test
    void nobodyIsMadeUpWithoutATeamOrWithMoreThanADay() {
        assertThatThrownBy(() -> person("a", 300)).hasMessageContaining("teams");
        assertThatThrownBy(() -> person("a", 1441, Team.CALL_CENTRE)).hasMessageContaining("minutesPerDay");
        assertThatThrownBy(() -> person(" ", 300, Team.CALL_CENTRE)).hasMessageContaining("id");
        assertThatThrownBy(() -> new Absence(MONDAY, MONDAY.minusDays(1))).hasMessageContaining("absences");
    }

    @Test
    void inTurnWhoWasGivenSomethingLongestAgoIsNextHoweverMuchTheyHave() {
        List<Job> jobs =
                List.of(job(1, "", Cause.PRICE, ""), job(2, "", Cause.PRICE, ""), job(3, "bob", Cause.PRICE, ""));
        List<Person> people = List.of(person("ann", 300, Team.CALL_CENTRE), person("bob", 300, Team.CALL_CENTRE));
        Turns turns = new Turns(
                Map.of(new Turns.Seat(Team.CALL_CENTRE, "ann"), 7L, new Turns.Seat(Team.CALL_CENTRE, "bob"), 5L));

        assertThat(new Handout(people, jobs, MONDAY, Optional.of(USUAL), turns).of(jobs, Assigning.ROUND_ROBIN))
                .hasSize(2)
                .containsEntry(new UUID(0, 1), "bob")
                .containsEntry(new UUID(0, 2), "ann");
        assertThat(turns.taken()).extracting(Turns.Seat::person).containsExactly("bob", "ann");
        assertThat(handout(people, jobs).of(jobs, Assigning.PULL)).isEmpty();
    }

    @Test
    void onADayOnWhichTheCompanyIsClosedOnlyWhoHasHoursOfTheirOwnIsThere() {
        List<Job> jobs = List.of(job(1, "", Cause.PRICE, ""));
        List<Person> people = List.of(person("ann", 300, Team.CALL_CENTRE));

        assertThat(new Handout(people, jobs, MONDAY, Optional.empty(), new Turns(Map.of()))
                        .of(jobs, Assigning.ROUND_ROBIN))
                .isEmpty();
    }

    @Test
    void whoHasLittleTimeGetsLittle() {
        List<Job> jobs = List.of(
                job(1, "", Cause.PRICE, ""),
                job(2, "", Cause.PRICE, ""),
                job(3, "", Cause.PRICE, ""),
                job(4, "", Cause.PRICE, ""));
        List<Person> people = List.of(person("ann", 300, Team.CALL_CENTRE), person("bob", 100, Team.CALL_CENTRE));

        assertThat(handout(people, jobs).of(jobs, Assigning.LEAST_LOADED).values())
                .containsOnlyOnce("bob")
                .hasSize(4);
    }

    @Test
    void theAccountManagerHasTheirOwnUnlessTheyAreAway() {
        Person own = manager("zed", "am-north", List.of());
        Person away = manager("zed", "am-north", List.of(new Absence(MONDAY, MONDAY)));
        Person other = manager("ann", "am-south", List.of());
        List<Job> jobs = List.of(job(1, "am-north", Cause.PRICE, ""));

        assertThat(handout(List.of(other, own), jobs).of(jobs, Assigning.ACCOUNT_MANAGER))
                .containsValue("zed");
        assertThat(handout(List.of(other, away), jobs).of(jobs, Assigning.ACCOUNT_MANAGER))
                .containsValue("ann");
    }

    private static Handout handout(List<Person> people, List<Job> jobs) {
        return new Handout(people, jobs, MONDAY, Optional.of(USUAL), new Turns(Map.of()));
    }

    static Person person(String id, int minutes, Team... teams) {
        return new Person(
                id,
                Optional.empty(),
                Optional.empty(),
                Set.of(teams),
                Skills.ALL,
                Set.of(),
                Map.of(),
                minutes,
                List.of());
    }

    private static Person manager(String id, String knownAs, List<Absence> absences) {
        return new Person(
                id,
                Optional.empty(),
                Optional.of(knownAs),
                Set.of(Team.CALL_CENTRE),
                Skills.ALL,
                Set.of(),
                Map.of(),
                300,
                absences);
    }

    private static Job job(int number, String meantFor, Cause cause, String language) {
        return new Job(
                new UUID(0, number),
                Team.CALL_CENTRE,
                Action.CALL,
                Segment.B2C,
                cause,
                Optional.of(language).filter(text -> !text.isEmpty()),
                Optional.of(meantFor).filter(text -> !text.isEmpty()),
                false,
                15,
                1_000 - number,
                Instant.parse("2026-03-03T10:00:00Z"),
                List.of());
    }
}
