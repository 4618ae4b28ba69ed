package io.vigie.retention.desk;

import io.vigie.events.Word;
import java.util.Optional;

/** The scorer's own features that may stand among reasons or coming dates beside the types of signals. */
public enum Feature implements Word {
    SILENCE,
    SPEND,
    TENURE,
    CONTRACT_RENEWS,
    NOTICE_CLOSES,
    DORMANT,
    LOST;

    static Optional<Feature> named(String factor) {
        for (Feature feature : values()) {
            if (feature.word().equals(factor)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
