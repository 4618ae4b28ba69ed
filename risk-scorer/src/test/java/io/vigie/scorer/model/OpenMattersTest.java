package io.vigie.scorer.model;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.risk.Matter;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenMattersTest {
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Test
    void oneOfAKindIsItsOwnNewest() {
        assertThat(openOn(20, complaint(3, "a"))).isEqualTo(Matter.one("complaint.filed", day(3), Optional.empty()));
    }

    @Test
    void theNoticeOfASecondContractIsToldBesideTheFirst() {
        Matter both = openOn(20, notice(3, "a"), notice(10, "b"));

        assertThat(both.since()).isEqualTo(day(3));
        assertThat(both.newest()).isEqualTo(day(10));
        assertThat(both.count()).isEqualTo(2);
    }

    @Test
    void theSameNoticeToldAgainIsNoneTheNewer() {
        assertThat(openOn(20, notice(3, "a"), notice(10, "a")).newest()).isEqualTo(day(3));
        assertThat(openOn(20, notice(3, "a"), notice(5, "b"), notice(10, "a")).newest())
                .isEqualTo(day(5));
    }

    @Test
    void whatIsSettledIsNotTheNewestAnyMore() {
        Matter left = openOn(
                20, complaint(3, "a"), complaint(10, "b"), on(12, "complaint.resolved", "{\"complaint\":\"b\"}"));

        assertThat(left).isEqualTo(Matter.one("complaint.filed", day(3), Optional.empty()));
    }

    private static Matter openOn(int day, Entry... entries) {
        List<Matter> open = OpenMatters.at(FOLD.of(List.of(entries)), SCORECARD, CATALOGUE, day(day));
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private static Entry complaint(int day, String id) {
        return on(day, "complaint.filed", "{\"complaint\":\"" + id + "\"}");
    }

    private static Entry notice(int day, String contract) {
        return on(day, "termination.notified", "{\"contract\":\"" + contract + "\"}");
    }
}
