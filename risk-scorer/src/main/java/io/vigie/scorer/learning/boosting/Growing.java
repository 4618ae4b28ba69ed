package io.vigie.scorer.learning.boosting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Grows trees with XGBoost: one thread each, so that the machine's cores never change a figure. */
public final class Growing {
    private static final int PATIENCE = 40;

    private Growing() {}

    /**
     * How far it was worth going.
     *
     * @param rounds trees after which strangers were told best
     * @param logLoss how well they were told then
     */
    public record Worth(int rounds, double logLoss) {}

    /** Why there can be no trees here, if so: the native library needs the system's OpenMP runtime. */
    public static Optional<String> obstacle() {
        try {
            Matrix.of(new Lessons(new double[][] {{0}}, new boolean[] {true}, new double[] {0}))
                    .close();
            return Optional.empty();
        } catch (XGBoostError | LinkageError missing) {
            return Optional.of(
                    "trees cannot be fitted, for XGBoost's native library does not load here; on Linux it needs the"
                            + " OpenMP runtime: install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora, Alpine)");
        }
    }

    /** Grows the trees that a plan asks for. */
    public static Forest grow(Lessons lessons, BoostingPlan plan) {
        try {
            Booster booster = train(lessons, plan);
            try {
                return Grown.read(booster.toByteArray("json"));
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Booster train(Lessons lessons, BoostingPlan plan) throws XGBoostError {
        try (Matrix matrix = Matrix.of(lessons)) {
            return XGBoost.train(matrix.data, parameters(plan), plan.rounds(), Map.of(), null, null);
        }
    }

    /** Grows trees until strangers are no longer told better. */
    public static Worth tryOut(Lessons lessons, Lessons strangers, BoostingPlan plan) {
        try (Matrix known = Matrix.of(lessons);
                Matrix unknown = Matrix.of(strangers)) {
            float[][] losses = new float[1][plan.rounds()];
            XGBoost.train(
                            known.data,
                            parameters(plan),
                            plan.rounds(),
                            Map.of("strangers", unknown.data),
                            losses,
                            null,
                            null,
                            PATIENCE)
                    .dispose();
            int best = 0;
            for (int round = 1; round < plan.rounds() && losses[0][round] > 0; round++) {
                best = losses[0][round] < losses[0][best] ? round : best;
            }
            return new Worth(best + 1, losses[0][best]);
        } catch (XGBoostError failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, Object> parameters(BoostingPlan plan) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("eval_metric", "logloss");
        parameters.put("tree_method", "hist");
        parameters.put("base_score", 0.5);
        parameters.put("nthread", 1);
        parameters.put("seed", plan.seed());
        parameters.put("max_depth", plan.depth());
        parameters.put("eta", plan.step());
        parameters.put("min_child_weight", plan.leastCover());
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.7);
        parameters.put("lambda", 2);
        parameters.put("verbosity", 0);
        parameters.put("silent", 1);
        if (!plan.signs().isEmpty()) {
            parameters.put(
                    "monotone_constraints",
                    plan.signs().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
        }
        return parameters;
    }

    /** The native library's own copy of the lessons. */
    record Matrix(DMatrix data) implements AutoCloseable {
        static Matrix of(Lessons lessons) throws XGBoostError {
            int rows = lessons.inputs().length;
            int width = lessons.inputs()[0].length;
            float[] values = new float[rows * width];
            float[] labels = new float[rows];
            float[] margins = new float[rows];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < width; j++) {
                    values[i * width + j] = (float) lessons.inputs()[i][j];
                }
                labels[i] = lessons.left()[i] ? 1 : 0;
                margins[i] = (float) lessons.margins()[i];
            }
            DMatrix data = new DMatrix(values, rows, width, Float.NaN);
            data.setLabel(labels);
            data.setBaseMargin(margins);
            return new Matrix(data);
        }

        @Override
        public void close() {
            data.dispose();
        }
    }
}
