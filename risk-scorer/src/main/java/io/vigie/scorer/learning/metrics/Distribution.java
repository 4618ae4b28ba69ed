package io.vigie.scorer.learning.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How values are spread, in bands that hold about a tenth of them each.
 *
 * @param edges where one band ends and the next begins, rising; a value at an edge lies above it
 * @param shares of the values in each band, one more than edges
 */
public record Distribution(List<Double> edges, List<Double> shares) {
    /** Of no values at all. */
    public static final Distribution NONE = new Distribution(List.of(), List.of(1.0));

    private static final int BANDS = 10;
    private static final double LEAST = 1e-4;

    public Distribution {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
        if (shares.size() != edges.size() + 1) {
            throw new IllegalArgumentException("a distribution needs a share for each of its bands");
        }
    }

    /** How values are spread; a blank, which is not a number, lies in the first band as it does when it is met again. */
    public static Distribution of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return NONE;
        }
        List<Double> edges = new ArrayList<>();
        for (int band = 1; band < BANDS; band++) {
            double edge = sorted[band * sorted.length / BANDS];
            if (edge > (edges.isEmpty() ? sorted[0] : edges.getLast())) {
                edges.add(edge);
            }
        }
        if (edges.isEmpty() && sorted[sorted.length - 1] > sorted[0]) {
            edges.add(Math.nextUp(sorted[0]));
        }
        long[] counts = new long[edges.size() + 1];
        Distribution empty =
                new Distribution(edges, new ArrayList<>(java.util.Collections.nCopies(counts.length, 0.0)));
        for (double value : values) {
            counts[empty.band(value)]++;
        }
        return new Distribution(
                edges,
                Arrays.stream(counts)
                        .mapToObj(count -> (double) count / values.length)
                        .toList());
    }

    /** As many counts as there are bands: those of the last bands are missing where nobody lay in them. */
    public long[] counts(List<Long> some) {
        long[] counts = new long[shares.size()];
        for (int band = 0; band < Math.min(counts.length, some.size()); band++) {
            counts[band] = some.get(band);
        }
        return counts;
    }

    /** The same bands, with the shares of so many counted in each. */
    public Distribution counted(long[] counts) {
        double all = Arrays.stream(counts).sum();
        return new Distribution(
                edges, Arrays.stream(counts).mapToObj(count -> count / all).toList());
    }

    /** The band a value lies in. */
    public int band(double value) {
        int band = 0;
        while (band < edges.size() && value >= edges.get(band)) {
            band++;
        }
        return band;
    }

    /**
     * Population stability index of values met since, {@code Σ (now − then)·ln(now/then)}: below 0.1 nothing has
     * changed, above 0.25 much has.
     *
     * @param counts how many lay in each band
     */
    public double stability(long[] counts) {
        double all = Arrays.stream(counts).sum();
        double index = 0;
        for (int band = 0; band < shares.size() && all > 0; band++) {
            double then = Math.max(LEAST, shares.get(band));
            double now = Math.max(LEAST, counts[band] / all);
            index += (now - then) * Math.log(now / then);
        }
        return index;
    }
}
