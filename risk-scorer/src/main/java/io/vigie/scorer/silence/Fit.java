package io.vigie.scorer.silence;

import java.util.List;

/**
 * What came of fitting a model to data: the model, or why there is none.
 *
 * @param <M> the model's kind
 */
public sealed interface Fit<M> {
    /**
     * A model of greatest likelihood.
     *
     * @param notes what whoever uses it should know, such as a parameter that ran to its bound
     */
    record Found<M>(M model, double logLikelihood, List<String> notes) implements Fit<M> {
        public Found {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Data from which nothing can be told.
     *
     * @param why a sentence that says what they lack
     */
    record Impossible<M>(String why) implements Fit<M> {}
}
