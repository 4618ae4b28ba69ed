package io.vigie.retention.letters;

import io.vigie.events.retention.Offer;
import io.vigie.events.signal.Labels;
import java.util.Map;
import java.util.Optional;

/** {@code offers.yaml}: how offers are put in writing. */
public record Offers(Map<String, Labels> sentences) {
    public Offers {
        sentences = Map.copyOf(sentences);
    }

    /** Whether an offer is ever put in writing. */
    public boolean write(Offer offer) {
        return sentences.containsKey(offer.name());
    }

    /** The sentence; none where there is none, or somebody has to approve of the offer first. */
    public Optional<String> sentence(Optional<Offer> allowed, Language language) {
        return allowed.filter(offer -> !offer.needsApproval())
                .flatMap(offer -> Optional.ofNullable(sentences.get(offer.name())))
                .map(labels -> labels.in(language.word()));
    }
}
