package io.vigie.ingest.source;

import static io.vigie.ingest.intake.Decision.accept;
import static io.vigie.ingest.intake.Decision.decline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.AliasKeys;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Forgetting;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.intake.Subjects;
import io.vigie.ingest.intake.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Holds what a mapping gave against the same rules as what comes over HTTP. */
record MappingResult(String defaultSource, SignalIntake intake, Identities identities, Instant now) {
    private static final int MOST_KEYS = 20;
    /** Among the keys by system, the id in the CRM of whoever is known by none of the others. */
    private static final String OWN = "id";

    private static final String SHAPE =
            "the mapping must give {signals: [...], customers: [...], consents: [...], erasures: [...]}";

    Decision<MappedRow> check(JsonNode mapped) {
        if (!mapped.isObject()) {
            return decline(Reason.UNMAPPED_ROW.because(SHAPE));
        }
        return each(mapped.path("signals"), this::signal).then(signals -> each(mapped.path("customers"), this::customer)
                .then(customers -> each(mapped.path("consents"), this::consent).then(consents -> each(
                                mapped.path("erasures"), this::forgetting)
                        .then(erasures -> somethingOf(new MappedRow(signals, customers, consents, erasures))))));
    }

    private static Decision<MappedRow> somethingOf(MappedRow row) {
        return row.isEmpty()
                ? decline(Reason.UNMAPPED_ROW.because(
                        "the mapping gives neither a signal nor a customer nor a consent for it"))
                : accept(row);
    }

    private Decision<Signal> signal(JsonNode signal) {
        JsonNode attributes =
                signal.has("attributes") ? signal.get("attributes") : JsonNodeFactory.instance.objectNode();
        return customerOf(signal).then(customer -> time(signal.path("time"))
                .then(time -> intake.decide(
                        new Candidate(
                                text(signal, "id"),
                                text(signal, "source").or(() -> Optional.of(defaultSource)),
                                text(signal, "type"),
                                customer,
                                time,
                                attributes),
                        now))
                .about(customer));
    }

    /** The customer's id in the CRM or an alias as text, or an object of keys by system, the most trusted first; of these one that is sound will do. */
    private Decision<Optional<String>> customerOf(JsonNode signal) {
        JsonNode named = signal.path("customer");
        if (!named.isObject()) {
            return new Subjects(identities).customerOf(text(signal, "customer"));
        }
        List<String> aliases = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        named.properties().forEach(key -> {
            String text = key.getValue().asText();
            if (key.getValue().isValueNode() && !text.isBlank() && !key.getKey().equals(OWN)) {
                AliasKeys.fault(key.getKey(), text)
                        .ifPresentOrElse(faults::add, () -> aliases.add(identities.alias(key.getKey(), text)));
            }
        });
        if (aliases.size() > MOST_KEYS) {
            return decline(Reason.MALFORMED_EVENT.because(
                    "customer: it has " + aliases.size() + " keys; at most " + MOST_KEYS + " are taken"));
        }
        return aliases.isEmpty() && !faults.isEmpty()
                ? decline(Reason.MALFORMED_EVENT.because("customer: " + faults.getFirst()))
                : knownAs(aliases, text(named, OWN).filter(id -> !id.isBlank()));
    }

    private Decision<Optional<String>> knownAs(List<String> aliases, Optional<String> own) {
        if (aliases.isEmpty()) {
            return accept(own);
        }
        Optional<String> known = identities.customerOf(aliases).or(() -> own);
        return known.isPresent() ? accept(known) : decline(Refusal.unknown(aliases));
    }

    private Decision<MappedRow.MappedCustomer> customer(JsonNode customer) {
        return intake.decideRecord(customer, now).then(taken -> accept(new MappedRow.MappedCustomer(taken, customer)));
    }

    private Decision<Consented> consent(JsonNode consent) {
        return customerOf(consent)
                .then(customer -> intake.decideConsent(customer, consent, now).about(customer));
    }

    private Decision<Forgetting> forgetting(JsonNode erasure) {
        return customerOf(erasure).then(customer -> time(erasure.path("at"))
                .then(at -> intake.decideForgetting(customer, at, now))
                .about(customer));
    }

    private static Decision<Optional<Instant>> time(JsonNode written) {
        try {
            return accept(written.isTextual() ? Optional.of(Times.instant(written.textValue())) : Optional.empty());
        } catch (DateTimeException e) {
            return decline(
                    Reason.TIME_UNREADABLE.because("time " + written + " is no ISO 8601 instant with an offset"));
        }
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.of(object.path(field)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /** JSONata gives a list of one as the one, and an empty list as nothing. */
    private static <T> Decision<List<T>> each(JsonNode list, Function<JsonNode, Decision<T>> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode one : list.isObject() ? List.of(list) : list) {
            switch (read.apply(one)) {
                case Decision.Accepted<T>(T value) -> all.add(value);
                case Decision.Declined<T>(var why) -> {
                    return decline(why);
                }
            }
        }
        return accept(all);
    }
}
