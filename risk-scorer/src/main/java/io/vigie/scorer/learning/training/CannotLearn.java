package io.vigie.scorer.learning.training;

/** There is nothing to be learned, with a sentence that says why and what to mend. */
public class CannotLearn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotLearn(String why) {
        super(why);
    }

    /** The sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
