package io.vigie.retention.letters;

import io.vigie.events.signal.Labels;
import io.vigie.events.signal.SignalCatalogue;
import java.util.Map;
import java.util.Optional;

/** What signals and the scorer's own features are called on paper. */
public final class Vocabulary {
    private final SignalCatalogue catalogue;
    private final Map<String, Labels> features;

    public Vocabulary(SignalCatalogue catalogue, Map<String, Labels> features) {
        this.catalogue = catalogue;
        this.features = Map.copyOf(features);
    }

    /** A factor in words; its own name where nobody has given it another. */
    String of(String factor, Language language) {
        return catalogue
                .find(factor)
                .map(type -> type.label().in(language.word()))
                .or(() -> Optional.ofNullable(features.get(factor)).map(labels -> labels.in(language.word())))
                .orElse(factor);
    }
}
