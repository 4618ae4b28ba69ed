package io.vigie.retention.store;

/** A company cannot go live as it was asked to; nothing has changed. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean stale;

    private NotNow(boolean stale, String why) {
        super(why);
        this.stale = stale;
    }

    static NotNow live() {
        return new NotNow(false, "The company is live already; it goes live once.");
    }

    static NotNow notReady(GoLive.State state) {
        return new NotNow(
                false,
                state == GoLive.State.FAILED
                        ? "What it would do could not be worked out; mend what it says under \"problem\" and try again."
                        : "What it would do is still being worked out; look at it first, then say so.");
    }

    static NotNow stale(String why) {
        return new NotNow(true, "What you looked at does not hold any more: " + why + ". Try it again and look.");
    }

    /** Whether what was looked at does not hold any more. */
    public boolean stale() {
        return stale;
    }
}
