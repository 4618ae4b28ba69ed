package io.vigie.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.SignalCatalogue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncipheringTest {
    private static final PersonalData PERSONAL = new PersonalData(SignalCatalogue.shipped());
    private static final CustomerCipher CIPHER = Keys.cipherOf("C-1");
    private static final String RECORD = """
            {"id":"C-1","time":"2026-03-01T10:00:00Z","name":"Name Exemple","segment":"b2b","currency":"EUR",
             "contact":{"email":"mail@exemple.example","phone":"+33 1 99 00 12 34","address":"1 rue Exemple"},
             "aliases":{"stripe":["cus_exemple","cus_exemple2"]},
             "contacts":[{"name":"Person Exemple","role":"buyer","email":"buyer@exemple.example"}]}""";

    @Test
    void aRecordKeepsItsFormAndTellsNobodyWhoItIs() {
        Customer customer = customer(RECORD);

        JsonNode enciphered = Enciphering.enciphered(json(customer), PersonalData.CUSTOMER, CIPHER);

        assertThat(enciphered.toString()).doesNotContainIgnoringCase("exemple").doesNotContain("99 00");
        Customer stillRead = customer(enciphered.toString());
        assertThat(stillRead.aliases().get("stripe")).hasSize(2).allMatch(CustomerCipher::isEnciphered);
        assertThat(stillRead.contacts().getFirst().role()).isEqualTo("buyer");
        assertThat(PersonalData.deciphered(stillRead, Optional.of(CIPHER))).isEqualTo(customer);
    }

    @Test
    void withoutTheKeyARecordIsThatOfSomebodyUnknown() {
        Customer customer = customer(RECORD);
        Customer enciphered = customer(Enciphering.enciphered(json(customer), PersonalData.CUSTOMER, CIPHER)
                .toString());

        Customer stranger = PersonalData.deciphered(enciphered, Optional.empty());

        assertThat(stranger.name()).isEmpty();
        assertThat(stranger.contact().email()).isEmpty();
        assertThat(stranger.aliases().get("stripe")).isEmpty();
        assertThat(stranger.segment()).isEqualTo(customer.segment());
    }

    @Test
    void theTextOfASignalIsEncipheredAndTheRestStaysAsItIs() throws JsonProcessingException {
        JsonNode complaint = EventJson.mapper().readTree("{\"text\":\"I am furious\",\"severity\":3}");
        PersonalFields personal = PERSONAL.inSignal("complaint.filed");

        JsonNode enciphered = Enciphering.enciphered(complaint, personal, CIPHER);

        assertThat(enciphered.path("severity").intValue()).isEqualTo(3);
        assertThat(enciphered.path("text").textValue()).startsWith("enc:1:");
        assertThat(Enciphering.deciphered(enciphered, Optional.of(CIPHER))).isEqualTo(complaint);
        assertThat(Enciphering.deciphered(enciphered, Optional.empty()).has("text"))
                .isFalse();
    }

    @Test
    void aSignalWithoutPersonalWordsNeedsNoKey() throws JsonProcessingException {
        PersonalFields personal = PERSONAL.inSignal("complaint.filed");

        assertThat(personal.in(EventJson.mapper().readTree("{\"severity\":3,\"text\":null}")))
                .isFalse();
        assertThat(personal.in(EventJson.mapper().readTree("{\"text\":\"\"}"))).isTrue();
        assertThat(PERSONAL.inSignal("order.placed")).isSameAs(PersonalFields.NONE);
        assertThat(PERSONAL.inSignal("of nobody")).isSameAs(PersonalFields.NONE);
    }

    @Test
    void whateverACompanysOwnTypeMarksIsEncipheredWhole() throws JsonProcessingException {
        // given
        PersonalFields personal = PersonalFields.inSchema(EventJson.mapper().readTree("""
                {"properties": {"who": {"type": "object", "personal": true},
                                "age": {"type": "integer", "personal": true},
                                "lines": {"type": "array", "items": {"properties": {"for": {"personal": true}}}},
                                "a/b": {"properties": {"c~": {"personal": true}}}}}"""));
        JsonNode data = EventJson.mapper().readTree("""
                {"who": {"Exemple": 1}, "age": 41, "lines": [{"for": "Exemple", "n": 1}, {"n": 2}], "a/b": {"c~": "x"}}""");

        // when
        JsonNode enciphered = Enciphering.enciphered(data, personal, CIPHER);

        // then
        assertThat(enciphered.toString()).doesNotContain("Exemple").doesNotContain("41,");
        assertThat(enciphered.at("/lines/1/n").intValue()).isEqualTo(2);
        assertThat(Enciphering.deciphered(enciphered, Optional.of(CIPHER))).isEqualTo(data);
    }

    private static Customer customer(String json) {
        try {
            return EventJson.mapper().readValue(json, Customer.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(Customer customer) {
        return EventJson.mapper().valueToTree(customer);
    }
}
