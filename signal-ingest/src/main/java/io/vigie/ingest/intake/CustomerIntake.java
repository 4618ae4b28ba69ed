package io.vigie.ingest.intake;

import static io.vigie.ingest.intake.Decision.decline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides whether a customer record can be taken, and says which field is wrong where it cannot. */
public final class CustomerIntake {
    private CustomerIntake() {}

    /**
     * @param json the record as sent
     * @param now the wall clock, for the check against the future
     */
    public static Decision<Customer> decide(JsonNode json, Instant now) {
        if (!json.isObject()) {
            return decline(wrong("a customer record is a JSON object"));
        }
        Optional<Refusal> fault = Names.fault(
                        text(json, "id"), Reason.MISSING_CUSTOMER, "id", "the customer's id in the CRM")
                .or(() -> SoundJson.fault(json).map(CustomerIntake::wrong));
        return fault.<Decision<Customer>>map(Decision::decline).orElseGet(() -> read(json, now));
    }

    private static Decision<Customer> read(JsonNode json, Instant now) {
        try {
            Customer customer = SentJson.READER.treeToValue(json, Customer.class);
            return Times.fault(Optional.ofNullable(customer.time()), now)
                    .or(() -> fieldFault(customer, now).map(CustomerIntake::wrong))
                    .<Decision<Customer>>map(Decision::decline)
                    .orElseGet(() -> Decision.accept(customer));
        } catch (JsonProcessingException e) {
            return decline(wrong(JsonFaults.of(e)));
        }
    }

    private static Optional<String> fieldFault(Customer customer, Instant now) {
        return codeFault(customer)
                .or(() -> CustomerLists.fault(customer))
                .or(() -> consentFault(customer.consents(), now))
                .or(() -> customer.contract().flatMap(CustomerIntake::contractFault));
    }

    private static Optional<String> codeFault(Customer customer) {
        if (!customer.currency().matches("[A-Z]{3}")) {
            return Optional.of("currency: give an ISO 4217 code such as EUR");
        }
        if (customer.country().filter(code -> !code.matches("[A-Z]{2}")).isPresent()) {
            return Optional.of("country: give an ISO 3166 alpha-2 code such as FR, or leave it out");
        }
        return customer.parent()
                .filter(customer.id()::equals)
                .map(_ ->
                        "parent: nobody belongs to themselves: give the company's or the group's id, or leave it out");
    }

    private static Optional<String> consentFault(List<Consent> consents, Instant now) {
        return consents.stream().anyMatch(WishIntake::lacksParts)
                ? Optional.of("consents: each needs channel, purpose, given and at")
                : consents.stream()
                        .flatMap(consent -> Times.fault(Optional.of(consent.at()), now).stream())
                        .findFirst()
                        .map(why -> "consents.at: " + why.detail());
    }

    private static Optional<String> contractFault(Contract contract) {
        return lacksParts(contract)
                ? Optional.of("contract: give at least id and start")
                : Times.dateFault("contract.start", contract.start())
                        .or(() -> contract.end().flatMap(end -> Times.dateFault("contract.end", end)))
                        .or(() -> contract.noticeOpens().flatMap(at -> Times.dateFault("contract.noticeOpens", at)))
                        .or(() -> contract.noticeCloses().flatMap(at -> Times.dateFault("contract.noticeCloses", at)));
    }

    private static boolean lacksParts(Contract contract) {
        return Objects.isNull(contract.id()) || contract.id().isBlank() || Objects.isNull(contract.start());
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Refusal wrong(String detail) {
        return Reason.WRONG_CUSTOMER.because(detail);
    }
}
