package io.vigie.local.proof;

import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.local.simulator.History;
import io.vigie.local.simulator.HistoryPlan;
import io.vigie.local.simulator.Simulator;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.fitting.HistoryLearner;
import io.vigie.scorer.learning.history.Fate;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.learning.history.Snapshot;
import io.vigie.scorer.learning.history.Snapshots;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.scoring.ModelMaking;
import io.vigie.scorer.scoring.ScoringModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a model learned from one simulated company says of the customers of others, with what came of them.
 *
 * @param file the model
 * @param all one for each customer and instant
 */
record Foretold(HistoryModelFile file, List<One> all) {
    private static final int HORIZON_DAYS = 90;
    private static final long OTHERS_FROM = 101;
    private static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();
    private static final Scorecard SCORECARD = Scorecard.shipped();
    private static final LifeRules RULES = SCORECARD.lifeRules(ZoneId.of("Europe/Paris"));
    private static final RiskModel EXPERTS = new RiskModel(CATALOGUE, SCORECARD, RULES);
    private static final LearningPlan PLAN =
            new LearningPlan(HistoryPlan.END, LeftMeans.NO_ORDER, HORIZON_DAYS, HORIZON_DAYS, 50_000, 1);

    /** What was said of one customer at one instant, and what came. */
    record One(double byChoice, double unpaid, Fate fate) {
        double said(RiskKind risk) {
            return risk == RiskKind.UNPAID ? unpaid : byChoice;
        }

        boolean came(RiskKind risk) {
            return fate == (risk == RiskKind.UNPAID ? Fate.LEFT_UNPAID : Fate.LEFT_BY_CHOICE);
        }
    }

    /** Learned as a running system would, and said of so many other companies at four instants whose horizons do not touch. */
    static Foretold ofStrangers(int companies) {
        Gathering gathering = new Gathering(CATALOGUE, new Fold(CATALOGUE, RULES), EXPERTS, PLAN);
        company(HistoryPlan.usual(), _ -> true)
                .forEach((customer, entries) -> gathering.take(customer, entries, List.of()));
        HistoryModelFile file =
                new HistoryLearner(PLAN, gathering, SCORECARD, Progress.UNSEEN).learn(Growing.obstacle());
        ScoringModel model = new ModelMaking(EXPERTS).make(file);
        Snapshots snapshots = new Snapshots(
                new Fold(CATALOGUE, RULES),
                CATALOGUE,
                LeftMeans.NO_ORDER.outcome(),
                PLAN.horizon(),
                instants(),
                HistoryPlan.END);
        List<One> all = IntStream.range(0, companies)
                .mapToObj(number -> company(
                        HistoryPlan.usual().withSeed(OTHERS_FROM + number), type -> !type.equals("contact.made")))
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(timeline -> snapshots.of(timeline).stream())
                .map(snapshot -> said(model, snapshot))
                .toList();
        return new Foretold(file, all);
    }

    private static List<Instant> instants() {
        return IntStream.of(4, 3, 2, 1)
                .mapToObj(quarter -> HistoryPlan.END.minus(PLAN.horizon().multipliedBy(quarter)))
                .toList();
    }

    /** The timelines of a company's customers, with the signals wanted; contact changes nothing of a simulated life. */
    private static Map<String, List<Entry>> company(HistoryPlan plan, Predicate<String> wanted) {
        History history = Simulator.simulate(plan);
        Map<String, List<Entry>> timelines = new TreeMap<>();
        history.customers().forEach(customer -> timelines
                .computeIfAbsent(customer.id(), _ -> new ArrayList<>())
                .add(new Entry.Known(customer, "crm", customer.id(), Optional.empty())));
        history.signals().stream()
                .filter(signal -> wanted.test(signal.type()))
                .forEach(signal -> timelines.get(signal.customer()).add(new Entry.Happened(signal)));
        timelines.values().forEach(timeline -> timeline.sort(Entry.IN_ORDER));
        return timelines;
    }

    private static One said(ScoringModel model, Snapshot snapshot) {
        Outlook outlook = model.outlook(snapshot.profile());
        double byChoice = Math.exp(outlook.logOdds(RiskKind.BY_CHOICE, snapshot.at()));
        double unpaid = Math.exp(outlook.logOdds(RiskKind.UNPAID, snapshot.at()));
        double all = 1 + byChoice + unpaid;
        return new One(byChoice / all, unpaid / all, snapshot.fate());
    }

    int size() {
        return all.size();
    }

    double said(RiskKind risk) {
        return all.stream().mapToDouble(one -> one.said(risk)).average().orElseThrow();
    }

    double came(RiskKind risk) {
        return (double) all.stream().filter(one -> one.came(risk)).count() / all.size();
    }

    /** How many of those that the model was judged and calibrated by fall to these, being spread as they are. */
    double judged(Foretold some) {
        return (double) file.data().snapshotsJudged() * some.size() / all.size();
    }

    /** In bands of as many leavers said each. */
    List<Foretold> byProbability(int bands) {
        List<One> rising =
                all.stream().sorted(Comparator.comparingDouble(One::byChoice)).toList();
        double each = all.stream().mapToDouble(One::byChoice).sum() / bands;
        List<List<One>> parts = new ArrayList<>();
        double sum = 0;
        for (One one : rising) {
            if (parts.isEmpty() || (parts.size() < bands && sum >= each * parts.size())) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(one);
            sum += one.byChoice();
        }
        return parts.stream().map(part -> new Foretold(file, part)).toList();
    }
}
