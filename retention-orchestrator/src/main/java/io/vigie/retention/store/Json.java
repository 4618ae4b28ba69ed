package io.vigie.retention.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vigie.events.EventJson;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Offer;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Tick;
import io.vigie.retention.golive.Outlook;
import io.vigie.retention.law.Contact;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.letters.InterviewScript.Answers;
import io.vigie.retention.letters.Letter;
import io.vigie.retention.letters.Visit;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.TeamRule;
import java.io.UncheckedIOException;
import java.util.List;

/** What is kept whole, as events write it. */
final class Json {
    static final Kept<RiskAssessed> RISK = new Kept<>(EventJson.mapper().readerFor(RiskAssessed.class));
    static final Kept<DecisionTrace> TRACE = new Kept<>(EventJson.mapper().readerFor(DecisionTrace.class));
    static final Kept<List<Reason>> REASONS =
            new Kept<>(EventJson.mapper().readerFor(new TypeReference<List<Reason>>() {}));

    static final Kept<Offer> OFFER = new Kept<>(EventJson.mapper().readerFor(Offer.class));
    static final Kept<List<Contact>> CONTACTS =
            new Kept<>(EventJson.mapper().readerFor(new TypeReference<List<Contact>>() {}));
    static final Kept<ContactCard> CARD = new Kept<>(EventJson.mapper().readerFor(ContactCard.class));
    static final Kept<Envelope> ENVELOPE = new Kept<>(EventJson.mapper().readerFor(Envelope.class));
    static final Kept<Visit> VISIT = new Kept<>(EventJson.mapper().readerFor(Visit.class));
    static final Kept<Answers> ANSWERS = new Kept<>(EventJson.mapper().readerFor(Answers.class));
    static final Kept<Letter> LETTER = new Kept<>(EventJson.mapper().readerFor(Letter.class));
    static final Kept<Person> PERSON = new Kept<>(EventJson.mapper().readerFor(Person.class));
    static final Kept<Tick> TICK = new Kept<>(EventJson.mapper().readerFor(Tick.class));
    static final Kept<TeamRule> TEAM_RULE = new Kept<>(EventJson.mapper().readerFor(TeamRule.class));
    static final Kept<Outlook> OUTLOOK = new Kept<>(EventJson.mapper().readerFor(Outlook.class));
    private static final Kept<JsonNode> TREE = new Kept<>(EventJson.mapper().readerFor(JsonNode.class));

    private Json() {}

    static JsonNode tree(String json) {
        return TREE.from(json);
    }

    static String of(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One kind of thing that is kept. */
    record Kept<T>(ObjectReader reader) {
        T from(String json) {
            try {
                return reader.readValue(json);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
