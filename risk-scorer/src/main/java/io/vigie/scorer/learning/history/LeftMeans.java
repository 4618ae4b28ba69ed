package io.vigie.scorer.learning.history;

import io.vigie.events.Word;

/** What counts as having left of who buys without a contract; who has one has left when it ends. */
public enum LeftMeans implements Word {
    /** No order within the horizon. */
    NO_ORDER,
    /** The end of the life as measures count it. */
    END_OF_LIFE;

    /** The same as a question to timelines. */
    public Outcome outcome() {
        return switch (this) {
            case END_OF_LIFE -> Outcome.END_OF_LIFE;
            case NO_ORDER ->
                (then, later, at, end) -> then.contracted() || then.orders().isEmpty()
                        ? Outcome.END_OF_LIFE.of(then, later, at, end)
                        : Outcome.NO_ORDER.of(then, later, at, end);
        };
    }
}
