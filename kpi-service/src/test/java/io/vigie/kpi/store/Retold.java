package io.vigie.kpi.store;

import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.kpi.measure.Churn;
import io.vigie.kpi.measure.Customers;
import io.vigie.kpi.measure.Period;
import io.vigie.kpi.measure.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The churn of assessments told in order, worked out naively, to hold the queries against. */
record Retold(List<RiskAssessed> inOrder) {

    Customers customers(Period period) {
        Map<RiskLevel, Long> levels = new EnumMap<>(RiskLevel.class);
        long[] start = new long[4];
        lives().forEach((customer, lives) -> lives.forEach(life -> {
            if (isOneAt(period.from(), life)) {
                start[0]++;
                start[1] += valueAt(customer, period.from());
            }
            if (within(period, life.startedAt())) {
                start[2]++;
            }
            if (isOneAt(period.to(), life)) {
                levelAt(customer, period.to())
                        .ifPresentOrElse(level -> levels.merge(level, 1L, Long::sum), () -> start[3]++);
            }
        }));
        return new Customers(start[0], start[1], start[2], levels, start[3]);
    }

    Churn churn(Period period) {
        Split[] lost = {Split.NONE, Split.NONE};
        lives().forEach((customer, lives) -> lives.stream()
                .filter(life ->
                        life.endedAt().filter(end -> within(period, end)).isPresent())
                .forEach(life -> {
                    Leaving way = life.leaving().orElse(Leaving.BY_CHOICE);
                    lost[0] = lost[0].plus(way, 1);
                    lost[1] = lost[1].plus(way, valueAt(customer, life.endedAt().orElseThrow()));
                }));
        Customers customers = customers(period);
        return Churn.of(lost[0], customers.atStart(), lost[1], customers.valueAtStart());
    }

    /** Each assessment replaces the lives it tells of, and those numbered above it have never been. */
    private Map<String, List<Life>> lives() {
        Map<String, TreeMap<Integer, Life>> lives = new TreeMap<>();
        for (RiskAssessed risk : inOrder) {
            TreeMap<Integer, Life> known = lives.computeIfAbsent(risk.customer(), _ -> new TreeMap<>());
            known.tailMap(risk.life().number(), false).clear();
            risk.pastLives().forEach(life -> known.put(life.number(), life));
            known.put(risk.life().number(), risk.life());
        }
        Map<String, List<Life>> kept = new TreeMap<>();
        lives.forEach((customer, known) -> kept.put(customer, new ArrayList<>(known.values())));
        return kept;
    }

    private long valueAt(String customer, Instant instant) {
        List<RiskAssessed> own = inOrder.stream()
                .filter(risk -> risk.customer().equals(customer))
                .toList();
        return own.stream()
                .filter(risk -> !risk.asOf().isAfter(instant))
                .reduce((_, later) -> later)
                .orElse(own.getFirst())
                .decisionInput()
                .yearlyMargin();
    }

    private Optional<RiskLevel> levelAt(String customer, Instant instant) {
        return inOrder.stream()
                .filter(risk -> risk.customer().equals(customer) && !risk.asOf().isAfter(instant))
                .reduce((_, later) -> later)
                .map(risk -> Optional.of(risk.level())
                        .filter(_ -> !risk.decisionInput().objection()))
                .orElse(Optional.of(RiskLevel.STABLE));
    }

    private static boolean isOneAt(Instant instant, Life life) {
        return life.startedAt().isBefore(instant)
                && life.endedAt().filter(end -> end.isBefore(instant)).isEmpty();
    }

    private static boolean within(Period period, Instant instant) {
        return !instant.isBefore(period.from()) && instant.isBefore(period.to());
    }
}
