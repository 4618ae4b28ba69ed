package io.vigie.retention.store;

import io.vigie.retention.policy.Flaw;
import java.util.List;

/** A policy that cannot take the step it was asked to, and why. */
public final class PolicyMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;
    private final Kind kind;

    /** What was in the way. */
    public enum Kind {
        FLAWED,
        OUT_OF_TURN,
        STALE
    }

    private PolicyMove(Kind kind, String why, List<Flaw> flaws) {
        super(why);
        this.kind = kind;
        this.flaws = flaws;
    }

    static PolicyMove flawed(List<Flaw> flaws) {
        return new PolicyMove(
                Kind.FLAWED, "The policy has " + flaws.size() + " flaws; mend them and send it again.", flaws);
    }

    static PolicyMove outOfTurn(String why) {
        return new PolicyMove(Kind.OUT_OF_TURN, why, List.of());
    }

    static PolicyMove stale() {
        return new PolicyMove(
                Kind.STALE, "Somebody has changed this version since you looked; look again, then decide.", List.of());
    }

    public Kind kind() {
        return kind;
    }

    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }
}
