package io.vigie.scorer.learning.table;

import java.util.stream.IntStream;

/** Says whether there is enough to learn from and to be judged by. */
final class Enough {
    private static final int FEWEST_ROWS = 100;
    private static final int FEWEST_OF_EACH = 20;

    private Enough() {}

    /** @throws TableProblem where the rows are too few, or all alike */
    static void rows(boolean[] left, Ending ending) {
        long leavers = IntStream.range(0, left.length).filter(row -> left[row]).count();
        String who = ending.column() + "=" + ending.value();
        if (leavers == 0 || leavers == left.length) {
            throw new TableProblem("all rows are alike in \"" + ending.column() + "\": " + leavers + " of "
                    + left.length + " have " + who + "; learning needs customers who left and customers who stayed");
        }
        if (left.length < FEWEST_ROWS || Math.min(leavers, left.length - leavers) < FEWEST_OF_EACH) {
            throw new TableProblem("too few rows: " + left.length + ", of which " + leavers + " have " + who
                    + "; learning needs " + FEWEST_ROWS + " rows, with " + FEWEST_OF_EACH + " who left and "
                    + FEWEST_OF_EACH + " who stayed");
        }
    }

    /**
     * Rows of one customer are judged together, so it is customers that must be enough, not rows.
     *
     * @throws TableProblem where they are too few
     */
    static void customers(Column id, boolean[] left) {
        long leavers = of(id, left, true);
        long stayers = of(id, left, false);
        if (Math.min(leavers, stayers) < FEWEST_OF_EACH) {
            throw new TableProblem("too few customers: by column \"" + id.name() + "\" the rows are of " + leavers
                    + " who left and " + stayers + " who stayed, and learning needs " + FEWEST_OF_EACH
                    + " of each; say with --id which column names the customer");
        }
    }

    private static long of(Column id, boolean[] left, boolean those) {
        int[] rows = IntStream.range(0, left.length)
                .filter(row -> left[row] == those)
                .toArray();
        long unnamed = IntStream.of(rows).filter(row -> id.code(row) == 0).count();
        return unnamed
                + IntStream.of(rows)
                        .map(id::code)
                        .filter(code -> code != 0)
                        .distinct()
                        .count();
    }
}
