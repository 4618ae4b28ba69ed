package io.vigie.scorer.silence;

/** Gauss' hypergeometric series, which the libraries at hand lack. */
final class Hypergeometric {
    private static final int MOST_TERMS = 1_000_000;
    private static final double NEGLIGIBLE = 1e-15;

    private Hypergeometric() {}

    /** ₂F₁(a, b; c; z) for 0 ≤ z &lt; 1 as Σ (a)ₙ(b)ₙ/(c)ₙ · zⁿ/n! (NIST DLMF 15.2.1). */
    static double gauss(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            double ratio = (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
            term *= ratio;
            sum += term;
            boolean shrinks = Math.abs(ratio) < 1;
            if (shrinks && Math.abs(term) <= NEGLIGIBLE * (1 - z) * Math.abs(sum)) {
                return sum;
            }
        }
        return sum;
    }
}
