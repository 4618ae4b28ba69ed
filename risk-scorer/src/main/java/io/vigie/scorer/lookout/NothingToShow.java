package io.vigie.scorer.lookout;

import io.vigie.scorer.profile.Entry;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a page has nothing to show of a customer, for the page that says so instead. */
public final class NothingToShow extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Why why;
    private final transient Optional<Instant> since;

    private NothingToShow(Why why, Optional<Instant> since) {
        super(why.name(), null, false, false);
        this.why = why;
        this.since = since;
    }

    /** What stands in the way; each has its sentence among the words of the pages. */
    public enum Why {
        UNKNOWN(404),
        OBJECTS(409),
        BEFORE(422),
        WRONG_INSTANT(400),
        KEPT_FROM_AGENTS(403),
        NOT_FOR_THIS_ROLE(403);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    static NothingToShow objects() {
        return new NothingToShow(Why.OBJECTS, Optional.empty());
    }

    static NothingToShow keptFromAgents() {
        return new NothingToShow(Why.KEPT_FROM_AGENTS, Optional.empty());
    }

    static NothingToShow notForThisRole() {
        return new NothingToShow(Why.NOT_FOR_THIS_ROLE, Optional.empty());
    }

    static NothingToShow wrongInstant() {
        return new NothingToShow(Why.WRONG_INSTANT, Optional.empty());
    }

    /** Nobody is known, or nothing was by then. */
    static NothingToShow known(List<Entry> timeline) {
        return timeline.isEmpty()
                ? new NothingToShow(Why.UNKNOWN, Optional.empty())
                : new NothingToShow(Why.BEFORE, Optional.of(timeline.getFirst().time()));
    }

    public Why why() {
        return why;
    }

    /** Since when something is known, where that is later than what was asked for. */
    public Optional<Instant> since() {
        return since;
    }
}
