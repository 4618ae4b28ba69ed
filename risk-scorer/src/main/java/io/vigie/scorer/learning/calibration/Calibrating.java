package io.vigie.scorer.learning.calibration;

import java.util.List;

/** Fits the ways of calibrating that there are. */
public enum Calibrating {
    IDENTITY {
        @Override
        public Calibration fit(boolean[] left, double[] logOdds) {
            return new Calibration.Identity();
        }
    },
    PLATT {
        @Override
        public Calibration fit(boolean[] left, double[] logOdds) {
            return PlattFit.fit(left, logOdds);
        }
    },
    ISOTONIC {
        @Override
        public Calibration fit(boolean[] left, double[] logOdds) {
            return Pava.fit(left, logOdds);
        }
    };

    public static final List<Calibrating> ALL = List.of(values());

    /** Fits on scores that the model gave to customers it had not learned from. */
    public abstract Calibration fit(boolean[] left, double[] logOdds);
}
