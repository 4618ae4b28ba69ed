package io.vigie.scorer.learning.training;

import com.fasterxml.jackson.annotation.JsonValue;

/** The two ways of learning that compete. */
public enum Kind {
    LINEAR,
    BOOSTED;

    @JsonValue
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
