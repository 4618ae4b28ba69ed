package io.vigie.scorer.scoring;

import java.util.Optional;

/** Which model speaks, and which is only listened to; either may change between any two looks. */
public interface Speaking {
    ScoringModel champion();

    /** The model that scores beside the champion, without effect. */
    Optional<ScoringModel> shadow();

    /** Always the same one, alone. */
    static Speaking always(ScoringModel model) {
        return new Speaking() {
            @Override
            public ScoringModel champion() {
                return model;
            }

            @Override
            public Optional<ScoringModel> shadow() {
                return Optional.empty();
            }
        };
    }
}
