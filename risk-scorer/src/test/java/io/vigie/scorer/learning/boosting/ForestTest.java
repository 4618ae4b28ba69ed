package io.vigie.scorer.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class ForestTest {
    private static final Lessons LESSONS = lessons(2_000, 3);
    private static final BoostingPlan PLAN = new BoostingPlan(5, .1, 1, 60, 9, List.of());

    @Test
    void treesWalkedHereSayWhatTheLibrarySays() throws XGBoostError {
        Booster booster = Growing.train(LESSONS, PLAN);
        Forest forest = Grown.read(booster.toByteArray("json"));
        Lessons strangers = lessons(500, 4);

        try (Growing.Matrix matrix = Growing.Matrix.of(strangers)) {
            float[][] told = booster.predict(matrix.data(), true);
            for (int i = 0; i < told.length; i++) {
                double here = strangers.margins()[i] + forest.adds(strangers.inputs()[i]);
                assertThat(here).isCloseTo(told[i][0], within(1e-5));
                assertThat(1 / (1 + Math.exp(-here))).isCloseTo(1 / (1 + Math.exp(-told[i][0])), within(1e-6));
            }
        } finally {
            booster.dispose();
        }
    }

    @Test
    void sharesSumToWhatTheTreesAdd() {
        Forest forest = Growing.grow(LESSONS, PLAN);

        for (double[] inputs : lessons(100, 5).inputs()) {
            double sum =
                    forest.expected() + Arrays.stream(forest.shares(inputs)).sum();
            assertThat(sum).isCloseTo(forest.adds(inputs), within(1e-9));
        }
    }

    @Test
    void sharesAreShapleyValues() {
        // a question on input 1 below one on input 0, and another on input 0 again
        Tree tree = new Tree(List.of(
                new Node.Split(0, 0, true, 1, 2, 10),
                new Node.Split(1, 0, true, 3, 4, 6),
                new Node.Split(0, 1, true, 5, 6, 4),
                new Node.Leaf(1, 4),
                new Node.Leaf(-2, 2),
                new Node.Leaf(3, 1),
                new Node.Leaf(5, 3)));
        double[] inputs = {-1, 1};

        double[] shares = new Forest(List.of(tree)).shares(inputs);

        // worth of each coalition by hand: none .4·(.75·5+.25·3)+.6·0 = 1.8, {0}: 0, {1}: .6·−2+.4·4.5 = .6, both −2
        assertThat(shares[0]).isCloseTo((0 - 1.8 + -2 - .6) / 2, within(1e-12));
        assertThat(shares[1]).isCloseTo((.6 - 1.8 + -2 - 0) / 2, within(1e-12));
    }

    @Test
    void aSignIsKeptEverywhere() {
        Forest forest = Growing.grow(LESSONS, new BoostingPlan(4, .1, 1, 40, 9, List.of(-1, 0, 0)));

        for (double[] inputs : lessons(100, 6).inputs()) {
            double before = forest.adds(inputs);
            double after = forest.adds(new double[] {inputs[0] + 1, inputs[1], inputs[2]});
            assertThat(after).isLessThanOrEqualTo(before + 1e-9);
        }
    }

    @Test
    void theSameSeedGrowsTheSameTrees() {
        assertThat(Growing.grow(LESSONS, PLAN)).isEqualTo(Growing.grow(LESSONS, PLAN));
    }

    private static Lessons lessons(int customers, long seed) {
        Random random = new Random(seed);
        double[][] inputs = new double[customers][3];
        boolean[] left = new boolean[customers];
        double[] margins = new double[customers];
        for (int i = 0; i < customers; i++) {
            inputs[i][0] = random.nextGaussian();
            inputs[i][1] = random.nextInt(3);
            inputs[i][2] = random.nextDouble() < .1 ? Double.NaN : random.nextGaussian();
            margins[i] = -1 + .1 * random.nextGaussian();
            double logOdds = margins[i] + (inputs[i][0] > 0 && inputs[i][1] == 1 ? 2 : 0);
            left[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        return new Lessons(inputs, left, margins);
    }
}
