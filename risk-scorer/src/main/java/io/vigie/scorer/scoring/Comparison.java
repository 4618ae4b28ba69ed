package io.vigie.scorer.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A shadow beside a champion, on the same customers at the same instants.
 *
 * @param agreement how they spoke, at every look
 * @param ofChampion how the champion told those of whom it is known by now what came, each once a month
 * @param ofShadow how the shadow told the same
 */
public record Comparison(
        String champion, String shadow, Agreement agreement, TrackRecord ofChampion, TrackRecord ofShadow) {

    /**
     * Figures to read.
     *
     * @param meanDifference what the shadow says above the champion, on average
     * @param meanDistance the same without its sign
     * @param sameLevel the share of looks at which both say the same level
     * @param known customers and months of which it is known what came
     * @param left of them, who left
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Figures(
            long looks,
            double meanDifference,
            double meanDistance,
            double sameLevel,
            long known,
            long left,
            Optional<Told> champion,
            Optional<Told> shadow) {}

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Figures figures() {
        double looks = Math.max(1, agreement.looks());
        return new Figures(
                agreement.looks(),
                agreement.difference() / looks,
                agreement.distance() / looks,
                agreement.sameLevel(),
                ofChampion.known(),
                ofChampion.leavers(),
                Told.of(ofChampion),
                Told.of(ofShadow));
    }

    public Comparison with(Comparison other) {
        return new Comparison(
                champion,
                shadow,
                agreement.with(other.agreement()),
                ofChampion.with(other.ofChampion()),
                ofShadow.with(other.ofShadow()));
    }
}
