package io.vigie.retention.teams;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives jobs to people, in teams whose people don't choose for themselves. */
public final class Handout {
    /** Not looked at: who has hours of their own goes by those. */
    private static final Shift ANY = new Shift(LocalTime.MIN, LocalTime.MAX);

    private final List<Person> people;
    private final LocalDate today;
    private final Optional<Shift> usual;
    private final Turns turns;
    private final Map<String, Integer> minutes = new HashMap<>();

    /**
     * @param people who could be given something
     * @param all what there is, whoever has it
     * @param usual the company's hours today; none where it is closed, and only who has hours of their own is there
     */
    public Handout(List<Person> people, List<Job> all, LocalDate today, Optional<Shift> usual, Turns turns) {
        this.people = people.stream().sorted(Comparator.comparing(Person::id)).toList();
        this.today = today;
        this.usual = usual;
        this.turns = turns;
        all.forEach(job -> holder(job).ifPresent(person -> count(person, job)));
    }

    /**
     * Who gets which of a team's jobs; the dearest per minute are given first. A job that somebody has stays theirs.
     */
    public Map<UUID, String> of(List<Job> team, TeamRule.Assigning how) {
        Map<UUID, String> given = new LinkedHashMap<>();
        team.stream()
                .filter(job -> how != TeamRule.Assigning.PULL && !job.fixed() && !hasIt(job))
                .sorted(Comparator.comparingDouble((Job job) -> job.profit() / (double) Math.max(1, job.minutes()))
                        .reversed()
                        .thenComparing(Job::task))
                .forEach(job -> choose(job, how).ifPresent(person -> {
                    count(person, job);
                    turns.taken(job.team(), person);
                    given.put(job.task(), person.id());
                }));
        return given;
    }

    private Optional<Person> choose(Job job, TeamRule.Assigning how) {
        Optional<Person> own = how == TeamRule.Assigning.ACCOUNT_MANAGER
                ? holder(job).filter(person -> there(person) && person.teams().contains(job.team()))
                : Optional.empty();
        Comparator<Person> leastFirst =
                how == TeamRule.Assigning.ROUND_ROBIN ? turns.in(job.team()) : Comparator.comparingDouble(this::load);
        return own.or(() -> people.stream()
                .filter(person -> person.canDo(job) && there(person))
                .min(leastFirst));
    }

    private boolean hasIt(Job job) {
        return job.meantFor()
                .filter(name -> people.stream().anyMatch(person -> person.id().equals(name)))
                .isPresent();
    }

    private Optional<Person> holder(Job job) {
        return job.meantFor().flatMap(name -> people.stream()
                .filter(person -> person.id().equals(name)
                        || person.accountManager().filter(name::equals).isPresent())
                .findFirst());
    }

    private double load(Person person) {
        return minutes.getOrDefault(person.id(), 0) / (double) Math.max(1, person.minutesPerDay());
    }

    private boolean there(Person person) {
        boolean closed = usual.isEmpty() && person.hours().isEmpty();
        return !closed && person.minutesOn(today, LocalTime.MIN, usual.orElse(ANY)) > 0;
    }

    private void count(Person person, Job job) {
        minutes.merge(person.id(), job.minutes(), Integer::sum);
    }
}
