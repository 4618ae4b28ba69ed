package io.vigie.scorer.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model said in one month, each customer once, and what came of it.
 *
 * @param customers of whom it spoke
 * @param bands how many customers lay in each band of each input, and of the score
 * @param record of those of whom it is known what came
 */
public record MonthOfModel(long customers, Map<String, List<Long>> bands, TrackRecord record) {
    /** Under which the bands of the score itself stand. */
    public static final String SCORE = "score";

    public static final MonthOfModel NONE = new MonthOfModel(0, Map.of(), TrackRecord.NONE);

    public MonthOfModel {
        bands = Map.copyOf(bands);
    }

    public MonthOfModel with(Prediction.Said said) {
        Map<String, List<Long>> more = new TreeMap<>(bands);
        said.bands().forEach((input, band) -> more.merge(input, one(band), MonthOfModel::sum));
        return new MonthOfModel(customers + 1, more, record);
    }

    public MonthOfModel with(double probability, boolean left) {
        return new MonthOfModel(customers, bands, record.with(probability, left));
    }

    public MonthOfModel with(MonthOfModel other) {
        Map<String, List<Long>> both = new TreeMap<>(bands);
        other.bands().forEach((input, counts) -> both.merge(input, counts, MonthOfModel::sum));
        return new MonthOfModel(customers + other.customers(), both, record.with(other.record()));
    }

    private static List<Long> one(int band) {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < band; i++) {
            counts.add(0L);
        }
        counts.add(1L);
        return counts;
    }

    private static List<Long> sum(List<Long> a, List<Long> b) {
        List<Long> both = new ArrayList<>();
        for (int band = 0; band < Math.max(a.size(), b.size()); band++) {
            both.add((band < a.size() ? a.get(band) : 0) + (band < b.size() ? b.get(band) : 0));
        }
        return both;
    }
}
