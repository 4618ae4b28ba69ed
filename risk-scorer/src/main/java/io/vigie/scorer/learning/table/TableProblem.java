package io.vigie.scorer.learning.table;

import io.vigie.scorer.learning.training.CannotLearn;

/** What keeps a table from being learned from, in a sentence that says how to mend it. */
public final class TableProblem extends CannotLearn {
    public TableProblem(String message) {
        super(message);
    }
}
