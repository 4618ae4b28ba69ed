package io.vigie.retention.teams;

import io.vigie.events.retention.Team;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose turn it is in teams that go round: whoever was given something longest ago, and who never was before all others. */
public final class Turns {
    private final Map<Seat, Long> last;
    private final Set<Seat> taken = new LinkedHashSet<>();
    private long next;

    /** Somebody in one of their teams. */
    public record Seat(Team team, String person) {}

    /**
     * @param last who was given something, by a number that grows from one giving to the next
     */
    public Turns(Map<Seat, Long> last) {
        this.last = new HashMap<>(last);
        this.next = last.values().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    }

    Comparator<Person> in(Team team) {
        return Comparator.comparingLong(person -> last.getOrDefault(new Seat(team, person.id()), 0L));
    }

    void taken(Team team, Person person) {
        Seat seat = new Seat(team, person.id());
        last.put(seat, next++);
        taken.remove(seat);
        taken.add(seat);
    }

    /** Whose turn has been since, in the order of their last. */
    public List<Seat> taken() {
        return List.copyOf(taken);
    }
}
