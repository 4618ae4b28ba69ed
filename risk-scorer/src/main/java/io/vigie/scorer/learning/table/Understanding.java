package io.vigie.scorer.learning.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out what a column holds. */
final class Understanding {
    private static final double NEARLY_ALL = 0.97;
    private static final double NEARLY_ALL_DIFFERENT = 0.9;
    private static final double DENSE = 1.2;
    private static final int TOO_FEW_TO_TELL = 50;
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Pattern NUMBERING =
            Pattern.compile("ids?|uid|uuid|guid|key|index|row|number|no|nr|num|code|phone|mobile|ref|iban"
                    + "|(customer|client|user|account|member|subscriber|cust|row).*(id|number|no|num|nr)");

    private final Column column;
    private final int[] counts;
    private final int filled;
    private final int different;

    private Understanding(Column column) {
        this.column = column;
        counts = column.counts();
        filled = column.rows() - counts[0];
        different = column.values().size() - 1;
    }

    static Meaning of(Column column, boolean semicolons) {
        return new Understanding(column).meaning(semicolons);
    }

    private Meaning meaning(boolean semicolons) {
        if (different == 0 || (different == 1 && counts[0] == 0)) {
            return new Meaning.Constant();
        }
        Optional<Meaning.Day> compact = best(List.of(Dates.COMPACT), Meaning.Day::new, _ -> 0);
        if (compact.filter(day -> parsed(day) == filled).isPresent()) {
            return compact.get();
        }
        boolean mostDiffer = different > NEARLY_ALL_DIFFERENT * filled && filled > TOO_FEW_TO_TELL;
        Optional<Meaning.Amount> number = best(figures(semicolons), Meaning.Amount::new, _ -> 0);
        if (number.isPresent()) {
            boolean identifies = mostDiffer && numbersCustomers(number.get());
            return identifies ? new Meaning.Identifier() : number.get();
        }
        Optional<Meaning.Day> day = best(Dates.KNOWN, Meaning.Day::new, this::months);
        if (day.isPresent()) {
            return day.get();
        }
        return mostDiffer ? new Meaning.Identifier() : new Meaning.Word();
    }

    private static List<Figures> figures(boolean semicolons) {
        return semicolons
                ? List.of(Figures.POINT, Figures.COMMA, Figures.GROUPED_COMMA, Figures.GROUPED_POINT)
                : List.of(Figures.POINT, Figures.GROUPED_POINT, Figures.COMMA, Figures.GROUPED_COMMA);
    }

    /**
     * The way of writing that reads most cells, if it reads nearly all; the earlier one where two do.
     *
     * @param likely how likely a way is beside another that reads as many: the later one must be so by half as much again
     */
    private <W, S extends Meaning.Scale> Optional<S> best(List<W> written, Function<W, S> as, ToIntFunction<S> likely) {
        Optional<S> best = Optional.empty();
        int most = 0;
        for (W way : written) {
            S scale = as.apply(way);
            if (!promises(scale)) {
                continue;
            }
            int parsed = parsed(scale);
            boolean more = parsed > most;
            boolean likelier = parsed == most
                    && best.filter(one -> 2 * likely.applyAsInt(scale) > 3 * likely.applyAsInt(one))
                            .isPresent();
            if (parsed >= NEARLY_ALL * filled && (more || likelier)) {
                best = Optional.of(scale);
                most = parsed;
            }
        }
        return best;
    }

    /** How many rows are read. */
    private int parsed(Meaning.Scale scale) {
        return IntStream.range(1, counts.length)
                .filter(value -> scale.parse(column.values().get(value)).isPresent())
                .map(value -> counts[value])
                .sum();
    }

    /** In how many months days lie: where all are the first of a month, read the other way round all lie in January. */
    private int months(Meaning.Day days) {
        return (int) column.values().stream()
                .map(days::parse)
                .flatMapToDouble(OptionalDouble::stream)
                .mapToObj(day -> YearMonth.from(LocalDate.ofEpochDay((long) day)))
                .distinct()
                .count();
    }

    /** A look at the first values, which spares the rest where the way is plainly another. */
    private boolean promises(Meaning.Scale scale) {
        List<String> first = column.values().subList(1, Math.min(column.values().size(), 1 + TOO_FEW_TO_TELL));
        long parsed =
                first.stream().filter(value -> scale.parse(value).isPresent()).count();
        return 2 * parsed >= first.size();
    }

    /** Whole numbers that nearly all differ number the rows where they run on without gaps, or are named so. */
    private boolean numbersCustomers(Meaning.Amount number) {
        double[] values = column.values().stream()
                .map(number::parse)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest < DENSE * different || namedSo(column.name());
    }

    private static boolean namedSo(String name) {
        return Stream.concat(Stream.of(name), WORDS.splitAsStream(name))
                .anyMatch(
                        word -> NUMBERING.matcher(word.toLowerCase(Locale.ROOT)).matches());
    }
}
