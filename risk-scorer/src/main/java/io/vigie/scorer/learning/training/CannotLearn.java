package io.vigie.scorer.learning.training;

import java.util.Optional;

/** There is nothing to be learned, with a sentence that says why and what to mend. */
public class CannotLearn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Remark> remark;

    public CannotLearn(String why) {
        super(why);
        remark = Optional.empty();
    }

    public CannotLearn(Remark why) {
        super(why.text());
        remark = Optional.of(why);
    }

    /** The sentence by its code, where it has one. */
    public Optional<Remark> remark() {
        return remark;
    }

    /** The sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
