package io.vigie.scorer.learning.table;

/** What keeps a table from being learned from, in a sentence that says how to mend it. */
public final class TableProblem extends RuntimeException {
    public TableProblem(String message) {
        super(message);
    }
}
