package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.Enciphering;
import io.vigie.privacy.PersonalData;
import io.vigie.privacy.PersonalFields;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what goes out ready: what is personal is enciphered, and a customer record is told with their wishes. */
record Preparation(PersonalData personal, Customers customers) {
    /** What can go out without asking anybody. */
    Optional<Ready> atOnce(Outgoing outgoing) {
        return outgoing instanceof Outgoing.Plain plain
                ? plain.needsKey()
                        ? customers.atHand(plain.customer()).map(cipher -> enciphered(plain, cipher))
                        : Optional.of(new Ready(plain.topic(), plain.event()))
                : Optional.empty();
    }

    /** The ciphers that all of it needs. */
    Keyring.Opened open(List<Outgoing> all) {
        Set<String> whose =
                all.stream().filter(Outgoing::needsKey).map(Outgoing::customer).collect(Collectors.toSet());
        return whose.isEmpty() ? Keyring.Opened.NONE : customers.open(whose);
    }

    /** All of it in its order. */
    List<Ready> prepared(List<Outgoing> all, Map<String, CustomerCipher> ciphers) {
        List<CustomerFile.Given> records = all.stream()
                .filter(Outgoing.Master.class::isInstance)
                .map(Outgoing.Master.class::cast)
                .map(record -> new CustomerFile.Given(
                        record.needsKey()
                                ? PersonalData.enciphered(record.given(), ciphers.get(record.customer()))
                                : record.given(),
                        record.source()))
                .toList();
        Iterator<CustomerFile.Telling> tellings =
                (records.isEmpty() ? List.<CustomerFile.Telling>of() : customers.file(records)).iterator();
        List<Ready> ready = new ArrayList<>();
        for (Outgoing outgoing : all) {
            switch (outgoing) {
                case Outgoing.Plain plain ->
                    ready.add(
                            plain.needsKey()
                                    ? enciphered(plain, ciphers.get(plain.customer()))
                                    : new Ready(plain.topic(), plain.event()));
                case Outgoing.Master _ ->
                    Outgoing.of(tellings.next()).forEach(plain -> ready.add(new Ready(plain.topic(), plain.event())));
            }
        }
        return ready;
    }

    private static Ready enciphered(Outgoing.Plain plain, CustomerCipher cipher) {
        Event<?> event = plain.event();
        JsonNode data = EventJson.mapper().valueToTree(event.data());
        return new Ready(
                plain.topic(),
                new Event<>(
                        event.id(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.causedBy(),
                        event.receivedAt(),
                        Enciphering.enciphered(data, plain.personal(), cipher)));
    }

    PersonalFields inSignal(String type, JsonNode attributes) {
        PersonalFields fields = personal.inSignal(type);
        return fields.in(attributes) ? fields : PersonalFields.NONE;
    }

    /** What the broker may have. */
    record Ready(Topic topic, Event<?> event) {}
}
