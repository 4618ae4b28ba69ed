package io.vigie.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Team;
import io.vigie.retention.teams.Allotment;
import io.vigie.retention.teams.Job;
import io.vigie.retention.teams.Plan;
import io.vigie.retention.teams.Supply;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With a quarter of the time that would be wanted: whom to contact, by expected profit or by risk alone. */
class RankingProofTest {
    private static final double SHARE_OF_TIME = 0.25;
    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);

    private static final Company COMPANY = Company.resolute();

    private record Asked(Scene scene, Job job) {}

    @Test
    void atTheSameCapacityRankingByExpectedProfitKeepsMoreMarginThanByRiskAlone() {
        Mean gain = Mean.of(Worlds.companies().stream()
                .map(RankingProofTest::asked)
                .map(asked -> byProfit(asked) - byRisk(asked))
                .toList());

        assertThat(gain.low())
                .as("kept by profit less kept by risk, a company: %s", gain)
                .isPositive();
    }

    private static List<Asked> asked(List<Scene> scenes) {
        return scenes.stream()
                .flatMap(scene -> COMPANY.job(scene).map(job -> new Asked(scene, job)).stream())
                .toList();
    }

    private static double byProfit(List<Asked> asked) {
        Map<Team, List<Integer>> time = new EnumMap<>(Team.class);
        minutes(asked).forEach((team, minutes) -> time.put(team, List.of(minutes)));
        Plan plan = Allotment.of(asked.stream().map(Asked::job).toList(), new Supply(List.of(DAY), time), _ -> DAY);
        double kept = 0;
        for (int i = 0; i < asked.size(); i++) {
            Plan.Place place = plan.places().get(i);
            kept += place.day().isPresent()
                    ? asked.get(i).scene().keptBy(place.way().action())
                    : 0;
        }
        return kept;
    }

    /** Who is likeliest to leave first, each by the hardest way that there is time for. */
    private static double byRisk(List<Asked> asked) {
        Map<Team, Integer> left = minutes(asked);
        double kept = 0;
        for (Asked one : asked.stream()
                .sorted(Comparator.comparingDouble(
                                (Asked it) -> it.scene().risk().probability())
                        .reversed())
                .toList()) {
            kept += Stream.concat(Stream.of(one.job().asAsked()), one.job().softer().stream())
                    .filter(way -> left.getOrDefault(way.team(), Integer.MAX_VALUE) >= way.minutes())
                    .findFirst()
                    .map(way -> {
                        left.computeIfPresent(way.team(), (_, minutes) -> minutes - way.minutes());
                        return one.scene().keptBy(way.action());
                    })
                    .orElse(0.0);
        }
        return kept;
    }

    private static Map<Team, Integer> minutes(List<Asked> asked) {
        Map<Team, Integer> minutes = new EnumMap<>(Team.class);
        for (Team team : Team.values()) {
            if (team != Team.AUTOMATIC) {
                int wanted = asked.stream()
                        .filter(one -> one.job().team() == team)
                        .mapToInt(one -> one.job().minutes())
                        .sum();
                minutes.put(team, (int) (wanted * SHARE_OF_TIME));
            }
        }
        return minutes;
    }
}
