package io.vigie.scorer.learning.history;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The share of customers not contacted after so many days, by Kaplan and Meier (1958): who leaves or whose horizon ends is
 * known to have been left alone up to then, and no further.
 *
 * @param shares by day, of those at which somebody was contacted
 */
record Untouched(NavigableMap<Double, Double> shares) {
    /** @param exposures by rising days */
    static Untouched of(List<Exposure> exposures) {
        NavigableMap<Double, Double> shares = new TreeMap<>();
        double share = 1;
        for (int i = 0; i < exposures.size(); i++) {
            if (exposures.get(i).contacted()) {
                share *= 1 - 1.0 / (exposures.size() - i);
                shares.put(exposures.get(i).days(), share);
            }
        }
        return new Untouched(shares);
    }

    double after(double days) {
        Map.Entry<Double, Double> last = shares.floorEntry(days);
        return last == null ? 1 : last.getValue();
    }
}
