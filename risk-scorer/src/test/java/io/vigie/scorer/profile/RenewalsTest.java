package io.vigie.scorer.profile;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalsTest {
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Test
    void aContractThatRenewsItselfHasItsWindowEachTermThoughNobodySendsItAgain() {
        List<Entry> timeline = List.of(underContract(0, yearly("a")));
        for (int year = 0; year < 4; year++) {
            RiskAssessed open = at(timeline, 365 * year + 300);
            RiskAssessed closed = at(timeline, 365 * year + 340);

            assertThat(open.openMatters()).extracting(Matter::type).containsExactly("notice-window.opened");
            assertThat(closed.openMatters()).isEmpty();
            assertThat(closed.comingDates()).contains(new ComingDate("contract-renews", day(365 * (year + 1))));
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
        Contract contract = yearly("a");

        assertThat(Renewals.at(Renewals.at(contract, day(400)), day(1_900)))
                .isEqualTo(Renewals.at(contract, day(1_900)));
    }

    @Test
    void whereTheBeginningIsThatOfTheRelationshipATermIsAYear() {
        Contract old = new Contract(
                "a", Renewal.TACIT, day(-4_000), Optional.of(day(100)), Optional.empty(), Optional.empty());

        assertThat(Renewals.at(old, day(100)).end()).hasValue(day(465));
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

    private static Contract yearly(String id) {
        return new Contract(
                id, Renewal.TACIT, day(0), Optional.of(day(365)), Optional.of(day(275)), Optional.of(day(335)));
    }

    private static RiskAssessed at(List<Entry> timeline, double day) {
        Instant instant = day(day);
        return watch().assessAsOf(timeline, CUSTOMER, instant).orElseThrow();
    }
}
