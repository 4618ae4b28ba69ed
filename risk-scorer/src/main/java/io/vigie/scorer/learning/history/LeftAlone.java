package io.vigie.scorer.learning.history;

import io.vigie.events.customer.Segment;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Leaves out whom we contacted, and of those who left first as many as contact would have taken out had they stayed: who is
 * gone after a week has had a week to be called in, and would otherwise be found too often among the others.
 */
final class LeftAlone {
    private static final double DRAWS = 0x1p32;
    private static final Comparator<Exposure> BY_DAYS =
            Comparator.comparingDouble(Exposure::days).thenComparing(Exposure::contacted);

    private LeftAlone() {}

    /** Contact is made with customers of the same kind and in the same state alike. */
    private record Kind(Segment segment, boolean contract, boolean quiet) {
        static Kind of(Observation one) {
            return new Kind(one.segment(), one.contract(), one.quiet());
        }
    }

    static Stream<Observation> of(List<Observation> observations, int horizonDays) {
        Map<Kind, List<Observation>> kinds = observations.stream().collect(Collectors.groupingBy(Kind::of));
        return kinds.values().stream().flatMap(kind -> alike(kind, horizonDays));
    }

    private static Stream<Observation> alike(List<Observation> kind, int horizonDays) {
        Untouched untouched = Untouched.of(
                kind.stream().map(Observation::exposure).sorted(BY_DAYS).toList());
        double throughout = untouched.after(horizonDays);
        return kind.stream()
                .filter(one -> !one.exposure().contacted())
                .filter(one -> one.fate() == Fate.STAYED
                        || draw(one) * untouched.after(one.exposure().days()) < throughout);
    }

    /** Between 0 and 1, always the same for the same customer and instant. */
    private static double draw(Observation one) {
        CRC32C digest = new CRC32C();
        digest.update((one.customer() + "@" + one.at()).getBytes(StandardCharsets.UTF_8));
        return digest.getValue() / DRAWS;
    }
}
