package io.vigie.scorer.learning.history;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.Signal;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.fitting.HistoryLearner;
import io.vigie.scorer.learning.training.ForwardLearner;
import io.vigie.scorer.learning.training.Learned;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Absence;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.LifeRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class OnlineRetailTest {
    private static final Path FILE = Path.of(System.getProperty("vigie.shared", "../shared"), "data", "online_retail")
            .resolve("online_retail.csv.gz");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Instant FIT = Instant.parse("2011-06-09T23:59:59Z");
    private static final Instant JUDGE = Instant.parse("2011-09-09T23:59:59Z");
    private static final Duration HORIZON = Duration.ofDays(90);
    /** Everybody is asked about, however long they have been silent. */
    private static final Absence NEVER = new Absence(1e-12, 10_000);

    @Test
    void theFutureOfAWholesalersCustomersIsToldFromTheirPast() throws IOException {
        assumeThat(FILE).as("the public online retail data are not here").exists();
        Map<Segment, Absence> never = Map.of(Segment.B2B, NEVER, Segment.B2C, NEVER);
        LifeRules rules = new LifeRules(ZoneId.of("Europe/London"), SCORECARD.silence(), never, never, 90);
        Fold fold = new Fold(CATALOGUE, rules);
        RiskModel model = new RiskModel(CATALOGUE, SCORECARD, rules);
        Observing observing = new Observing(model);
        List<Observation> before = new ArrayList<>();
        List<Observation> after = new ArrayList<>();
        timelines().values().forEach(timeline -> {
            taken(fold, FIT).of(timeline).forEach(snapshot -> before.add(observing.of(snapshot)));
            taken(fold, JUDGE).of(timeline).forEach(snapshot -> after.add(observing.of(snapshot)));
        });
        List<Observation> both = new ArrayList<>(before);
        both.addAll(after);

        Beliefs beliefs = new Beliefs(RiskKind.BY_CHOICE, both, Attributes.NONE);
        Learned learned =
                new ForwardLearner(beliefs.examples(before), beliefs.examples(after), 1, Progress.UNSEEN).learn(true);

        assertThat(before).hasSizeBetween(2_750, 2_850);
        assertThat(after).hasSizeBetween(3_320, 3_420);
        assertThat(learned.judgement().metrics().auc()).isGreaterThanOrEqualTo(.739);
        assertThat(learned.judgement().metrics().brier()).isLessThanOrEqualTo(.21);
    }

    /** The whole way as a running scorer goes it, with the rules that ship, from all instants that the year allows. */
    @Test
    void aModelLearnedFromTheWholeHistoryTellsTheLastThreeMonths() throws IOException {
        assumeThat(FILE).as("the public online retail data are not here").exists();
        LifeRules rules = SCORECARD.lifeRules(ZoneId.of("Europe/London"));
        RiskModel experts = new RiskModel(CATALOGUE, SCORECARD, rules);
        LearningPlan plan =
                new LearningPlan(Instant.parse("2011-12-09T12:50:00Z"), LeftMeans.NO_ORDER, 90, 30, 50_000, 1);
        Gathering gathering = new Gathering(CATALOGUE, new Fold(CATALOGUE, rules), experts, plan);
        timelines().forEach((customer, timeline) -> gathering.take(customer, timeline, List.of()));

        HistoryModelFile file =
                new HistoryLearner(plan, gathering, SCORECARD, Progress.UNSEEN).learn(Growing.obstacle());

        RiskPart byChoice = file.part(RiskKind.BY_CHOICE).orElseThrow();
        assertThat(byChoice.figures().all().auc()).isGreaterThanOrEqualTo(.739);
    }

    private static Snapshots taken(Fold fold, Instant at) {
        return new Snapshots(
                fold, CATALOGUE, Outcome.NO_ORDER, HORIZON, List.of(at), Instant.parse("2011-12-10T00:00:00Z"));
    }

    /** Orders are invoices of positive quantity, returns are cancelled ones; both with a customer. */
    private static Map<String, List<Entry>> timelines() throws IOException {
        Map<String, CSVRecord> first = new TreeMap<>();
        Map<String, Double> amounts = new TreeMap<>();
        try (var reader =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8);
                var lines = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            for (CSVRecord line : lines) {
                if (!line.get("CustomerID").isBlank()) {
                    first.putIfAbsent(line.get("InvoiceNo"), line);
                    amounts.merge(
                            line.get("InvoiceNo"),
                            Double.parseDouble(line.get("Quantity")) * Double.parseDouble(line.get("UnitPrice")),
                            Double::sum);
                }
            }
        }
        Map<String, List<Entry>> timelines = new TreeMap<>();
        first.forEach((invoice, line) -> timelines
                .computeIfAbsent(line.get("CustomerID"), customer -> new ArrayList<>())
                .add(entry(line, amounts.getOrDefault(invoice, 0.0))));
        timelines.values().forEach(timeline -> timeline.sort(Entry.IN_ORDER));
        return timelines;
    }

    private static Entry entry(CSVRecord line, double amount) {
        boolean cancelled = line.get("InvoiceNo").startsWith("C");
        String type = cancelled ? "order.returned" : "order.placed";
        long cents = Math.round(Math.abs(amount) * 100);
        Instant time = LocalDateTime.parse(line.get("InvoiceDate"), TIME).toInstant(ZoneOffset.UTC);
        return new Entry.Happened(new Signal(
                "shop",
                line.get("InvoiceNo"),
                type,
                line.get("CustomerID"),
                time,
                json("{\"amount\":" + cents + ",\"currency\":\"GBP\"}"),
                Optional.empty()));
    }
}
