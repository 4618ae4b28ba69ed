package io.vigie.retention.teams;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.signal.Cause;
import java.util.Set;

/** What somebody is good at; where nothing is named of a kind, all of it. */
public record Skills(Set<Action> actions, Set<Segment> segments, Set<Cause> causes) {
    public static final Skills ALL = new Skills(Set.of(), Set.of(), Set.of());

    public Skills {
        actions = actions == null ? Set.of() : Set.copyOf(actions);
        segments = segments == null ? Set.of() : Set.copyOf(segments);
        causes = causes == null ? Set.of() : Set.copyOf(causes);
    }

    boolean cover(Job job) {
        return (actions.isEmpty() || actions.contains(job.action()))
                && (segments.isEmpty() || segments.contains(job.segment()))
                && (causes.isEmpty() || causes.contains(job.cause()));
    }
}
