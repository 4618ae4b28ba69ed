package io.vigie.retention.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.retention.rehearsal.Logged.Arm;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** On made-up logs whose truth is known. */
class DoublyRobustLaws {
    private static final double EXPLORED = 0.2;
    private static final double MEAN_GAIN = 30;
    /** What the draft really adds: the live policy explores, and has its share of it already. */
    private static final double TRUE_GAIN = (1 - EXPLORED) * MEAN_GAIN;

    @Property(tries = 50)
    void aDraftThatDoesTheSameBringsExactlyAsMuch(@ForAll Random chance, @ForAll @IntRange(min = 1, max = 40) int n) {
        DoublyRobust estimate = new DoublyRobust();
        for (int i = 0; i < n; i++) {
            estimate.take(new Logged(
                    "C-" + i,
                    0.5,
                    chance.nextGaussian(),
                    List.of(new Arm(1, 1, true, chance.nextGaussian(), chance.nextBoolean()))));
        }

        DoublyRobust.Evidence evidence = estimate.evidence();
        assertThat(evidence.difference().estimate()).isZero();
        assertThat(evidence.moved()).isZero();
        assertThat(Effect.of(evidence, 1).finding()).isEqualTo(Finding.SAME);
    }

    /** Five in a hundred may miss; of a hundred logs, more than twelve would be one in a thousand. */
    @Example
    void theIntervalCoversTheTruthThoughTheModelIsWrong() {
        long covered = IntStream.range(0, 100)
                .mapToObj(seed -> log(new Random(seed), 400, 1, -0.5).difference())
                .filter(found -> found.low() <= TRUE_GAIN && TRUE_GAIN <= found.high())
                .count();

        assertThat(covered).isGreaterThanOrEqualTo(88);
    }

    @Example
    void aBiasedModelIsCorrectedByThePropensities() {
        double mean = IntStream.range(0, 100)
                .mapToDouble(
                        seed -> log(new Random(seed), 400, 1, -0.5).difference().estimate())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(TRUE_GAIN, within(2.5));
    }

    /** The other of the two that may be wrong. */
    @Example
    void wrongPropensitiesAreForgivenWhereTheModelIsRight() {
        double mean = IntStream.range(0, 100)
                .mapToDouble(seed ->
                        log(new Random(seed), 400, 1, 1, 0.6).difference().estimate())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(TRUE_GAIN, within(2.5));
    }

    /** A customer's decisions are alike, so ten of one tell hardly more than one. */
    @Property(tries = 20)
    void manyDecisionsOfFewCustomersMakeNoNarrowInterval(@ForAll @IntRange(min = 2, max = 10) int times) {
        Interval once = log(new Random(7), 200, 1, 1).difference();
        Interval often = log(new Random(7), 200, times, 1).difference();

        assertThat(often.estimate()).isCloseTo(once.estimate(), within(1e-9));
        assertThat(width(often)).isCloseTo(width(once), within(1e-6));
    }

    @Property(tries = 30)
    void whereWhatItWouldDoHadNoChanceTheDataCannotTell(@ForAll @DoubleRange(min = -50, max = 50) double expected) {
        DoublyRobust estimate = new DoublyRobust();
        for (int i = 0; i < 500; i++) {
            estimate.take(new Logged(
                    "C-" + i, 1, i % 7, List.of(new Arm(1, 0, true, 3, true), new Arm(0, 1, false, expected, false))));
        }

        Effect effect = Effect.of(estimate.evidence(), 1);
        assertThat(effect.finding()).isEqualTo(Finding.NO_OVERLAP);
        assertThat(effect.overlap()).isZero();
        assertThat(effect.difference()).isEmpty();
    }

    @Example
    void whatWasHardlyEverDoneOrNeverCarriedOutOrIsTooYoungTellsNothing() {
        assertThat(Effect.of(new DoublyRobust().evidence(), 1).finding()).isEqualTo(Finding.NOTHING_KNOWN_YET);
        assertThat(Effect.of(log(new Random(1), 40, 1, 1), 1).finding()).isEqualTo(Finding.SELDOM_DONE);
        assertThat(Effect.of(log(new Random(1), 4_000, 1, 1), 0.2).finding()).isEqualTo(Finding.NOT_CARRIED_OUT);
        assertThat(Effect.of(log(new Random(1), 4_000, 1, 1), 1).finding()).isEqualTo(Finding.KEEPS_MORE);
    }

    private static double width(Interval one) {
        return one.high() - one.low();
    }

    private static DoublyRobust.Evidence log(Random chance, int customers, int times, double model) {
        return log(chance, customers, times, model, EXPLORED);
    }

    /**
     * Live always does the first thing but explores; the draft always does the other.
     *
     * @param model how much of the true gain the model expects
     * @param said the propensity that the log states for what is explored
     */
    private static DoublyRobust.Evidence log(Random chance, int customers, int times, double model, double said) {
        DoublyRobust estimate = new DoublyRobust();
        for (int i = 0; i < customers; i++) {
            boolean other = chance.nextDouble() < EXPLORED;
            double base = 100 * chance.nextDouble();
            double gain = 2 * MEAN_GAIN * chance.nextDouble();
            double reward = base + (other ? gain : 0) + 20 * chance.nextGaussian();
            for (int time = 0; time < times; time++) {
                estimate.take(new Logged(
                        "C-" + i,
                        other ? said : 1 - said,
                        reward,
                        List.of(
                                new Arm(1 - EXPLORED, 0, true, base, !other),
                                new Arm(EXPLORED, 1, true, base + model * gain, other))));
            }
        }
        return estimate.evidence();
    }
}
