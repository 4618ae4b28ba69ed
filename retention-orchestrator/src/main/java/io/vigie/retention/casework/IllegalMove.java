package io.vigie.retention.casework;

import io.vigie.events.Word;

/** Somebody asks of a task what its state does not allow; nothing has changed. */
public final class IllegalMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    IllegalMove(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stands against it, as a program can tell it apart. */
    public enum Why implements Word {
        /** Somebody else has taken it on, or it is over. */
        TASK_NOT_FREE,
        NOT_YOUR_TASK,
        CUSTOMER_WITH_ANOTHER_TEAM,
        /** The confirmation of a notice is still to do. */
        CONFIRM_FIRST,
        TASK_IS_OWED,
        /** What goes out by itself has no people. */
        NOBODY_IN_TEAM,
        TASK_IS_DISCREET,
        NOT_SOON,
        /** It is not said what was promised, or by when. */
        PROMISE_INCOMPLETE,
        /** The task carries no offer at all. */
        NO_OFFER,
        OFFER_NEEDS_APPROVAL,
        NO_APPROVAL_NEEDED,
        OFFER_BUDGET_SPENT,
        OFFER_DECIDED,
        NOBODY_ASKED,
        /** Whoever asks does not also approve. */
        NOT_BY_ONESELF,
        CANNOT_OVERRULE
    }
}
