package io.vigie.scorer.scoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a model said of customers of whom it is known by now what came: sums only, so that it stays as small however many
 * they are.
 *
 * @param said the sum of the probabilities
 * @param squares the sum of the squared errors
 * @param surprise the sum of the log losses
 * @param left how many left, by what was said of them: bands of equal width in log-odds
 * @param stayed how many stayed, by the same
 */
public record TrackRecord(double said, double squares, double surprise, List<Long> left, List<Long> stayed) {
    private static final int BANDS = 240;
    private static final double SUREST = 12;
    private static final double LEAST = 1e-9;
    public static final TrackRecord NONE =
            new TrackRecord(0, 0, 0, Collections.nCopies(BANDS, 0L), Collections.nCopies(BANDS, 0L));

    public TrackRecord {
        left = List.copyOf(left);
        stayed = List.copyOf(stayed);
    }

    public TrackRecord with(double probability, boolean hasLeft) {
        double p = Math.clamp(probability, LEAST, 1 - LEAST);
        double error = p - (hasLeft ? 1 : 0);
        return new TrackRecord(
                said + p,
                squares + error * error,
                surprise - Math.log(hasLeft ? p : 1 - p),
                hasLeft ? plusOne(left, band(p)) : left,
                hasLeft ? stayed : plusOne(stayed, band(p)));
    }

    public TrackRecord with(TrackRecord other) {
        return new TrackRecord(
                said + other.said(),
                squares + other.squares(),
                surprise + other.surprise(),
                sum(left, other.left()),
                sum(stayed, other.stayed()));
    }

    @JsonIgnore
    public long known() {
        return leavers() + total(stayed);
    }

    @JsonIgnore
    public long leavers() {
        return total(left);
    }

    /** Probability that a leaver was told a higher probability than a stayer, within a band half; empty without both. */
    public OptionalDouble auc() {
        double pairs = (double) leavers() * total(stayed);
        double below = 0;
        double won = 0;
        for (int band = 0; band < BANDS; band++) {
            won += left.get(band) * (below + stayed.get(band) / 2.0);
            below += stayed.get(band);
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(won / pairs);
    }

    private static int band(double p) {
        double logOdds = Math.log(p / (1 - p));
        return (int) Math.clamp((logOdds + SUREST) / (2 * SUREST) * BANDS, 0, BANDS - 1);
    }

    private static long total(List<Long> bands) {
        return bands.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> plusOne(List<Long> bands, int at) {
        List<Long> more = new ArrayList<>(bands);
        more.set(at, more.get(at) + 1);
        return more;
    }

    private static List<Long> sum(List<Long> a, List<Long> b) {
        List<Long> both = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            both.add(a.get(band) + b.get(band));
        }
        return both;
    }
}
