package io.vigie.scorer.watch;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.known;
import static io.vigie.scorer.Timelines.knownByRevenue;
import static io.vigie.scorer.Timelines.objecting;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.underContract;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.ComingDate;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.IfNothingComes;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Cause;
import io.vigie.scorer.profile.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Watch watch = watch();

    @Test
    void surveysFiguresComeBack() {
        assertThat(asOf(1, known(0, Segment.B2C, 1), on(1, "payment.failed"))
                        .unpaid()
                        .probability())
                .isCloseTo(0.16, within(0.005));
        assertThat(asOf(1, known(0, Segment.B2C, 1), on(1, "payment.failed"), on(1.0001, "payment.failed"))
                        .unpaid()
                        .probability())
                .as("only what had happened by then counts")
                .isCloseTo(0.16, within(0.005));
    }

    @Test
    void nothingBadLeavesTheSegmentsBase() {
        RiskAssessed business = asOf(10, underContract(0, Renewal.TACIT, 365));
        assertThat(business.byChoice().probability()).isCloseTo(0.025, within(1e-6));
        assertThat(business.level()).isEqualTo(RiskLevel.STABLE);
    }

    @Test
    void aComplaintFadesOnlyOnceItIsResolved() {
        Entry filed = on(0, "complaint.filed", "{\"complaint\":\"k\"}");
        Entry sorry = on(20, "complaint.resolved", "{\"complaint\":\"k\",\"remedy\":\"apology\"}");

        assertThat(reason(asOf(100, filed), "complaint.filed").count()).isEqualTo(1);
        assertThat(reason(asOf(100, filed, sorry), "complaint.filed").count())
                .isCloseTo(0.55 * Math.pow(2, -100 / 90.0), within(1e-9));
        assertThat(asOf(100, filed).openMatters()).extracting(Matter::type).containsExactly("complaint.filed");
        assertThat(asOf(100, filed, sorry).openMatters()).isEmpty();
    }

    @Test
    void theLatestContactsOfOthersAreToldWithWhetherTheyWereRefused() {
        List<Entry> timeline = new ArrayList<>();
        timeline.add(on(0, "contact.made", "{\"channel\":\"email\"}"));
        timeline.add(on(100, "contact.made", "{}"));
        timeline.add(on(120, "contact.made", "{\"channel\":\"phone\",\"outcome\":\"refused\"}"));

        assertThat(asOf(121, timeline.toArray(Entry[]::new)).decisionInput().contacts())
                .containsExactly(
                        new ContactMade(day(100), Optional.empty(), false),
                        new ContactMade(day(120), Optional.of(Channel.PHONE), true));
        for (int hour = 1; hour <= 9; hour++) {
            timeline.add(on(120 + hour / 24.0, "contact.made", "{\"channel\":\"phone\"}"));
        }
        assertThat(asOf(121, timeline.toArray(Entry[]::new)).decisionInput().contacts())
                .hasSize(8);
    }

    @Test
    void aMoveWithinReachIsOpenForNinetyDays() {
        Entry moved = on(0, "customer.moved", "{\"servable\":true}");

        assertThat(asOf(10, moved).openMatters()).extracting(Matter::type).containsExactly("customer.moved");
        assertThat(asOf(100, moved).openMatters()).isEmpty();
    }

    @Test
    void aRecoveredPaymentTakesTheFailureAwayWhole() {
        RiskAssessed paid = asOf(
                5, on(0, "payment.failed", "{\"invoice\":\"i\"}"), on(4, "payment.recovered", "{\"invoice\":\"i\"}"));

        assertThat(paid.unpaid().reasons()).isEmpty();
        assertThat(paid.openMatters()).isEmpty();
    }

    @Test
    void aRegularCallerAlarmsNobodyButARiseDoes() {
        List<Entry> weekly = new ArrayList<>();
        for (int week = 0; week < 100; week++) {
            weekly.add(on(week * 7, "support.called"));
        }
        double usual = reason(asOf(700, weekly.toArray(Entry[]::new)), "support.called")
                .count();
        for (int day = 0; day < 10; day++) {
            weekly.add(on(694 + day * 0.5 + 0.1, "support.called"));
        }
        double rise = reason(asOf(700, weekly.toArray(Entry[]::new)), "support.called")
                .count();

        assertThat(usual).isLessThan(1.3);
        assertThat(rise).isGreaterThan(2.5);
    }

    @Test
    void silenceAloneRaisesTheLevelByTimers() {
        List<RiskAssessed> told = tellings(
                600,
                known(0, Segment.B2C, 50_000),
                on(1, "order.placed", "{\"amount\":1000}"),
                on(31, "order.placed", "{\"amount\":1000}"),
                on(61, "order.placed", "{\"amount\":1000}"));

        assertThat(told).extracting(RiskAssessed::trigger).contains(Trigger.TIMER);
        assertThat(told)
                .extracting(RiskAssessed::level)
                .containsSubsequence(RiskLevel.STABLE, RiskLevel.WATCH, RiskLevel.AT_RISK, RiskLevel.URGENT);
        assertThat(told.getLast().life().state()).isEqualTo(LifeState.LOST);
        assertThat(told.getLast().life().cause()).hasValue(Cause.HABITS);
    }

    @Test
    void anAnniversaryThatPassesIsToldAndFollowedByTheEndIfNothingComes() {
        List<RiskAssessed> told = tellings(700, known(0, Segment.B2B, 9), on(1, "order.placed", "{\"amount\":100000}"));

        RiskAssessed missed = told.stream()
                .filter(one -> one.openMatter("order.not-renewed").isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(missed.asOf()).isEqualTo(day(1 + 395));
        assertThat(told.getLast().life().endedAt()).hasValue(day(1 + 485));
    }

    @Test
    void whatTimeAloneWillDoIsForetold() {
        Entry[] orders = {
            known(0, Segment.B2C, 50_000),
            on(1, "order.placed", "{\"amount\":1000}"),
            on(31, "order.placed", "{\"amount\":1000}"),
            on(61, "order.placed", "{\"amount\":1000}")
        };

        IfNothingComes rise = asOf(62, orders).ifNothingComes().orElseThrow();

        assertThat(rise.level()).isEqualTo(RiskLevel.WATCH);
        assertThat(tellings(600, orders))
                .filteredOn(told -> told.level() == RiskLevel.WATCH)
                .first()
                .extracting(RiskAssessed::asOf)
                .isEqualTo(rise.by());
    }

    @Test
    void comingDatesAreListedSoonestFirst() {
        RiskAssessed buyer = asOf(2, known(0, Segment.B2B, 9), on(1, "order.placed", "{\"amount\":100000}"));
        RiskAssessed yearly = asOf(2, underContract(0, Renewal.EXPLICIT, 200));
        RiskAssessed tacit = asOf(
                2,
                on(
                        1,
                        "contract.started",
                        "{\"contract\":\"a\",\"renewal\":\"tacit\",\"end\":\"2026-01-01T00:00:00Z\","
                                + "\"noticeOpens\":\"2025-09-01T00:00:00Z\",\"noticeCloses\":\"2025-12-01T00:00:00Z\"}"));

        assertThat(buyer.comingDates())
                .extracting(ComingDate::what)
                .containsExactly("dormant", "order.not-renewed", "lost");
        assertThat(yearly.comingDates())
                .containsExactly(new ComingDate("renewal.missed", day(200)), new ComingDate("lost", day(290)));
        assertThat(tacit.comingDates())
                .extracting(ComingDate::what)
                .containsExactly("notice-window.opened", "notice-closes", "contract-renews");
    }

    @Test
    void whoBecomesDormantIsToldOnce() {
        List<RiskAssessed> told = tellings(700, known(0, Segment.B2B, 9), on(1, "order.placed", "{\"amount\":100000}"));

        assertThat(told.stream().filter(one -> one.dormantSince().isPresent()).findFirst())
                .hasValueSatisfying(first -> {
                    assertThat(first.asOf()).isEqualTo(day(366));
                    assertThat(first.dormantSince()).hasValue(day(366));
                    assertThat(first.life().state()).isEqualTo(LifeState.ACTIVE);
                });
        assertThat(told.getLast().dormantSince()).isEmpty();
    }

    @Test
    void spendingLessThanUsualIsAReasonAndSpendingMoreOneToStay() {
        List<Entry> steady = new ArrayList<>();
        for (int week = 0; week < 30; week++) {
            steady.add(on(week * 7, "order.placed", "{\"amount\":10000}"));
        }
        List<Entry> shrinking = new ArrayList<>(steady);
        List<Entry> growing = new ArrayList<>(steady);
        for (int week = 30; week < 40; week++) {
            shrinking.add(on(week * 7, "order.placed", "{\"amount\":2500}"));
            growing.add(on(week * 7, "order.placed", "{\"amount\":40000}"));
        }

        Reason less = reason(asOf(274, shrinking.toArray(Entry[]::new)), "spend");
        Reason more = reason(asOf(274, growing.toArray(Entry[]::new)), "spend");

        assertThat(less.count()).isBetween(0.7, 2.0);
        assertThat(less.logOdds()).isCloseTo(0.5 * less.count(), within(1e-12));
        assertThat(more.count()).isBetween(-2.0, -0.5);
        assertThat(asOf(1, on(0, "order.placed", "{\"amount\":10000}"))
                        .byChoice()
                        .reasons())
                .extracting(Reason::factor)
                .doesNotContain("spend");
    }

    @Test
    void aContractThatNeedsAYesIsMissedAtItsEndAndLostAfterTheGrace() {
        List<RiskAssessed> told = tellings(500, underContract(0, Renewal.EXPLICIT, 200));

        RiskAssessed missed = told.stream()
                .filter(one -> one.openMatter("renewal.missed").isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(missed.asOf()).isEqualTo(day(200));
        assertThat(missed.level()).isEqualTo(RiskLevel.URGENT);
        assertThat(told.getLast().life().endedAt()).hasValue(day(290));
        assertThat(told.getLast().life().leaving()).hasValue(Leaving.BY_CHOICE);
    }

    @Test
    void theCrmsOwnWordReplacesTheDateFeature() {
        RiskAssessed both =
                asOf(200, underContract(0, Renewal.EXPLICIT, 200), on(200, "renewal.missed", "{\"contract\":\"a\"}"));

        assertThat(reason(both, "renewal.missed").count()).isEqualTo(1);
    }

    @Test
    void onlyTheLastOpenContractsEndEndsTheCustomer() {
        Entry first = on(0, "contract.started", "{\"contract\":\"a\"}");
        Entry second = on(1, "contract.started", "{\"contract\":\"b\"}");
        Entry oneEnds = on(50, "contract.cancelled", "{\"contract\":\"a\"}");
        Entry otherEnds = on(60, "contract.cancelled", "{\"contract\":\"b\",\"cause\":\"price\"}");

        assertThat(asOf(55, first, second, oneEnds).life().state()).isEqualTo(LifeState.ACTIVE);
        RiskAssessed gone = asOf(61, first, second, oneEnds, otherEnds);
        assertThat(gone.life().endedAt()).hasValue(day(60));
        assertThat(gone.life().cause()).hasValue(Cause.PRICE);
    }

    @Test
    void whoComesBackBeginsANewLifeWithACleanSlate() {
        RiskAssessed back = asOf(
                101,
                on(0, "contract.started", "{\"contract\":\"a\"}"),
                on(10, "complaint.filed"),
                on(50, "account.closed"),
                on(100, "order.placed", "{\"amount\":5000}"));

        assertThat(back.life().number()).isEqualTo(2);
        assertThat(back.life().startedAt()).isEqualTo(day(100));
        assertThat(back.pastLives()).singleElement().satisfies(past -> assertThat(past.endedAt())
                .hasValue(day(50)));
        assertThat(back.byChoice().reasons()).extracting(Reason::factor).doesNotContain("complaint.filed");
    }

    @Test
    void leavingUnpaidIsToldApart() {
        RiskAssessed gone = asOf(
                50,
                on(0, "contract.started", "{\"contract\":\"a\"}"),
                on(40, "payment.failed"),
                on(50, "contract.cancelled", "{\"contract\":\"a\"}"));

        assertThat(gone.life().leaving()).hasValue(Leaving.UNPAID);
    }

    @Test
    void aDeathIsAFlagAndNotARisk() {
        RiskAssessed died = asOf(5, known(0, Segment.B2C, 1), on(4, "customer.died"));

        assertThat(died.unavoidable().orElseThrow().reason()).isEqualTo(Cause.DIED);
        assertThat(died.level()).isEqualTo(RiskLevel.STABLE);
    }

    @Test
    void valueAndSegmentFollowFromTheTrailingYearsRevenue() {
        Entry rule = knownByRevenue(0, 0.3, 500_000);
        Entry big = on(1, "order.placed", "{\"amount\":600000}");
        Entry back = on(2, "order.returned", "{\"amount\":200000}");

        assertThat(asOf(3, rule, big).decisionInput().segment()).isEqualTo(Segment.B2B);
        assertThat(asOf(3, rule, big).decisionInput().yearlyMargin()).isEqualTo(180_000);
        assertThat(asOf(3, rule, big, back).decisionInput().yearlyMargin()).isEqualTo(120_000);
        assertThat(asOf(3, rule, big, back).decisionInput().segment()).isEqualTo(Segment.B2C);
        assertThat(asOf(380, rule, big).decisionInput().yearlyMargin()).isZero();
    }

    @Test
    void anOrderIsToldWhenPeopleMayHaveBeenSetToWork() {
        Entry[] quiet = {known(0, Segment.B2C, 9), on(1, "order.placed"), on(2, "order.placed")};
        Entry[] alerted = {
            known(0, Segment.B2C, 9), on(1, "departure.threatened"), on(2, "order.placed", "{}"),
        };

        assertThat(tellings(2, quiet))
                .filteredOn(one -> one.asOf().equals(day(2)))
                .isEmpty();
        assertThat(tellings(2, alerted))
                .filteredOn(one -> one.asOf().equals(day(2)))
                .isNotEmpty();
    }

    @Test
    void timeAloneTellsEveryThirtyDaysAndNotMore() {
        List<RiskAssessed> told = tellings(89, underContract(0, Renewal.TACIT, 1_000));

        assertThat(told).extracting(RiskAssessed::asOf).containsExactly(day(0), day(30), day(60));
    }

    @Test
    void whoObjectsIsToldOfOnceAndThenOnlyWhenTheyJoinOrLeave() {
        List<RiskAssessed> told = tellings(
                700,
                known(0, Segment.B2C, 9),
                on(1, "order.placed", "{\"amount\":1000}"),
                on(5, "complaint.filed"),
                objecting(6),
                on(7, "departure.threatened"),
                on(8, "order.placed", "{\"amount\":1000}"),
                objecting(9));

        List<RiskAssessed> since =
                told.stream().filter(one -> !one.asOf().isBefore(day(6))).toList();
        assertThat(since).allSatisfy(one -> {
            assertThat(one.decisionInput().objection()).isTrue();
            assertThat(one.level()).isEqualTo(RiskLevel.STABLE);
            assertThat(one.probability()).isEqualTo(since.getFirst().probability());
            assertThat(one.byChoice().reasons()).isEmpty();
            assertThat(one.unpaid().reasons()).isEmpty();
            assertThat(one.openMatters()).isEmpty();
            assertThat(one.dormantSince()).isEmpty();
        });
        assertThat(since).extracting(one -> one.life().state()).containsExactly(LifeState.ACTIVE, LifeState.LOST);
    }

    @Test
    void scoringResumesWhenTheObjectionIsWithdrawn() {
        Entry threat = on(1, "departure.threatened");

        RiskAssessed resumed = asOf(3, known(0, Segment.B2C, 9), threat, objecting(2), known(3, Segment.B2C, 9));

        assertThat(resumed.byChoice())
                .isEqualTo(asOf(3, known(0, Segment.B2C, 9), threat, known(3, Segment.B2C, 9))
                        .byChoice());
        assertThat(resumed.openMatters()).extracting(Matter::type).containsExactly("departure.threatened");
        assertThat(tellings(3, threat, objecting(2), known(3, Segment.B2C, 9)))
                .extracting(RiskAssessed::level)
                .containsExactly(RiskLevel.AT_RISK, RiskLevel.STABLE, RiskLevel.AT_RISK);
    }

    @Test
    void anUnknownTypeIsKeptButMovesNothing() {
        assertThat(asOf(2, known(0, Segment.B2C, 1), on(1, "gym.visit-skipped"))
                        .byChoice()
                        .reasons())
                .isEmpty();
    }

    private RiskAssessed asOf(double day, Entry... entries) {
        return watch.assessAsOf(Arrays.asList(entries), CUSTOMER, day(day)).orElseThrow();
    }

    private List<RiskAssessed> tellings(double until, Entry... entries) {
        Standing standing = Standing.NEW;
        List<RiskAssessed> told = new ArrayList<>();
        Instant end = day(until);
        for (Entry entry : entries) {
            Watch.Step step = watch.take(standing, entry, List::of, entry.time());
            step.tellings().forEach(telling -> told.add(telling.assessed()));
            standing = step.standing();
        }
        watch.review(standing, CUSTOMER, end, end).tellings().forEach(telling -> told.add(telling.assessed()));
        return told;
    }

    private static Reason reason(RiskAssessed assessed, String factor) {
        return assessed.byChoice().reasons().stream()
                .filter(reason -> reason.factor().equals(factor))
                .findFirst()
                .orElseThrow();
    }
}
