package io.vigie.retention.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever there is to do and whoever is there. */
class AllotmentLaws {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Property(tries = 300)
    void nobodyIsGivenMoreThanThereIsTimeForUntilItIsDue(
            @ForAll("work") List<Wish> work,
            @ForAll @IntRange(max = 120) int first,
            @ForAll @IntRange(max = 120) int second) {
        Plan plan = AllotmentTest.plan(jobs(work), first, second, 0);

        for (int day = 0; day < 2; day++) {
            LocalDate until = MONDAY.plusDays(day);
            int there = day == 0 ? first : first + second;
            assertThat(minutes(plan, until)).isLessThanOrEqualTo(there);
        }
    }

    /** Against the bound that a linear programme's dual gives: at most one job's time goes unused at its price. */
    @Property(tries = 300)
    void whatIsDoneIsWithinAJobOfTheBestThereIs(
            @ForAll("work") List<Wish> work, @ForAll @IntRange(max = 200) int minutes) {
        List<Job> jobs = jobs(work.stream()
                .map(wish -> new Wish(wish.minutes(), wish.profit(), 0, 0))
                .toList());
        Plan plan = AllotmentTest.plan(jobs, minutes, 0, 0);
        double price = plan.prices().get(Team.CALL_CENTRE).shadowPrice();
        int longest = jobs.stream().mapToInt(Job::minutes).max().orElse(0);

        double bound = price * minutes
                + jobs.stream()
                        .mapToDouble(job -> Math.max(0, job.profit() - price * job.minutes()))
                        .sum();
        assertThat((double) value(plan)).isGreaterThanOrEqualTo(bound - price * longest - 1e-6);
    }

    @Property(tries = 200)
    void moreTimeNeverBringsLessThanOneJob(@ForAll("work") List<Wish> work, @ForAll @IntRange(max = 120) int minutes) {
        long some = value(AllotmentTest.plan(jobs(work), minutes, 0, 0));
        long all = value(AllotmentTest.plan(jobs(work), 10_000, 0, 0));

        assertThat(all).isGreaterThanOrEqualTo(some);
    }

    @Property(tries = 200)
    void whatWaitsHasNoSofterWayThatPays(@ForAll("work") List<Wish> work) {
        Plan plan = AllotmentTest.plan(jobs(work), 30, 0, 0);

        assertThat(plan.places())
                .filteredOn(place -> place.day().isEmpty())
                .allMatch(place -> place.job().softer().stream().noneMatch(way -> way.profit() > 0));
        assertThat(plan.places())
                .filteredOn(place -> place.day().isPresent())
                .allMatch(place -> place.way().profit() > 0);
    }

    private static long minutes(Plan plan, LocalDate until) {
        return plan.places().stream()
                .filter(place -> place.day().isPresent() && place.way().team() == Team.CALL_CENTRE)
                .filter(place -> !AllotmentTest.dayOf(place.job().dueAt()).isAfter(until))
                .collect(Collectors.summingLong(place -> place.way().minutes()));
    }

    private static long value(Plan plan) {
        return plan.places().stream()
                .filter(place -> place.day().isPresent())
                .mapToLong(place -> place.way().profit())
                .sum();
    }

    private static List<Job> jobs(List<Wish> work) {
        List<Job> jobs = new ArrayList<>();
        for (Wish wish : work) {
            Job.Way[] softer = wish.softer() == 0
                    ? new Job.Way[0]
                    : new Job.Way[] {new Job.Way(Action.LETTER, Team.LETTER_DESK, 3, wish.softer())};
            jobs.add(AllotmentTest.call(
                    jobs.size() + 1, wish.minutes(), wish.profit(), MONDAY.plusDays(wish.day()), softer));
        }
        return jobs;
    }

    @Provide
    Arbitrary<List<Wish>> work() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.longs().between(1, 10_000),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.longs().between(-500, 3_000))
                .as(Wish::new)
                .list()
                .ofMaxSize(20);
    }

    record Wish(int minutes, long profit, int day, long softer) {}
}
