package io.vigie.scorer.learning.fitting;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.reasons.Heard;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.Signal;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.LearnedBase;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.learning.metrics.Reliability;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Kind;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.scoring.LearnedModels;
import io.vigie.scorer.scoring.ScoringModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryLearnerTest {
    private static final Optional<String> NO_TREES = Optional.of("no trees in this test");
    private static final LearningPlan PLAN = plan(20_000);
    private static final Map<String, List<Entry>> COMPANY = company(1_500);

    @Test
    void whatIsSaidComesTrueWithinWhatChanceAllows() {
        RiskPart byChoice =
                learn(COMPANY, PLAN, NO_TREES).part(RiskKind.BY_CHOICE).orElseThrow();

        assertThat(byChoice.figures().all().auc()).isGreaterThan(.6);
        for (Reliability.Band band : byChoice.reliability().bands()) {
            double chance = Math.sqrt(band.said() * (1 - band.said()) / band.customers());
            assertThat(Math.abs(band.left() - band.said()))
                    .as("%d customers were given %.3f", band.customers(), band.said())
                    .isLessThan(4 * chance + .01);
        }
    }

    @Test
    void neitherOrderNorRepetitionChangesAByte() {
        Map<String, List<Entry>> shuffled = new java.util.LinkedHashMap<>();
        List<String> names = new ArrayList<>(COMPANY.keySet());
        Collections.shuffle(names, new Random(1));
        for (String name : names) {
            List<Entry> twice = new ArrayList<>(COMPANY.get(name));
            twice.addAll(COMPANY.get(name));
            Collections.shuffle(twice, new Random(2));
            shuffled.put(name, twice);
        }

        assertThat(learn(shuffled, PLAN, NO_TREES).bytes())
                .isEqualTo(learn(COMPANY, PLAN, NO_TREES).bytes());
    }

    @Test
    void treesAreGrownOnTopAndJudgedByTheLaterSlice() {
        HistoryModelFile file = learn(company(600), PLAN, Optional.empty());

        RiskPart byChoice = file.part(RiskKind.BY_CHOICE).orElseThrow();
        assertThat(byChoice.boosted()).isPresent();
        assertThat(byChoice.experts()).hasValueSatisfying(experts -> assertThat(experts.auc())
                .isBetween(.5, byChoice.figures().all().auc() + .1));
        assertThat(byChoice.chosen()).isIn(Kind.LINEAR, Kind.BOOSTED);
        assertThat(file.data().learnedAt())
                .allMatch(at -> !at.plus(PLAN.horizon()).isAfter(PLAN.judgedAt()));
        assertThat(file.warnings()).anyMatch(why -> why.contains("leaving unpaid"));
    }

    @Test
    void theBaseIsWhatQuietCustomersDid() {
        List<LearnedBase> bases = learn(COMPANY, PLAN, NO_TREES).bases();

        assertThat(bases).hasSize(1);
        LearnedBase base = bases.getFirst();
        double seen = (double) base.left() / base.quiet();
        assertThat(base.base()).isBetween(Math.min(seen, .06), Math.max(seen, .06));
        assertThat(base.quiet()).isGreaterThan(500);
    }

    @Test
    void whereThereAreTooManyTheSameOnesAreDrawn() {
        HistoryModelFile file = learn(COMPANY, plan(5_000), NO_TREES);

        assertThat(file.data().snapshotsLearned() + file.data().snapshotsJudged())
                .isBetween(1_000, 5_000);
        assertThat(file.warnings()).anyMatch(why -> why.contains("one customer in"));
        assertThat(learn(COMPANY, plan(5_000), NO_TREES)).isEqualTo(file);
    }

    @Test
    void whomWeContactedWithinTheHorizonTeachesNothing() {
        Gathering gathering = gathering(PLAN);
        COMPANY.forEach((customer, entries) ->
                gathering.take(customer, entries, List.of(PLAN.judgedAt().plusSeconds(1))));

        assertThat(gathering.observations()).noneMatch(one -> one.at().equals(PLAN.judgedAt()));
        assertThatThrownBy(() -> new HistoryLearner(PLAN, gathering, SCORECARD, Progress.UNSEEN).learn(NO_TREES))
                .isInstanceOf(CannotLearn.class)
                .hasMessageContaining("0 of those judged by")
                .hasMessageContaining("20 of each are needed");
    }

    @Test
    void whatIsOnRecordIsLearnedScoredAndToldInWords() {
        Map<String, List<Entry>> company = onPlans(600);
        HistoryModelFile file = learn(company, PLAN, NO_TREES);
        ScoringModel model = LearnedModels.ready(ModelFile.read(file.bytes()));
        Fold fold = new Fold(CATALOGUE, RULES);

        RiskShare basic = share(model, fold.of(List.of(Timelines.known(Map.of("plan", "basic", "phone", "0")))));
        RiskShare gold = share(model, fold.of(List.of(Timelines.known(Map.of("plan", "gold", "phone", "0")))));

        assertThat(basic.probability()).isGreaterThan(4 * gold.probability());
        Reason why = basic.reasons().stream()
                .filter(reason -> reason.factor().equals("attribute.plan"))
                .findFirst()
                .orElseThrow();
        assertThat(new Wording(CATALOGUE, "en", ZoneId.of("Europe/Paris")).sentence(why, Heard.onlyOpen(List.of())))
                .startsWith("What is on record under “plan”: this raises the risk of leaving");
        assertThat(file.warnings())
                .anyMatch(warning -> warning.contains("each one's own") && warning.contains("phone"));
    }

    @Test
    void whatIsOnRecordLaterIsNotSeenEarlier() {
        Entry early = recorded("c1", 10, Map.of("plan", "basic"));
        Entry late = recorded("c1", 500, Map.of("plan", "gold"));
        Gathering gathering = gathering(PLAN);
        gathering.take("c1", List.of(entry("c1", 1, "order.placed"), early, late), List.of());

        assertThat(gathering.observations()).allSatisfy(one -> assertThat(one.attributes())
                .isEqualTo(
                        one.at().isBefore(day(10))
                                ? Map.of()
                                : Map.of("plan", one.at().isBefore(day(500)) ? "basic" : "gold")));
        assertThat(gathering.observations()).anyMatch(one -> one.attributes().containsValue("basic"));
    }

    @Test
    void oneCustomerOfWhomNothingCanBeWorkedOutEndsNoFit() {
        Gathering gathering = gathering(PLAN);
        gathering.take("broken", List.of(entry("broken", 1, "support.called"), broken(day(2))), List.of());
        COMPANY.forEach((customer, entries) -> gathering.take(customer, entries, List.of()));

        HistoryModelFile file = new HistoryLearner(PLAN, gathering, SCORECARD, Progress.UNSEEN).learn(NO_TREES);

        assertThat(gathering.failed()).isEqualTo(1);
        assertThat(file.warnings()).anyMatch(why -> why.startsWith("nothing could be worked out of 1 customer"));
    }

    // what the library itself does
    @SuppressWarnings("unchecked")
    private static Entry broken(Instant at) {
        JsonNode failing = new ObjectNode(JsonNodeFactory.instance) {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonNode path(String field) {
                throw new ArithmeticException("long overflow");
            }
        };
        return new Entry.Happened(
                new Signal("crm", "broken", "support.called", "broken", at, failing, Optional.empty()));
    }

    private static RiskShare share(ScoringModel model, Profile profile) {
        return model.outlook(profile).share(RiskKind.BY_CHOICE, day(60));
    }

    /** Of those on the plan basic ten times as many leave. */
    private static Map<String, List<Entry>> onPlans(int customers) {
        Random random = new Random(11);
        Map<String, List<Entry>> company = new TreeMap<>();
        for (int i = 0; i < customers; i++) {
            String customer = "c" + i;
            boolean basic = i % 2 == 0;
            List<Entry> entries = new ArrayList<>();
            double at = 400 * random.nextDouble();
            entries.add(recorded(
                    customer, at, Map.of("plan", basic ? "basic" : "gold", "phone", "+33 1 " + random.nextLong())));
            boolean left = false;
            while (!left && at < 700) {
                at += 30;
                entries.add(entry(customer, at, "support.called"));
                left = random.nextDouble() < (basic ? .1 : .01);
            }
            if (left) {
                entries.add(entry(customer, at + 1, "account.closed"));
            }
            company.put(customer, entries);
        }
        return company;
    }

    private static Entry recorded(String customer, double at, Map<String, String> attributes) {
        Customer record = ((Entry.Known) Timelines.known(attributes)).record();
        return new Entry.Known(
                new Customer(
                        customer,
                        day(at),
                        record.name(),
                        record.segment(),
                        record.yearlyMargin(),
                        record.currency(),
                        record.potential(),
                        record.strategic(),
                        record.accountManager(),
                        record.country(),
                        record.language(),
                        record.contact(),
                        record.reachableBy(),
                        record.consents(),
                        record.contract(),
                        record.objection(),
                        record.revenueRule(),
                        attributes,
                        record.aliases(),
                        record.parent(),
                        record.contacts()),
                "crm",
                "record@" + at,
                Optional.empty());
    }

    private static HistoryModelFile learn(
            Map<String, List<Entry>> company, LearningPlan plan, Optional<String> obstacle) {
        Gathering gathering = gathering(plan);
        company.forEach((customer, entries) -> gathering.take(customer, entries, List.of()));
        return new HistoryLearner(plan, gathering, SCORECARD, Progress.UNSEEN).learn(obstacle);
    }

    private static Gathering gathering(LearningPlan plan) {
        return new Gathering(CATALOGUE, new Fold(CATALOGUE, RULES), LearnedModels.EXPERTS, plan);
    }

    private static LearningPlan plan(int snapshots) {
        return new LearningPlan(day(700), LeftMeans.NO_ORDER, 90, 60, snapshots, 1);
    }

    /** Customers whose leaving follows weights that the experts did not foresee: complaints matter half as much. */
    private static Map<String, List<Entry>> company(int customers) {
        Random random = new Random(7);
        Map<String, List<Entry>> company = new TreeMap<>();
        for (int i = 0; i < customers; i++) {
            String customer = "c" + i;
            List<Entry> entries = new ArrayList<>();
            double at = 200 * random.nextDouble();
            entries.add(entry(customer, at, "support.called"));
            boolean left = false;
            while (!left && at < 700) {
                at += 15 + 45 * random.nextDouble();
                boolean complains = random.nextInt(5) == 0;
                entries.add(entry(customer, at, complains ? "complaint.filed" : "support.called"));
                left = random.nextDouble() < (complains ? .25 : .025);
                if (left) {
                    entries.add(entry(customer, at + 60 * random.nextDouble(), "account.closed"));
                }
            }
            company.put(customer, entries);
        }
        return company;
    }

    private static Entry entry(String customer, double day, String type) {
        Instant at = day(day);
        return new Entry.Happened(
                new Signal("crm", type + "@" + day, type, customer, at, Timelines.json("{}"), Optional.empty()));
    }
}
