package io.vigie.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is personal in customer records and in each type of signal. */
public final class PersonalData {
    /** In a customer record. */
    public static final PersonalFields CUSTOMER = PersonalFields.of(Customer.class);

    private final Map<String, PersonalFields> signals;

    public PersonalData(SignalCatalogue catalogue) {
        this.signals = catalogue.types().stream()
                .collect(Collectors.toUnmodifiableMap(
                        SignalType::type, type -> PersonalFields.inSchema(type.attributes())));
    }

    public PersonalFields inSignal(String type) {
        return signals.getOrDefault(type, PersonalFields.NONE);
    }

    /** A customer record that only who has the customer's key reads. */
    public static Customer enciphered(Customer record, CustomerCipher cipher) {
        return customer(Enciphering.enciphered(EventJson.mapper().valueToTree(record), CUSTOMER, cipher));
    }

    /**
     * A customer record as it was before it was enciphered; without a cipher what is personal is absent.
     *
     * @throws IllegalArgumentException when it is no customer record
     */
    public static Customer deciphered(Customer record, Optional<CustomerCipher> cipher) {
        return customer(Enciphering.deciphered(EventJson.mapper().valueToTree(record), cipher));
    }

    private static Customer customer(JsonNode json) {
        try {
            return EventJson.mapper().treeToValue(json, Customer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no customer record", e);
        }
    }
}
