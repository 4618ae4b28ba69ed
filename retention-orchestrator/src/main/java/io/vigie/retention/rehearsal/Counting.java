package io.vigie.retention.rehearsal;

import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Offer;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Step;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of what would be done while customers come. */
public final class Counting {
    private final ZoneId zone;
    private final Map<Treatment, Long> decisions = new TreeMap<>();
    private final Map<String, Map<LocalDate, Long>> tasks = new TreeMap<>();
    private long minutes;
    private long cost;
    private long offers;
    private double saves;
    private long profit;

    public Counting(ZoneId zone) {
        this.zone = zone;
    }

    /** One more customer, of whom this is decided. */
    public void take(Decision decision) {
        switch (decision) {
            case Decision.Act act -> {
                take(Treatment.of(act.action()));
                take(act.steps(), act.trace());
            }
            case Decision.LetGo letGo -> take(Treatment.of(letGo.because()));
            case Decision.KeepWatching _ -> take(Treatment.WATCHED);
        }
    }

    /** One more customer. */
    void take(Treatment treatment) {
        decisions.merge(treatment, 1L, Long::sum);
    }

    /** One more case, as it ended or as it stands: what was called off costs nothing. */
    void take(RetentionCase worked) {
        take(
                worked.tasks().stream()
                        .filter(task -> !(task instanceof Task.Cancelled))
                        .map(Task::order)
                        .map(TaskOrder::step)
                        .toList(),
                worked.opening().trace());
    }

    /** Each step costs, but the customer is kept once: by the one most likely to. */
    private void take(List<Step> steps, DecisionTrace trace) {
        for (Step step : steps) {
            tasks.computeIfAbsent(step.team().word(), _ -> new TreeMap<>())
                    .merge(step.dueAt().atZone(zone).toLocalDate(), 1L, Long::sum);
            minutes += step.minutes();
            cost += step.cost();
            offers += step.offer().map(Offer::most).orElse(0L);
        }
        List<Step> chosen = steps.stream().filter(step -> !step.owed()).toList();
        chosen.stream()
                .max(Comparator.comparingDouble((Step step) -> saveRate(step, trace))
                        .thenComparing(Step::expectedProfit))
                .ifPresent(best -> {
                    saves += trace.probability() * saveRate(best, trace);
                    profit += best.expectedProfit() + best.cost();
                    chosen.forEach(step -> profit -= step.cost());
                });
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
