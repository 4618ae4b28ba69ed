package io.vigie.ingest.intake;

import static io.vigie.ingest.intake.Decision.accept;
import static io.vigie.ingest.intake.Decision.decline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.customer.Consent;
import io.vigie.ingest.intake.Wishes.Objection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides whether what is said of a customer's wishes can be taken, and says what is wrong where it cannot. */
public final class WishIntake {
    private static final String SHAPE = "consents: give a list, each with channel, purpose, given and at";
    private static final TypeReference<List<Consent>> CONSENTS = new TypeReference<>() {};

    private WishIntake() {}

    /**
     * @param now the wall clock, for the check against the future
     */
    public static Decision<List<Consent>> consents(String customer, JsonNode json, Instant now) {
        if (!json.isArray() || json.isEmpty()) {
            return decline(wrong(SHAPE));
        }
        Optional<Refusal> fault = fault(customer, json);
        return fault.isPresent() ? decline(fault.get()) : read(json, now);
    }

    /** The same of one word by itself, whose customer may have been found by another key. */
    public static Decision<Consented> consent(Optional<String> customer, JsonNode json, Instant now) {
        Optional<Refusal> nobody =
                Names.fault(customer, Reason.MISSING_CUSTOMER, "customer", "the customer's id in the CRM");
        if (nobody.isPresent()) {
            return decline(nobody.get());
        }
        if (!json.path("given").isBoolean()) {
            return decline(wrong("consents: given must say whether it is a yes (true) or a no (false)"));
        }
        return consents(
                        customer.orElseThrow(),
                        JsonNodeFactory.instance.arrayNode().add(json),
                        now)
                .then(one -> accept(new Consented(customer.orElseThrow(), one.getFirst())));
    }

    /** The same of an objection, or of its withdrawal, of which nothing more is said. */
    public static Decision<Objection> objection(String customer, boolean objects, Instant now) {
        Optional<Refusal> fault = nameFault(customer);
        return fault.isPresent() ? decline(fault.get()) : accept(new Objection(objects, now, Optional.empty()));
    }

    public static Decision<Objection> objection(String customer, boolean objects, JsonNode json, Instant now) {
        if (!json.isObject()) {
            return decline(wrong("objection: give an object with at and proof, or nothing"));
        }
        Optional<Refusal> fault = fault(customer, json);
        return fault.isPresent() ? decline(fault.get()) : read(objects, json, now);
    }

    private static Decision<List<Consent>> read(JsonNode json, Instant now) {
        try {
            List<Consent> consents = SentJson.READER.treeToValue(json, CONSENTS);
            if (consents.stream().anyMatch(WishIntake::lacksParts)
                    || json.valueStream().anyMatch(each -> !each.path("given").isBoolean())) {
                return decline(wrong(SHAPE));
            }
            return consents.stream()
                    .flatMap(consent -> Times.fault(Optional.of(consent.at()), now).stream())
                    .findFirst()
                    .<Decision<List<Consent>>>map(Decision::decline)
                    .orElseGet(() -> accept(consents));
        } catch (JsonProcessingException e) {
            return decline(wrong("consents" + JsonFaults.of(e)));
        }
    }

    private static Decision<Objection> read(boolean objects, JsonNode json, Instant now) {
        try {
            Objection said = SentJson.READER.treeToValue(completed(json, objects, now), Objection.class);
            return Times.fault(Optional.of(said.at()), now)
                    .<Decision<Objection>>map(Decision::decline)
                    .orElseGet(() -> accept(said));
        } catch (JsonProcessingException e) {
            return decline(wrong("objection: " + JsonFaults.of(e)));
        }
    }

    private static JsonNode completed(JsonNode json, boolean objects, Instant now) {
        ObjectNode said = json.deepCopy();
        said.put("objects", objects);
        JsonNode at = said.path("at");
        boolean unsaid = at.isMissingNode()
                || at.isNull()
                || (at.isTextual() && at.textValue().isBlank());
        return unsaid ? said.put("at", now.toString()) : said;
    }

    static boolean lacksParts(Consent consent) {
        return Objects.isNull(consent)
                || Objects.isNull(consent.channel())
                || Objects.isNull(consent.purpose())
                || Objects.isNull(consent.at());
    }

    private static Optional<Refusal> fault(String customer, JsonNode json) {
        return nameFault(customer).or(() -> SoundJson.fault(json).map(WishIntake::wrong));
    }

    private static Optional<Refusal> nameFault(String customer) {
        return Names.fault(Optional.of(customer), Reason.MISSING_CUSTOMER, "id", "the customer's id in the CRM");
    }

    private static Refusal wrong(String detail) {
        return Reason.WRONG_CUSTOMER.because(detail);
    }
}
