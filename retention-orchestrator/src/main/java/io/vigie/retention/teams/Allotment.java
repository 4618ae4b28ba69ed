package io.vigie.retention.teams;

import io.vigie.events.retention.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gives each job the best way that there is time for. Each asks for its best way; a team short of time keeps those that
 * lose most per minute by being turned away, as far as they fit before they are due; who is turned away asks for the next
 * softer way that pays, until nobody is turned away any more. What the best of those turned away would have brought per
 * minute is the shadow price of the team's time.
 */
public final class Allotment {
    private final Supply supply;
    private final Function<Instant, LocalDate> calendar;
    private final Map<UUID, List<Job.Way>> left = new HashMap<>();
    private final Map<Team, Double> turnedAway = new EnumMap<>(Team.class);

    private Allotment(Supply supply, Function<Instant, LocalDate> calendar) {
        this.supply = supply;
        this.calendar = calendar;
    }

    /**
     * @param calendar the day on which an instant lies
     */
    public static Plan of(List<Job> jobs, Supply supply, Function<Instant, LocalDate> calendar) {
        return new Allotment(supply, calendar).plan(jobs);
    }

    private Plan plan(List<Job> jobs) {
        jobs.forEach(job -> left.put(job.task(), ways(job)));
        List<Job> refused = refused(jobs);
        while (!refused.isEmpty()) {
            refused.forEach(job -> left.get(job.task()).removeFirst());
            refused = refused(jobs);
        }
        return new Plan(places(jobs), prices(jobs));
    }

    /** Best first; what is fixed has no choice, and what does not pay is none. */
    private static List<Job.Way> ways(Job job) {
        Stream<Job.Way> open = job.fixed()
                ? Stream.of(job.asAsked())
                : Stream.concat(Stream.of(job.asAsked()), job.softer().stream())
                        .filter(way -> way.profit() > 0)
                        .sorted(Comparator.comparingLong(Job.Way::profit).reversed());
        return new ArrayList<>(open.toList());
    }

    private List<Job> refused(List<Job> jobs) {
        List<Job> refused = new ArrayList<>();
        byTeam(jobs).forEach((team, asking) -> {
            Ledge ledge = new Ledge(supply.minutes().get(team));
            for (Job job : asking) {
                int day = day(job);
                int minutes = best(job).minutes();
                if (job.fixed() || ledge.fits(day, minutes)) {
                    ledge.take(day, minutes);
                } else {
                    refused.add(job);
                    turnedAway.merge(team, lossPerMinute(job), Math::max);
                }
            }
        });
        return refused;
    }

    /** Those that ask for a team's time, the dearest first. */
    private Map<Team, List<Job>> byTeam(List<Job> jobs) {
        Map<Team, List<Job>> asking = new EnumMap<>(Team.class);
        jobs.stream()
                .filter(job -> !left.get(job.task()).isEmpty()
                        && supply.minutes().containsKey(best(job).team()))
                .sorted(Comparator.comparing(Job::fixed)
                        .thenComparingDouble(this::lossPerMinute)
                        .reversed()
                        .thenComparing(Job::task))
                .forEach(job -> asking.computeIfAbsent(best(job).team(), _ -> new ArrayList<>())
                        .add(job));
        return asking;
    }

    /** What is lost per minute when a job's best way is closed to it. */
    private double lossPerMinute(Job job) {
        List<Job.Way> ways = left.get(job.task());
        long otherwise = ways.size() > 1 ? ways.get(1).profit() : 0;
        return (ways.getFirst().profit() - otherwise)
                / (double) Math.max(1, ways.getFirst().minutes());
    }

    private List<Plan.Place> places(List<Job> jobs) {
        Map<UUID, LocalDate> days = new HashMap<>();
        byTeam(jobs).forEach((team, asking) -> {
            Ledge ledge = new Ledge(supply.minutes().get(team));
            long before = 0;
            for (Job job :
                    asking.stream().sorted(Comparator.comparingInt(this::day)).toList()) {
                before += best(job).minutes();
                days.put(job.task(), supply.days().get(Math.min(day(job), ledge.firstDayWith(before))));
            }
        });
        return jobs.stream()
                .map(job -> left.get(job.task()).isEmpty()
                        ? new Plan.Place(job, job.asAsked(), Optional.empty())
                        : new Plan.Place(
                                job,
                                best(job),
                                Optional.of(days.getOrDefault(
                                        job.task(), supply.days().get(day(job))))))
                .toList();
    }

    private Map<Team, Plan.Price> prices(List<Job> jobs) {
        Map<Team, Plan.Price> prices = new EnumMap<>(Team.class);
        supply.minutes().forEach((team, minutes) -> {
            long wanted = jobs.stream()
                    .filter(job -> job.team() == team)
                    .mapToLong(Job::minutes)
                    .sum();
            prices.put(team, new Plan.Price(new Ledge(minutes).all(), wanted, turnedAway.getOrDefault(team, 0.0)));
        });
        return prices;
    }

    private Job.Way best(Job job) {
        return left.get(job.task()).getFirst();
    }

    private int day(Job job) {
        return supply.dayOf(calendar.apply(job.dueAt()));
    }
}
