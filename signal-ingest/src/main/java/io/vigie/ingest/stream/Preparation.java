package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Refused;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes what goes out ready: what is personal is enciphered, and a customer record is told with their wishes. */
record Preparation(PersonalData personal, Customers customers, UnaryOperator<Refused> seal) {
    /** What can go out without asking anybody. */
    Optional<Ready> atOnce(Outgoing outgoing) {
        return outgoing instanceof Outgoing.Plain plain
                ? plain.needsKey()
                        ? customers.atHand(plain.customer()).map(cipher -> enciphered(plain, cipher))
                        : Optional.of(new Ready(plain.topic(), plain.event()))
                : Optional.empty();
    }

    /**
     * All of it in its order.
     *
     * @param keys returns when the broker has the keys that it is given, which the rest needs
     * @param sending sends what needs nothing more
     * @param safely sends, and returns when the broker has it
     */
    void prepare(
            List<Outgoing> all,
            Consumer<Map<String, CustomerKey>> keys,
            Consumer<List<Ready>> sending,
            Consumer<List<Ready>> safely) {
        Set<String> whose =
                all.stream().filter(Outgoing::needsKey).map(Outgoing::customer).collect(Collectors.toSet());
        Map<String, CustomerCipher> ciphers = whose.isEmpty() ? Map.of() : customers.open(whose, keys);
        List<CustomerFile.Given> records = all.stream()
                .filter(Outgoing.Master.class::isInstance)
                .map(record -> given((Outgoing.Master) record, ciphers))
                .toList();
        if (records.isEmpty()) {
            sending.accept(ready(all, ciphers, List.of()));
        } else {
            customers.file(records, tellings -> safely.accept(ready(all, ciphers, tellings)));
        }
    }

    private static CustomerFile.Given given(Outgoing.Master record, Map<String, CustomerCipher> ciphers) {
        return new CustomerFile.Given(
                Optional.ofNullable(ciphers.get(record.customer()))
                        .map(cipher -> PersonalData.enciphered(record.given(), cipher))
                        .orElse(record.given()),
                record.source());
    }

    private static List<Ready> ready(
            List<Outgoing> all, Map<String, CustomerCipher> ciphers, List<CustomerFile.Telling> told) {
        Iterator<CustomerFile.Telling> tellings = told.iterator();
        List<Ready> ready = new ArrayList<>();
        for (Outgoing outgoing : all) {
            switch (outgoing) {
                case Outgoing.Plain plain ->
                    ready.add(
                            plain.needsKey()
                                    ? enciphered(plain, ciphers.get(plain.customer()))
                                    : new Ready(plain.topic(), plain.event()));
                case Outgoing.Master _ -> ready.addAll(ready(tellings.next()));
            }
        }
        return ready;
    }

    /** What there is to say of a customer record, which is enciphered already. */
    static List<Ready> ready(CustomerFile.Telling telling) {
        return Outgoing.of(telling).stream()
                .map(plain -> new Ready(plain.topic(), plain.event()))
                .toList();
    }

    private static Ready enciphered(Outgoing.Plain plain, CustomerCipher cipher) {
        Event<?> event = plain.event();
        JsonNode data = event.data() instanceof JsonNode tree
                ? tree
                : EventJson.mapper().valueToTree(event.data());
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
