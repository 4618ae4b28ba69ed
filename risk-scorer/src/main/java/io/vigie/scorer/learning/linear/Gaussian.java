package io.vigie.scorer.learning.linear;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is believed of a weight before, or known after.
 *
 * @param spread its standard deviation
 */
public record Gaussian(double mean, double spread) {
    private static final double CENTRAL_95 = 1.959963984540054;

    public Gaussian {
        if (!(spread > 0)) {
            throw new IllegalArgumentException("a belief needs a spread above 0, not " + spread);
        }
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double low() {
        return mean - CENTRAL_95 * spread;
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double high() {
        return mean + CENTRAL_95 * spread;
    }
}
