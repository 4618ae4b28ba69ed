package io.vigie.scorer.profile;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.risk.ComingDate;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralContractsTest {
    private final Entry open = on(0, "contract.started", "{\"contract\":\"A\"}");
    private final Entry ending = explicit(1, "B", 72);

    @Test
    void theEndOfOneIsMissedThoughAnotherHasNone() {
        assertThat(at(10, open, ending).comingDates()).contains(new ComingDate("renewal.missed", day(72)));
        assertThat(at(73, open, ending).openMatters()).extracting(Matter::type).containsExactly("renewal.missed");
        assertThat(at(300, open, ending).life().state()).isEqualTo(LifeState.ACTIVE);
    }

    @Test
    void ofTwoMissedTheOneThatCountsForMostIsTheReason() {
        RiskAssessed both = at(90, explicit(0, "A", 60), ending);

        assertThat(both.byChoice().reasons())
                .filteredOn(reason -> reason.factor().equals("renewal.missed"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.count()).isBetween(0.8, 1.0));
        assertThat(both.comingDates()).extracting(ComingDate::what).contains("lost");
    }

    @Test
    void whoRenewedUnderANewNumberMissedNothing() {
        Entry old = explicit(0, "A", 100);

        for (Entry next : List.of(explicit(88, "B", 465), explicit(150, "B", 515), tacit(88, "B", 465))) {
            assertThat(at(160, old, next).openMatters()).isEmpty();
        }
        assertThat(at(99, old, explicit(88, "B", 465)).comingDates())
                .doesNotContain(new ComingDate("renewal.missed", day(100)));
    }

    @Test
    void anotherThatEndsNoLaterOrOnlyRenewedItselfTakesNoContractsPlace() {
        assertThat(at(105, explicit(0, "A", 100), explicit(50, "B", 90)).openMatters())
                .extracting(Matter::type)
                .containsExactly("renewal.missed");
        assertThat(at(105, tacit(0, "B", 101), explicit(1, "A", 100)).openMatters())
                .extracting(Matter::type)
                .containsExactly("renewal.missed");
    }

    @Test
    void aRenewalMissedIsSettledWhenTheSignalOfItWouldBe() {
        assertThat(at(251, open, ending).openMatters()).hasSize(1);
        assertThat(at(252, open, ending).openMatters()).isEmpty();
        assertThat(at(252, open, ending).byChoice().reasons())
                .extracting(reason -> reason.factor())
                .doesNotContain("renewal.missed");
    }

    @Test
    void eachThatRenewsItselfSaysWhenAndEndsNothing() {
        List<ComingDate> coming = at(10, tacit(0, "A", 100), tacit(1, "B", 200)).comingDates();

        assertThat(coming)
                .containsSubsequence(
                        new ComingDate("contract-renews", day(100)), new ComingDate("contract-renews", day(200)));
        assertThat(at(1_000, tacit(0, "A", 100), ending).life().state()).isEqualTo(LifeState.ACTIVE);
    }

    @Test
    void whoGaveNoticeOfEachIsGoneWhenTheLastEnds() {
        Entry first = notice(20, "A", 50);
        Entry second = notice(21, "B", 60);

        assertThat(at(100, open, ending, first).life().state()).isEqualTo(LifeState.ACTIVE);
        assertThat(at(59, open, ending, first, second).life().state()).isEqualTo(LifeState.ACTIVE);
        assertThat(at(100, open, ending, first, second).life().endedAt()).hasValue(day(60));
    }

    @Test
    void aNoticeThatNamesNoContractIsOfOneOnly() {
        Entry unnamed = on(20, "termination.notified", "{\"effective\":\"" + day(50) + "\"}");

        assertThat(at(55, open, ending, unnamed).life().state()).isEqualTo(LifeState.ACTIVE);
        assertThat(at(65, open, ending, unnamed, notice(21, "B", 60)).life().endedAt())
                .hasValue(day(60));
    }

    @Test
    void twoLettersForTheSameDateEndOneContract() {
        String effective = "{\"effective\":\"%s\"}";
        Entry letter = on(20, "termination.notified", effective.formatted(day(50)));
        Entry again = on(24, "termination.notified", effective.formatted(day(50)));
        Entry other = on(24, "termination.notified", effective.formatted(day(60)));

        assertThat(at(65, open, ending, letter, again).life().state()).isEqualTo(LifeState.ACTIVE);
        assertThat(at(65, open, ending, letter, other).life().endedAt()).hasValue(day(60));
    }

    private static Entry explicit(double day, String contract, double end) {
        return started(day, contract, "explicit", end);
    }

    private static Entry tacit(double day, String contract, double end) {
        return started(day, contract, "tacit", end);
    }

    private static Entry started(double day, String contract, String renewal, double end) {
        return on(
                day,
                "contract.started",
                "{\"contract\":\"%s\",\"renewal\":\"%s\",\"end\":\"%s\"}".formatted(contract, renewal, day(end)));
    }

    private static Entry notice(double day, String contract, double effective) {
        return on(
                day,
                "termination.notified",
                "{\"contract\":\"%s\",\"effective\":\"%s\"}".formatted(contract, day(effective)));
    }

    private static RiskAssessed at(double day, Entry... timeline) {
        return watch().assessAsOf(List.of(timeline), CUSTOMER, day(day)).orElseThrow();
    }
}
