package io.vigie.events.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the signal catalogue: what a type of signal means and how much it weighs before a company's own leavers
 * have spoken.
 *
 * @param type its name, as CloudEvents carry it
 * @param told how it is told to the customer; without it, by its label
 * @param role the part it plays beyond its weight
 * @param risk which risk against staying it bears on
 * @param weight log-odds of that risk per doubling of one plus the decayed count; negative where it keeps customers
 * @param halfLifeDays days after which its count has halved
 * @param usualOverDays where only a rise counts: the half-life of the customer's own usual count
 * @param variants first that fits wins; none means the type's own weight
 * @param remedies what it makes good
 * @param opens the matter it leaves open
 * @param settles the types whose open matter it settles
 * @param unavoidable the cause, where the type itself is unavoidable leaving
 * @param byHand whether people note it: they hear or see it where no system does
 * @param attributes JSON Schema of its data; {@code personal: true} marks what must stay out of logs and reasons
 */
public record SignalType(
        String type,
        Labels label,
        Optional<Told> told,
        Role role,
        Choice<Cause> cause,
        Choice<JourneyStage> stage,
        RiskKind risk,
        double weight,
        double halfLifeDays,
        Optional<Double> usualOverDays,
        Strength strength,
        List<Variant> variants,
        List<Remedy> remedies,
        Optional<OpenMatter> opens,
        List<String> settles,
        Optional<Cause> unavoidable,
        boolean byHand,
        JsonNode attributes) {

    public SignalType {
        require(type, "type", "(a file)");
        require(label, "label", type);
        require(cause, "cause", type);
        require(stage, "stage", type);
        require(attributes, "attributes", type);
        told = told == null ? Optional.empty() : told;
        role = role == null ? Role.OCCURRENCE : role;
        risk = risk == null ? RiskKind.BY_CHOICE : risk;
        halfLifeDays = halfLifeDays == 0 ? 90 : halfLifeDays;
        usualOverDays = usualOverDays == null ? Optional.empty() : usualOverDays;
        strength = strength == null ? Strength.ONE : strength;
        variants = variants == null ? List.of() : List.copyOf(variants);
        remedies = remedies == null ? List.of() : List.copyOf(remedies);
        opens = opens == null ? Optional.empty() : opens;
        settles = settles == null ? List.of() : List.copyOf(settles);
        unavoidable = unavoidable == null ? Optional.empty() : unavoidable;
        if (!type.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")) {
            throw new IllegalArgumentException(
                    "type \"" + type + "\" must be lower-case words joined by dots, such as complaint.filed");
        }
        if (type.startsWith("vigie.")) {
            throw new IllegalArgumentException("type \"" + type + "\": names under vigie. are Vigie's own events");
        }
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException(type + ": weight must be a number, is " + weight);
        }
        if (!(halfLifeDays > 0 && Double.isFinite(halfLifeDays))) {
            throw new IllegalArgumentException(type + ": halfLifeDays must be positive, is " + halfLifeDays);
        }
    }

    private static void require(@Nullable Object value, String field, String type) {
        if (value == null) {
            throw new IllegalArgumentException(type + " lacks \"" + field + "\"");
        }
    }

    public Optional<Variant> variantOf(JsonNode data) {
        for (Variant variant : variants) {
            if (variant.fits(data)) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    /** The counters that signals of this type feed: the type itself, or one for each variant. */
    @JsonIgnore
    public List<String> counters() {
        return variants.isEmpty()
                ? List.of(type)
                : variants.stream().map(this::counterOf).distinct().toList();
    }

    /** How signals that feed a counter are told: in the words of its variant, where it has some. */
    public Optional<Told> toldOf(String counter) {
        return variants.stream()
                .filter(variant -> counterOf(variant).equals(counter))
                .flatMap(variant -> variant.told().stream())
                .findFirst()
                .or(this::told);
    }

    public String counterOf(Variant variant) {
        return type + "/" + variant.name();
    }

    public double strengthOf(JsonNode data) {
        return strength.of(data);
    }

    public Optional<Cause> unavoidableCause(JsonNode data) {
        return unavoidable.or(() -> variantOf(data).flatMap(Variant::unavoidable));
    }
}
