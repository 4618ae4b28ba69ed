package io.vigie.scorer.profile;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.NEW_YEAR;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.underContract;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.ComingDate;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalsTest {
    private static final ZoneId PARIS = RULES.zone();
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Test
    void aContractThatRenewsItselfHasItsWindowEachTermThoughNobodySendsItAgain() {
        List<Entry> timeline = List.of(underContract(0, yearly("a")));
        for (int year = 0; year < 4; year++) {
            RiskAssessed open = at(timeline, 365 * year + 300);
            RiskAssessed closed = at(timeline, 365 * year + 340);

            assertThat(open.openMatters()).extracting(Matter::type).containsExactly("notice-window.opened");
            assertThat(closed.openMatters()).isEmpty();
            assertThat(closed.comingDates()).contains(new ComingDate("contract-renews", newYear(year + 1)));
            assertThat(open.probability()).isGreaterThan(closed.probability());
        }
    }

    @Test
    void theWindowOfTheNextTermIsToldWhenItOpensAndNotBefore() {
        List<Entry> timeline = List.of(underContract(0, yearly("a")));

        assertThat(at(timeline, 365 + 275).openMatters()).isNotEmpty();
        assertThat(at(timeline, 365 + 274).openMatters()).isEmpty();
        assertThat(at(timeline, 365).comingDates())
                .extracting(ComingDate::on)
                .contains(day(365 + 275), day(365 + 335), day(2 * 365));
    }

    @Test
    void itMakesNoDifferenceHowOftenItWasLookedAtMeanwhile() {
        Entry begun = underContract(0, from("2024-02-29", "2025-02-28"));
        List<Entry> calls = List.of(begun, on(600, "support.called"), on(1_000, "support.called"));

        assertThat(FOLD.endedBy(FOLD.of(calls), day(1_300)).contracts())
                .isEqualTo(FOLD.endedBy(FOLD.of(List.of(begun)), day(1_300)).contracts());
    }

    @Test
    void aMonthlyContractEndsOnTheSameDayOfEachMonth() {
        Contract monthly = from("2026-01-01", "2026-02-01");

        assertThat(ends(monthly, "2026-02-01", "2026-03-01", "2026-03-31", "2026-12-24"))
                .containsExactly("2026-03-01", "2026-04-01", "2026-04-01", "2027-01-01");
    }

    @Test
    void whatBeganOnTheLastOfAMonthEndsOnTheLastOfEach() {
        Contract monthly = from("2026-01-31", "2026-02-28");

        assertThat(ends(monthly, "2026-02-28", "2026-03-31", "2026-04-30", "2028-02-01"))
                .containsExactly("2026-03-31", "2026-04-30", "2026-05-31", "2028-02-29");
    }

    @Test
    void ofAYearThatBeganOnTheTwentyNinthOfFebruaryEachLeapYearKnows() {
        Contract yearly = from("2024-02-29", "2025-02-28");

        assertThat(ends(yearly, "2025-02-28", "2026-06-01", "2027-06-01", "2028-06-01"))
                .containsExactly("2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28");
    }

    @Test
    void whereTheLastDayIsGivenTheNextTermBeginsTheDayAfter() {
        Contract monthly = from("2026-01-01", "2026-01-31");

        assertThat(ends(monthly, "2026-01-31", "2026-02-28", "2026-03-31"))
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30");
        assertThat(Renewals.at(monthly, midnight("2026-02-10"), PARIS).start()).isEqualTo(midnight("2026-02-01"));
    }

    @Test
    void thirtyDaysAreThirtyDaysAlsoWhereTheClocksChange() {
        Contract thirty = from("2026-03-02", "2026-04-01");

        assertThat(ends(thirty, "2026-04-01", "2026-10-20", "2026-11-20"))
                .containsExactly("2026-05-01", "2026-10-28", "2026-11-27");
    }

    @Test
    void theWindowForNoticeMovesByMonthsAsTheEndDoes() {
        Contract told = new Contract(
                "a",
                Renewal.TACIT,
                midnight("2026-01-01"),
                Optional.of(midnight("2026-07-01")),
                Optional.of(midnight("2026-04-01")),
                Optional.of(midnight("2026-06-01")));

        Contract later = Renewals.at(told, midnight("2027-01-15"), PARIS);

        assertThat(later.start()).isEqualTo(midnight("2027-01-01"));
        assertThat(later.end()).hasValue(midnight("2027-07-01"));
        assertThat(later.noticeOpens()).hasValue(midnight("2027-04-01"));
        assertThat(later.noticeCloses()).hasValue(midnight("2027-06-01"));
    }

    @Test
    void whereTheBeginningIsThatOfTheRelationshipATermIsAYear() {
        Contract old = new Contract(
                "a", Renewal.TACIT, day(-4_000), Optional.of(day(100)), Optional.empty(), Optional.empty());

        assertThat(Renewals.at(old, day(100), PARIS).end()).hasValue(day(465));
    }

    @Test
    void aContractThatNeedsAYesDoesNotRenewItself() {
        List<Entry> timeline = List.of(underContract(0, Renewal.EXPLICIT, 365));

        assertThat(at(timeline, 370).openMatters()).extracting(Matter::type).containsExactly("renewal.missed");
    }

    @Test
    void theContractOfANewerRecordTakesThePlaceOfTheOneBefore() {
        List<Entry> timeline = List.of(underContract(0, yearly("K-9")), underContract(100, yearly("K-10")));

        Profile profile = FOLD.of(timeline);

        assertThat(profile.contracts()).containsOnlyKeys("K-10");
    }

    @Test
    void whoGivesNoticeOfTheNewerContractLeavesThoughTheOlderWasNeverEnded() {
        List<Entry> timeline = List.of(
                underContract(0, yearly("K-9")),
                underContract(100, yearly("K-10")),
                on(120, "termination.notified", "{\"contract\":\"K-10\",\"effective\":\"" + day(200) + "\"}"));

        assertThat(at(timeline, 199).life().state()).isEqualTo(LifeState.ACTIVE);
        assertThat(at(timeline, 201).life().state()).isEqualTo(LifeState.LOST);
    }

    @Test
    void aContractToldBySignalStaysBesideTheOneThatRecordsShow() {
        List<Entry> timeline = List.of(
                underContract(0, yearly("K-9")),
                on(50, "contract.started", "{\"contract\":\"second\",\"amount\":1000}"),
                underContract(100, yearly("K-10")));

        assertThat(FOLD.of(timeline).contracts()).containsOnlyKeys("K-10", "second");
    }

    @Test
    void mattersSettledByTimeLongAgoAreForgotten() {
        List<Entry> many = IntStream.range(0, 200)
                .mapToObj(
                        i -> on(20 * i, "support.ticket-opened", "{\"ticket\":\"t" + i + "\",\"priority\":\"normal\"}"))
                .toList();

        assertThat(FOLD.of(many).matters()).hasSizeLessThan(60);
        assertThat(FOLD.of(many).matters().getLast().since()).isEqualTo(day(20 * 199));
    }

    /** Midnight to midnight, in Paris. */
    private static Contract from(String start, String end) {
        return new Contract(
                "a", Renewal.TACIT, midnight(start), Optional.of(midnight(end)), Optional.empty(), Optional.empty());
    }

    private static List<String> ends(Contract told, String... seen) {
        return Arrays.stream(seen)
                .map(date -> Renewals.at(told, midnight(date), PARIS).end().orElseThrow())
                .peek(end -> assertThat(end.atZone(PARIS).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT))
                .map(end -> end.atZone(PARIS).toLocalDate().toString())
                .toList();
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(PARIS).toInstant();
    }

    private static Instant newYear(int later) {
        return NEW_YEAR.atZone(PARIS).plusYears(later).toInstant();
    }

    private static Contract yearly(String id) {
        return new Contract(
                id, Renewal.TACIT, day(0), Optional.of(day(365)), Optional.of(day(275)), Optional.of(day(335)));
    }

    private static RiskAssessed at(List<Entry> timeline, double day) {
        Instant instant = day(day);
        return watch().assessAsOf(timeline, CUSTOMER, instant).orElseThrow();
    }
}
