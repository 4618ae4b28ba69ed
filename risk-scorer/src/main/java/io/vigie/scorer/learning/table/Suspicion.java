package io.vigie.scorer.learning.table;

import io.vigie.scorer.learning.metrics.Metrics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Looks for columns that know too much: those that alone nearly tell who left, that are filled in for leavers only, or
 * whose dates have passed for leavers only. What a column tells is always asked of rows it was not learned from.
 */
final class Suspicion {
    private static final double GIVES_AWAY = 0.97;
    private static final double TELLS_MUCH = 0.9;
    private static final double PURE = 0.985;
    private static final double MANY_LEAVERS = 0.4;
    private static final double MANY_PAST = 0.1;
    private static final int ENOUGH = 20;
    private static final Pattern AFTERWARDS = Pattern.compile("(?i).*(churn|attri|exit|left|leav|cancel|terminat|lost"
            + "|reason|score|propens|predict|probab|risk|winback|closed|classif|résili|motif|départ).*");

    private final boolean[] left;
    private final double base;

    Suspicion(boolean[] left) {
        this.left = left;
        base = IntStream.range(0, left.length).filter(row -> left[row]).count() / (double) left.length;
    }

    Optional<Suspect> of(Column column, Meaning meaning) {
        return filledForOneSide(column)
                .or(() -> pastForLeavers(column, meaning))
                .or(() -> tellsAlone(column, meaning));
    }

    private Optional<Suspect> filledForOneSide(Column column) {
        int filled = 0;
        int leavers = 0;
        for (int row = 0; row < left.length; row++) {
            boolean isFilled = column.code(row) != 0;
            filled += isFilled ? 1 : 0;
            leavers += isFilled && left[row] ? 1 : 0;
        }
        if (filled == left.length) {
            return Optional.empty();
        }
        if (filled >= ENOUGH && leavers >= PURE * filled && base < MANY_LEAVERS + 0.2) {
            return Optional.of(new Suspect(column.name(), "it is filled in only for those who left", true));
        }
        if (filled * base >= ENOUGH && leavers <= (1 - PURE) * base * filled) {
            return Optional.of(new Suspect(column.name(), "it is filled in only for those who stayed", true));
        }
        return Optional.empty();
    }

    /** Dates, or days to go, that have passed: below 0, or a latest part of time in which nobody has left. */
    private Optional<Suspect> pastForLeavers(Column column, Meaning meaning) {
        if (!(meaning instanceof Meaning.Scale scale)) {
            return Optional.empty();
        }
        double[] values = column.on(scale);
        double bound = meaning instanceof Meaning.Day ? earliestOfStayers(values) : 0;
        int past = 0;
        int leavers = 0;
        for (int row = 0; row < left.length; row++) {
            boolean isPast = values[row] < bound;
            past += isPast ? 1 : 0;
            leavers += isPast && left[row] ? 1 : 0;
        }
        boolean many = leavers >= Math.max(ENOUGH, MANY_PAST * base * left.length);
        return many && leavers >= PURE * past
                ? Optional.of(new Suspect(column.name(), "it lies in the past only for those who left", true))
                : Optional.empty();
    }

    /** But for a few, whose dates may be wrong. */
    private double earliestOfStayers(double[] values) {
        double[] stayers = IntStream.range(0, left.length)
                .filter(row -> !left[row] && !Double.isNaN(values[row]))
                .mapToDouble(row -> values[row])
                .sorted()
                .toArray();
        return stayers.length == 0 ? Double.NEGATIVE_INFINITY : stayers[stayers.length / 500];
    }

    private Optional<Suspect> tellsAlone(Column column, Meaning meaning) {
        int[] bins = Bins.of(column, meaning);
        Half even = new Half(bins, 0);
        Half odd = new Half(bins, 1);
        double auc = (even.auc() + odd.auc()) / 2;
        double sure = Math.min(even.surelyLeft(), odd.surelyLeft());
        boolean named = AFTERWARDS.matcher(column.name()).matches();
        String alone = String.format(Locale.ROOT, "alone it tells leavers from stayers with an AUC of %.3f", auc);
        if (auc > GIVES_AWAY || (named && auc > TELLS_MUCH)) {
            return Optional.of(new Suspect(column.name(), alone, true));
        }
        if (sure > MANY_LEAVERS) {
            String share = String.format(
                    Locale.ROOT, "%.0f %% of the leavers have values that nobody who stayed has", 100 * sure);
            return Optional.of(new Suspect(column.name(), share, named));
        }
        return auc > TELLS_MUCH ? Optional.of(new Suspect(column.name(), alone, false)) : Optional.empty();
    }

    /** Rates by bin learned from one half of the rows, and tried on the other. */
    private final class Half {
        private final int[] bins;
        private final int learned;
        private final double[] rows;
        private final double[] leavers;

        Half(int[] bins, int learned) {
            this.bins = bins;
            this.learned = learned;
            int count = Arrays.stream(bins).max().orElse(0) + 1;
            rows = new double[count];
            leavers = new double[count];
            rowsOf(learned).forEach(row -> {
                rows[bins[row]]++;
                leavers[bins[row]] += left[row] ? 1 : 0;
            });
        }

        private IntStream rowsOf(int half) {
            return IntStream.range(0, left.length).filter(row -> half(row) == half);
        }

        private double rate(int bin) {
            return (leavers[bin] + base) / (rows[bin] + 1);
        }

        double auc() {
            int[] others = rowsOf(1 - learned).toArray();
            boolean[] ends = new boolean[others.length];
            double[] rates = new double[others.length];
            for (int i = 0; i < others.length; i++) {
                ends[i] = left[others[i]];
                rates[i] = rate(bins[others[i]]);
            }
            return Metrics.auc(ends, rates);
        }

        /** The share of the other half's leavers in bins where all left, if all do there. */
        double surelyLeft() {
            int[] there = rowsOf(1 - learned)
                    .filter(row -> rows[bins[row]] >= 5 && leavers[bins[row]] >= PURE * rows[bins[row]])
                    .toArray();
            double found = Arrays.stream(there).filter(row -> left[row]).count();
            double all = rowsOf(1 - learned).filter(row -> left[row]).count();
            return found >= ENOUGH && found >= PURE * there.length ? found / all : 0;
        }
    }

    /** Scattered, so that rows that stand in an order are halved alike. */
    private static int half(int row) {
        return Integer.bitCount(row * 0x9E3779B9) & 1;
    }
}
