package io.vigie.scorer.watch;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HindsightTest {
    private final Watch watch = watch();
    private final Hindsight hindsight = new Hindsight(watch);

    @Provide
    Arbitrary<List<Entry>> timelines() {
        return Timelines.any();
    }

    @Property(tries = 100)
    void theLedgerAddsUpToTheRiskOfTheSameInstant(@ForAll("timelines") List<Entry> timeline) {
        Instant at = day(750);

        Ledger ledger = hindsight.ledger(timeline, CUSTOMER, at).orElseThrow();

        RiskAssessed then = watch.assessAsOf(timeline, CUSTOMER, at).orElseThrow();
        double sum = ledger.start()
                + ledger.lines().stream()
                        .mapToDouble(line -> line.byTime() + line.moved())
                        .sum()
                + ledger.sinceLast();
        assertThat(ledger.lines()).hasSameSizeAs(timeline);
        assertThat(ledger.probability()).isEqualTo(then.probability());
        assertThat(ledger.level()).isEqualTo(then.level());
        assertThat(sum).isCloseTo(then.probability(), within(1e-9));
    }

    @Property(tries = 50)
    void theLatestLinesAreThoseOfTheWholeAndAddUpByThemselves(@ForAll("timelines") List<Entry> timeline) {
        Instant at = day(750);
        Ledger whole = hindsight.ledger(timeline, CUSTOMER, at).orElseThrow();

        Ledger latest = hindsight.ledger(timeline, CUSTOMER, at, 3).orElseThrow();

        int shown = Math.min(3, timeline.size());
        assertThat(latest.lines()).isEqualTo(whole.lines().subList(timeline.size() - shown, timeline.size()));
        assertThat(latest.sinceLast()).isEqualTo(whole.sinceLast());
        double moved = latest.lines().stream()
                .mapToDouble(line -> line.byTime() + line.moved())
                .sum();
        assertThat(latest.start() + moved + latest.sinceLast()).isCloseTo(whole.probability(), within(1e-9));
    }

    @Property(tries = 20)
    void eachLineTellsWhatAnAssessmentRightThenWouldHaveTold(@ForAll("timelines") List<Entry> timeline) {
        Ledger ledger = hindsight.ledger(timeline, CUSTOMER, day(750)).orElseThrow();

        for (int i = 0; i < timeline.size(); i++) {
            RiskAssessed then = watch.assessAsOf(
                            timeline.subList(0, i + 1),
                            CUSTOMER,
                            timeline.get(i).time())
                    .orElseThrow();
            assertThat(ledger.lines().get(i).probability()).isEqualTo(then.probability());
            assertThat(ledger.lines().get(i).level()).isEqualTo(then.level());
        }
    }

    @Test
    void aLedgerOfTenThousandLinesEnds() {
        List<Entry> timeline = IntStream.range(0, 10_000)
                .mapToObj(i -> on(i / 16.0, i % 400 == 0 ? "complaint.filed" : "support.called"))
                .toList();

        Ledger ledger = hindsight.ledger(timeline, CUSTOMER, day(750)).orElseThrow();

        assertThat(ledger.lines()).hasSize(10_000);
        assertThat(ledger.probability())
                .isEqualTo(watch.assessAsOf(timeline, CUSTOMER, day(750))
                        .orElseThrow()
                        .probability());
    }

    @Test
    void eachSignalSaysByHowMuchItMovedTheRisk() {
        List<Entry> timeline = List.of(
                on(0, "contract.started", "{\"contract\":\"a\"}"),
                on(10, "complaint.filed", "{\"complaint\":\"k\"}"),
                on(30, "complaint.resolved", "{\"complaint\":\"k\",\"remedy\":\"apology\"}"));

        Ledger ledger = hindsight.ledger(timeline, CUSTOMER, day(20)).orElseThrow();
        Ledger whole = hindsight.ledger(timeline, CUSTOMER, day(40)).orElseThrow();

        assertThat(ledger.lines()).extracting(Ledger.Line::type).containsExactly("contract.started", "complaint.filed");
        assertThat(ledger.lines().getLast().moved()).isGreaterThan(0.05);
        assertThat(whole.lines().getLast().moved()).isNegative();
        assertThat(hindsight.ledger(timeline, CUSTOMER, day(-1))).isEmpty();
    }

    @Test
    void whatDidNotHappenIsComparedAndLeavesNoTrace() {
        List<Entry> timeline = List.of(on(0, "contract.started", "{\"contract\":\"a\"}"));

        WhatIf threat = hindsight
                .whatIf(timeline, List.of(on(20, "departure.threatened")), CUSTOMER, day(20))
                .orElseThrow();

        assertThat(threat.moved()).isGreaterThan(0.1);
        assertThat(threat.after().byChoice().reasons().getFirst().factor()).isEqualTo("departure.threatened");
        assertThat(threat.before())
                .isEqualTo(watch.assessAsOf(timeline, CUSTOMER, day(20)).orElseThrow());
    }
}
