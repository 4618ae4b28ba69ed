package io.vigie.retention.golive;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Team;
import io.vigie.retention.ARisk;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Policies;
import io.vigie.retention.rehearsal.Side;
import io.vigie.retention.teams.Supply;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everybody is decided on at once, and what is begun fits into the time there is. */
class FitTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    /** Each worth more than the one before, so that each call brings more. */
    private static final List<Present> FORTY = IntStream.range(0, 40)
            .mapToObj(i -> ARisk.of("C-" + i).worth(600 + 20L * i).atRisk())
            .map(risk -> present(risk, false))
            .toList();

    @Test
    void withAllTheTimeEverybodyGetsWhatThePolicyWants() {
        Outlook outlook = outlook(FORTY, Map.of());

        assertThat(outlook.customers()).isEqualTo(40);
        assertThat(inWords(outlook.fits())).isEqualTo(Map.of("call", 40L));
        assertThat(outlook.fits()).isEqualTo(outlook.wanted());
        assertThat(outlook.terms().teams()).isEmpty();
    }

    @Test
    void whoDoesNotFitGetsWhatIsSofterAndTheDearestAreCalledFirst() {
        Outlook outlook = outlook(FORTY, Map.of(Team.CALL_CENTRE, List.of(60, 60)));

        assertThat(inWords(outlook.wanted())).isEqualTo(Map.of("call", 40L));
        assertThat(inWords(outlook.fits())).isEqualTo(Map.of("call", 8L, "letter", 32L));
        assertThat(outlook.fits().tasks().get("call-centre")).isEqualTo(Map.of(TODAY.plusDays(2), 8L));
        assertThat(outlook.terms().teams()).singleElement().satisfies(centre -> {
            assertThat(centre.minutesTaken()).isEqualTo(120);
            assertThat(centre.minutePrice()).isPositive();
            assertThat(centre.days()).hasSize(2);
        });
    }

    @Test
    void whereEvenLettersHaveNoTimeAMessageIsLeft() {
        Outlook outlook = outlook(FORTY, Map.of(Team.CALL_CENTRE, List.of(30, 30), Team.LETTER_DESK, List.of(15, 15)));

        assertThat(inWords(outlook.fits())).isEqualTo(Map.of("call", 4L, "letter", 10L, "message", 26L));
    }

    @Test
    void whoHasACaseAlreadyIsCountedAndLeftToIt() {
        Outlook outlook = outlook(List.of(present(ARisk.of("C-1").worth(900).atRisk(), true)), Map.of());

        assertThat(outlook.underWay()).isEqualTo(1);
        assertThat(outlook.fits().decisions()).isEmpty();
    }

    @Test
    void workThatTakesSeveralDaysIsSpreadOverThem() {
        Outlook outlook = outlook(FORTY, Map.of(Team.CALL_CENTRE, List.of(60, 60, 60, 60, 60)));

        assertThat(outlook.fits().tasks().get("call-centre"))
                .isEqualTo(Map.of(
                        TODAY.plusDays(2), 12L,
                        TODAY.plusDays(3), 4L,
                        TODAY.plusDays(6), 4L));
    }

    @Test
    void aComplaintOfTwoYearsAgoIsHistory() {
        Present longAgo =
                present(ARisk.of("C-1").worth(900).open("complaint.filed", TUESDAY.minus(Duration.ofDays(700))), false);

        assertThat(inWords(outlook(List.of(longAgo), Map.of()).fits())).isEqualTo(Map.of("keep watching", 1L));
    }

    @Test
    void whoLeftLongAgoIsLeftInPeace() {
        Present gone = present(ARisk.of("C-1").worth(900).leftAt(TUESDAY.minus(Duration.ofDays(300))), false);
        Present lately = present(ARisk.of("C-2").worth(900).leftAt(TUESDAY.minus(Duration.ofDays(12))), false);

        assertThat(inWords(outlook(List.of(gone, lately), Map.of()).fits()))
                .isEqualTo(Map.of("keep watching", 1L, "letter", 1L));
    }

    private static Present present(ARisk risk, boolean underWay) {
        return new Present(risk.assessed(), Past.NONE, risk.assessed().customer(), underWay);
    }

    private static Outlook outlook(List<Present> all, Map<Team, List<Integer>> minutes) {
        List<LocalDate> days = List.of(
                        TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3), TODAY.plusDays(6))
                .subList(0, minutes.values().stream().mapToInt(List::size).max().orElse(1));
        Knowledge known = Knowledge.NONE.since(Optional.of(TUESDAY.minus(Duration.ofDays(30))));
        return new Fit(all::forEach, Policies.still(), known, new Supply(days, minutes), TUESDAY, PARIS).outlook();
    }

    private static Map<String, Long> inWords(Side side) {
        return side.decisions().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().inWords(), Map.Entry::getValue));
    }
}
