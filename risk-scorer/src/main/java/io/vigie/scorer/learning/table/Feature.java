package io.vigie.scorer.learning.table;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Term;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a column becomes inputs of a model. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Feature.Quantity.class, name = "quantity"),
    @JsonSubTypes.Type(value = Feature.Choice.class, name = "choice")
})
sealed interface Feature {
    String BLANK_SHOWN = "(blank)";
    String OTHER_SHOWN = "(other)";
    Gaussian OPEN_MIND = new Gaussian(0, 1);

    String column();

    /** The names of its inputs, in order. */
    List<String> inputs();

    /** How many they are. */
    int width();

    /** Puts a cell's inputs in place. */
    void encode(String cell, double[] inputs, int from);

    /** The linear part's terms, where its first input has this index. */
    Stream<Term> terms(int from);

    /** What each of them came to on average where they were made. */
    Stream<Double> averages();

    /**
     * One input: the value, or not a number for a blank.
     *
     * @param range lowest and highest value met
     * @param fill the median, which a blank counts as in the linear part, beside a term of its own
     */
    record Quantity(
            String column,
            Meaning.Scale reads,
            List<Double> range,
            double fill,
            double mean,
            double spread,
            double blanks)
            implements Feature {
        @Override
        public List<String> inputs() {
            return List.of(column);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public void encode(String cell, double[] inputs, int from) {
            inputs[from] = reads.parse(cell).orElse(Double.NaN);
        }

        @Override
        public Stream<Term> terms(int from) {
            Term value = new Term(column, from, false, fill, mean, spread, OPEN_MIND);
            if (blanks == 0) {
                return Stream.of(value);
            }
            double scale = Math.sqrt(blanks * (1 - blanks));
            return Stream.of(value, new Term(column + " = " + BLANK_SHOWN, from, true, 0, 0, scale, OPEN_MIND));
        }

        @Override
        public Stream<Double> averages() {
            double ofValues = blanks * (fill - mean) / spread;
            return blanks == 0 ? Stream.of(ofValues) : Stream.of(ofValues, blanks / Math.sqrt(blanks * (1 - blanks)));
        }
    }

    /**
     * An input for each value that is met often enough, and one for all others where there are any.
     *
     * @param values the values; of two, only the second has an input
     * @param shares the share of rows with each, the others last
     */
    record Choice(String column, List<String> values, boolean others, List<Double> shares) implements Feature {
        private int first() {
            return values.size() == 2 && !others ? 1 : 0;
        }

        @Override
        public List<String> inputs() {
            Stream<String> named = values.stream().skip(first()).map(value -> value.isEmpty() ? BLANK_SHOWN : value);
            return Stream.concat(named, others ? Stream.of(OTHER_SHOWN) : Stream.of())
                    .map(value -> column + " = " + value)
                    .toList();
        }

        @Override
        public int width() {
            return values.size() - first() + (others ? 1 : 0);
        }

        @Override
        public void encode(String cell, double[] inputs, int from) {
            int value = values.indexOf(cell);
            int width = width();
            for (int i = 0; i < width; i++) {
                inputs[from + i] = 0;
            }
            if (value >= first()) {
                inputs[from + value - first()] = 1;
            } else if (value < 0 && others) {
                inputs[from + width - 1] = 1;
            }
        }

        @Override
        public Stream<Term> terms(int from) {
            List<String> names = inputs();
            return IntStream.range(0, names.size()).mapToObj(i -> {
                double share = shares.get(i + first());
                double scale = Math.sqrt(share * (1 - share));
                return new Term(names.get(i), from + i, false, 0, 0, scale, OPEN_MIND);
            });
        }

        @Override
        public Stream<Double> averages() {
            return shares.stream().skip(first()).map(share -> share / Math.sqrt(share * (1 - share)));
        }
    }
}
