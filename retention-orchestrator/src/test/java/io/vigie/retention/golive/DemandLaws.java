package io.vigie.retention.golive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What fits into a team's time, whoever comes first. */
class DemandLaws {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    record Wish(double perMinute, int minutes) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(Arbitraries.doubles().between(0.1, 50).ofScale(1), Arbitraries.of(3, 15, 150, 240))
                .as(Wish::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void whichIsKeptDependsOnNoOrderOfComing(
            @ForAll("wishes") List<Wish> wishes,
            @ForAll @IntRange(min = 0, max = 3_000) int there,
            @ForAll Random order) {
        List<Wish> shuffled = new ArrayList<>(wishes);
        Collections.shuffle(shuffled, order);

        Demand one = demand(there, wishes);
        Demand other = demand(there, shuffled);

        assertThat(other.taken()).isEqualTo(one.taken());
        assertThat(other.refusedSome()).isEqualTo(one.refusedSome());
        assertThat(other.bestRefused()).isEqualTo(one.bestRefused());
    }

    /** The dearest come first, up to the first that does not fit. */
    @Property(tries = 300)
    void itIsWhatARankedListWouldKeep(
            @ForAll("wishes") List<Wish> wishes, @ForAll @IntRange(min = 0, max = 3_000) int there) {
        double price = Double.NEGATIVE_INFINITY;
        long sum = 0;
        for (Wish wish : wishes.stream()
                .sorted(Comparator.comparingDouble(Wish::perMinute).reversed())
                .toList()) {
            sum += wish.minutes();
            if (sum > there) {
                price = wish.perMinute();
                break;
            }
        }
        double bar = price;

        Demand demand = demand(there, wishes);

        assertThat(demand.bestRefused()).isEqualTo(bar);
        assertThat(demand.taken())
                .isEqualTo(wishes.stream()
                        .filter(wish -> wish.perMinute() > bar)
                        .mapToLong(Wish::minutes)
                        .sum())
                .isLessThanOrEqualTo(there);
    }

    @Property(tries = 200)
    void noDayHasMoreThanTheDaysUpToItHaveTimeFor(
            @ForAll("wishes") List<Wish> wishes, @ForAll @IntRange(min = 0, max = 600) int aDay) {
        List<LocalDate> days = IntStream.range(0, 5).mapToObj(MONDAY::plusDays).toList();
        Demand demand = demand(5L * aDay, wishes);

        List<Terms.Cut> cuts = demand.days(days, Collections.nCopies(5, aDay));

        assertThat(cuts).isSortedAccordingTo(Comparator.comparing(Terms.Cut::day));
        for (Terms.Cut cut : cuts) {
            long until = (ChronoUnit.DAYS.between(MONDAY, cut.day()) + 1) * aDay;
            long above = wishes.stream()
                    .filter(wish -> wish.perMinute() > Math.max(cut.from(), demand.bestRefused()))
                    .mapToLong(Wish::minutes)
                    .sum();
            assertThat(above).isLessThanOrEqualTo(until);
        }
    }

    private static Demand demand(long there, List<Wish> wishes) {
        Demand demand = new Demand(there);
        wishes.forEach(wish -> demand.want(wish.perMinute(), wish.minutes()));
        return demand;
    }
}
