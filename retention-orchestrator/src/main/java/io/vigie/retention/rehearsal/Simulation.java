package io.vigie.retention.policy;

import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Offer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Decides on the same customers by two policies and counts what would differ, before anybody is contacted. */
public final class Simulation {
    private final Policy live;
    private final Policy draft;
    private final ZoneId zone;
    private final Counting byLive = new Counting();
    private final Counting byDraft = new Counting();
    private final Map<String, Long> moves = new TreeMap<>();
    private long customers;
    private String currency = "EUR";

    public Simulation(Policy live, Policy draft, ZoneId zone) {
        this.live = live;
        this.draft = draft;
        this.zone = zone;
    }

    /** One more customer. */
    public void take(Occasion occasion) {
        customers++;
        currency = occasion.risk().decisionInput().currency();
        String was = byLive.take(live.decide(occasion), zone);
        String now = byDraft.take(draft.decide(occasion), zone);
        if (!was.equals(now)) {
            moves.merge(was + " → " + now, 1L, Long::sum);
        }
    }

    public Result result() {
        return new Result(customers, currency, byLive.side(), byDraft.side(), moves);
    }

    /**
     * What two policies would do with the same customers.
     *
     * @param currency of all amounts
     * @param moves how many would be treated otherwise, by what they would get under the live policy and under the draft
     */
    public record Result(long customers, String currency, Side live, Side draft, Map<String, Long> moves) {
        public Result {
            moves = new TreeMap<>(moves);
        }
    }

    /**
     * What one policy would do; amounts in minor units.
     *
     * @param decisions how many customers get each action, each reason for none, or are only watched
     * @param tasks by team and day on which they are due
     * @param minutes of all teams
     * @param cost of all tasks
     * @param offers what all offers cost at most
     * @param expectedSaves how many customers would stay who would have left
     */
    public record Side(
            Map<String, Long> decisions,
            Map<String, Map<LocalDate, Long>> tasks,
            long minutes,
            long cost,
            long offers,
            double expectedSaves,
            long expectedProfit) {
        /** For people, to a tenth. */
        public String savesRounded() {
            return String.format(Locale.ROOT, "%.1f", expectedSaves);
        }
    }

    /** Sums of one policy while customers come. */
    private static final class Counting {
        private final Map<String, Long> decisions = new TreeMap<>();
        private final Map<String, Map<LocalDate, Long>> tasks = new TreeMap<>();
        private long minutes;
        private long cost;
        private long offers;
        private double saves;
        private long profit;

        String take(Decision decision, ZoneId zone) {
            String name =
                    switch (decision) {
                        case Decision.Act act -> {
                            act.steps().forEach(step -> take(step, act.trace(), zone));
                            yield act.action().word();
                        }
                        case Decision.LetGo letGo ->
                            "no action: " + letGo.because().word();
                        case Decision.KeepWatching _ -> "keep watching";
                    };
            decisions.merge(name, 1L, Long::sum);
            return name;
        }

        private void take(Step step, DecisionTrace trace, ZoneId zone) {
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

        Side side() {
            return new Side(decisions, tasks, minutes, cost, offers, saves, profit);
        }
    }
}
