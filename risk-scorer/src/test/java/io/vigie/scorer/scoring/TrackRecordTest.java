package io.vigie.scorer.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.metrics.Metrics;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
    private static final int MANY = 5_000;

    @Test
    void sumsTellWhatAllRowsWould() {
        Random random = new Random(3);
        double[] said = new double[MANY];
        boolean[] left = new boolean[MANY];
        TrackRecord some = TrackRecord.NONE;
        TrackRecord others = TrackRecord.NONE;
        for (int i = 0; i < MANY; i++) {
            said[i] = .01 + .9 * random.nextDouble() * random.nextDouble();
            left[i] = random.nextDouble() < said[i];
            some = i % 2 == 0 ? some.with(said[i], left[i]) : some;
            others = i % 2 == 0 ? others : others.with(said[i], left[i]);
        }

        TrackRecord all = some.with(others);

        Metrics metrics = Metrics.of(left, said);
        assertThat(all.known()).isEqualTo(MANY);
        assertThat(all.auc().orElseThrow()).isCloseTo(metrics.auc(), within(.005));
        assertThat(all.squares() / MANY).isCloseTo(metrics.brier(), within(1e-9));
        assertThat(all.surprise() / MANY).isCloseTo(metrics.logLoss(), within(1e-9));
    }

    @Test
    void valuesSpreadAsBeforeAreStableAndOthersAreNot() {
        Random random = new Random(4);
        double[] then =
                IntStream.range(0, MANY).mapToDouble(i -> random.nextGaussian()).toArray();
        Distribution learned = Distribution.of(then);
        long[] same = new long[learned.shares().size()];
        long[] moved = new long[learned.shares().size()];
        for (int i = 0; i < MANY; i++) {
            same[learned.band(random.nextGaussian())]++;
            moved[learned.band(1 + random.nextGaussian())]++;
        }

        assertThat(learned.shares()).hasSize(10);
        assertThat(learned.stability(same)).isLessThan(.02);
        assertThat(learned.stability(moved)).isGreaterThan(.25);
    }

    @Test
    void whatIsNearlyAlwaysTheSameHasABandForIt() {
        Distribution learned = Distribution.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2});

        assertThat(learned.edges()).hasSize(1);
        assertThat(learned.band(0)).isZero();
        assertThat(learned.band(2)).isEqualTo(1);
    }

    @Test
    void aChampionWhoseWordNoLongerComesTrueIsWarnedOf() {
        HistoryModelFile file = LearnedModels.boosted(31);

        Drift fine = Drift.of(Past.of(file), file.id(), Map.of("2025-02", month(.2)));
        Drift off = Drift.of(Past.of(file), file.id(), Map.of("2025-02", month(.4)));

        assertThat(fine.warnings()).noneMatch(why -> why.contains("was said"));
        assertThat(off.warnings()).anyMatch(why -> why.contains("40.0 % left where 20.0 % was said"));
    }

    @Test
    void theScorecardIsHeldAgainstTheYearBeforeFromHalfAYearOn() {
        Past experts = new ExpertModel(LearnedModels.EXPERTS).past();
        Map<String, MonthOfModel> months = new TreeMap<>();
        for (int month = 1; month <= 7; month++) {
            months.put("2025-0" + month, seen(500, 1));
        }
        months.put("2025-08", seen(500, 5));

        Drift drift = Drift.of(experts, ExpertModel.ID, months);

        assertThat(drift.months().get(5).psi().get("complaint.filed")).isZero();
        assertThat(drift.months().get(6).psi().get("complaint.filed")).isCloseTo(0, within(1e-9));
        assertThat(drift.months().get(7).psi().get("complaint.filed")).isGreaterThan(.25);
        assertThat(drift.warnings())
                .anyMatch(why -> why.contains("complaint.filed is not spread as in the year before"));
    }

    private static MonthOfModel seen(int customers, int band) {
        MonthOfModel month = MonthOfModel.NONE;
        for (int i = 0; i < customers; i++) {
            month = month.with(new Prediction.Said(
                    ExpertModel.ID, .05, RiskLevel.STABLE, Map.of("complaint.filed", i % 10 == 0 ? 0 : band)));
        }
        return month;
    }

    private static MonthOfModel month(double leaving) {
        MonthOfModel month = MonthOfModel.NONE;
        for (int i = 0; i < 500; i++) {
            month = month.with(.2, i < 500 * leaving);
        }
        return month;
    }
}
