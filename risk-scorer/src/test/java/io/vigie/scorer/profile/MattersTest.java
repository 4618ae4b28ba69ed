package io.vigie.scorer.profile;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.RiskAssessed;
import java.util.List;
import org.junit.jupiter.api.Test;

class MattersTest {
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Test
    void aMatterThatIsToldAgainIsOneAndOpenSinceItWasToldFirst() {
        List<Entry> told = List.of(complaint(0, "K"), complaint(10, "K"));

        assertThat(at(20, told).openMatters()).singleElement().satisfies(matter -> {
            assertThat(matter.count()).isEqualTo(1);
            assertThat(matter.since()).isEqualTo(day(0));
        });
        assertThat(at(20, List.of(complaint(0, "K"), complaint(10, "L"))).openMatters())
                .singleElement()
                .satisfies(matter -> assertThat(matter.count()).isEqualTo(2));
    }

    @Test
    void ofTwoWithoutAKeyNobodyCanTellThatTheyAreOne() {
        assertThat(FOLD.of(List.of(on(0, "complaint.filed"), on(10, "complaint.filed")))
                        .matters())
                .hasSize(2);
    }

    @Test
    void whatWasToldTwiceIsMadeGoodWhole() {
        List<Entry> failed = List.of(
                on(0, "payment.failed", "{\"invoice\":\"i\"}"),
                on(7, "payment.failed", "{\"invoice\":\"i\"}"),
                on(9, "payment.recovered", "{\"invoice\":\"i\"}"));

        assertThat(FOLD.of(failed).matters()).isEmpty();
        assertThat(FOLD.of(failed).counts().get("payment.failed").amount()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aDateToldAnewHolds() {
        List<Entry> moved = List.of(notice(0, 40), notice(10, 60));

        assertThat(FOLD.of(moved).matters()).singleElement().satisfies(matter -> {
            assertThat(matter.since()).isEqualTo(day(0));
            assertThat(matter.until()).hasValue(day(60));
        });
    }

    @Test
    void whatIsToldAfterItWasSettledIsNew() {
        Entry resolved = on(5, "complaint.resolved", "{\"complaint\":\"K\"}");

        assertThat(FOLD.of(List.of(complaint(0, "K"), resolved, complaint(10, "K")))
                        .matters())
                .singleElement()
                .satisfies(matter -> assertThat(matter.since()).isEqualTo(day(10)));
    }

    @Test
    void whatHappenedWithTheAccountManagerIsRememberedWhenItIsSettledAndInTheNextLife() {
        List<Entry> back = List.of(
                on(0, "incident.with-account-manager", "{\"incident\":\"i\"}"),
                on(5, "account.closed"),
                on(9, "customer.returned"));

        assertThat(FOLD.of(back.subList(0, 1)).incident()).isTrue();
        assertThat(FOLD.of(back).life().orElseThrow().number()).isEqualTo(2);
        assertThat(FOLD.of(back).incident()).isTrue();
        assertThat(FOLD.of(List.of(complaint(0, "K"))).incident()).isFalse();
    }

    @Test
    void theTimelineTellsOfAnIncidentWhateverTheProfileRemembers() {
        Entry incident = on(0, "incident.with-account-manager", "{\"incident\":\"i\"}");

        assertThat(incident.incident()).isTrue();
        assertThat(new Entry.Earlier(CUSTOMER, FOLD.of(List.of(incident))).incident())
                .isTrue();
        assertThat(complaint(0, "K").incident()).isFalse();
    }

    private static Entry complaint(double day, String key) {
        return on(day, "complaint.filed", "{\"complaint\":\"" + key + "\"}");
    }

    private static Entry notice(double day, double effective) {
        return on(day, "termination.notified", "{\"contract\":\"A\",\"effective\":\"" + day(effective) + "\"}");
    }

    private static RiskAssessed at(double day, List<Entry> timeline) {
        return watch().assessAsOf(timeline, CUSTOMER, day(day)).orElseThrow();
    }
}
