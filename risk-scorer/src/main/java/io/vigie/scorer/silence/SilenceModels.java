package io.vigie.scorer.silence;

import java.util.Map;

/**
 * The parameters in use: those fitted on a cohort's own orders, else on everybody's, else those given.
 *
 * @param given by the scorecard, borrowed until something is fitted
 * @param fitted by cohort
 * @param version tells one state from the next; 0 where nothing is fitted
 */
public record SilenceModels(MbgNbd given, Map<String, Named> fitted, long version) {
    /** The cohort that everybody belongs to. */
    public static final String ALL = "all";

    private static final String BORROWED = "borrowed";

    public SilenceModels {
        fitted = Map.copyOf(fitted);
    }

    /** Parameters with the name under which an assessment says that it used them. */
    public record Named(String name, MbgNbd model) {}

    public static SilenceModels borrowed(MbgNbd given) {
        return new SilenceModels(given, Map.of(), 0);
    }

    public Named of(String cohort) {
        Named own = fitted.get(cohort);
        Named everybodys = own == null ? fitted.get(ALL) : own;
        return everybodys == null ? new Named(BORROWED, given) : everybodys;
    }
}
