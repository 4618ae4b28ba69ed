package io.vigie.retention.rehearsal;

import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Offer;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Step;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Sums of what would be done while customers come. */
public final class Counting {
    static final String WATCHED = "keep watching";

    private final ZoneId zone;
    private final Map<String, Long> decisions = new TreeMap<>();
    private final Map<String, Map<LocalDate, Long>> tasks = new TreeMap<>();
    private long minutes;
    private long cost;
    private long offers;
    private double saves;
    private long profit;

    public Counting(ZoneId zone) {
        this.zone = zone;
    }

    /** One more customer; answers under what they were counted. */
    public String take(Decision decision) {
        String name =
                switch (decision) {
                    case Decision.Act act -> {
                        act.steps().forEach(step -> take(step, act.trace()));
                        yield act.action().word();
                    }
                    case Decision.LetGo letGo -> "no action: " + letGo.because().word();
                    case Decision.KeepWatching _ -> WATCHED;
                };
        decisions.merge(name, 1L, Long::sum);
        return name;
    }

    private void take(Step step, DecisionTrace trace) {
        tasks.computeIfAbsent(step.team().word(), _ -> new TreeMap<>())
                .merge(step.dueAt().atZone(zone).toLocalDate(), 1L, Long::sum);
        minutes += step.minutes();
        cost += step.cost();
        offers += step.offer().map(Offer::most).orElse(0L);
        if (!step.owed()) {
            profit += step.expectedProfit();
            saves += trace.probability() * saveRate(step, trace);
        }
    }

    private static double saveRate(Step step, DecisionTrace trace) {
        return trace.candidates().stream()
                .filter(candidate -> candidate.action() == step.action()
                        && candidate.offer().equals(step.offer().map(Offer::name)))
                .mapToDouble(Candidate::saveRate)
                .findFirst()
                .orElse(0);
    }

    public Side side() {
        return new Side(decisions, tasks, minutes, cost, offers, saves, profit);
    }
}
