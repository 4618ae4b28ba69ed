package io.vigie.ingest.intake;

import static io.vigie.ingest.intake.Decision.accept;
import static io.vigie.ingest.intake.Decision.decline;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether what a sender says is a signal that the catalogue knows, of a customer, at an instant. */
public final class SignalIntake {
    private final SignalCatalogue catalogue;
    private final Erased erased;
    private final Companies companies;
    private final DateAttributes dates;

    public SignalIntake(SignalCatalogue catalogue) {
        this(catalogue, Erased.NOBODY, Companies.NONE);
    }

    public SignalIntake(SignalCatalogue catalogue, Erased erased, Companies companies) {
        this.catalogue = catalogue;
        this.erased = erased;
        this.companies = companies;
        this.dates = new DateAttributes(catalogue);
    }

    /** The names of all types that can be taken. */
    public List<String> types() {
        return catalogue.types().stream().map(SignalType::type).toList();
    }

    /**
     * @param now the wall clock, for the check against the future
     */
    public Decision<Signal> decide(Candidate said, Instant now) {
        return identityFault(said)
                .or(() -> typeFault(said))
                .or(() -> Times.fault(said.time(), now))
                .or(() -> erasedFault(said.customer().orElseThrow(), said.time().orElseThrow()))
                .<Decision<Signal>>map(Decision::decline)
                .orElseGet(() -> attributesOf(signal(said)))
                .about(said.customer());
    }

    /**
     * Decides whether a customer record can be taken.
     *
     * @param now the wall clock, for the check against the future
     */
    public Decision<Customer> decideRecord(JsonNode json, Instant now) {
        return CustomerIntake.decide(json, now)
                .then(customer -> erasedFault(customer.id(), customer.time())
                        .<Decision<Customer>>map(Decision::decline)
                        .orElseGet(() -> accept(customer)))
                .about(Optional.of(json.path("id")).filter(JsonNode::isTextual).map(JsonNode::textValue));
    }

    /**
     * Decides whether a customer's word on being contacted can be taken.
     *
     * @param now the wall clock, for the check against the future
     */
    public Decision<Consented> decideConsent(Optional<String> customer, JsonNode json, Instant now) {
        return WishIntake.consent(customer, json, now)
                .then(said -> erasedFault(said.customer(), said.consent().at())
                        .<Decision<Consented>>map(Decision::decline)
                        .orElseGet(() -> accept(said)));
    }

    /**
     * Decides whether another system can have a customer erased: it can, unless that is a company.
     *
     * @param now the wall clock, for the check against the future
     */
    public Decision<Forgetting> decideForgetting(Optional<String> customer, Optional<Instant> at, Instant now) {
        return Names.fault(customer, Reason.MISSING_CUSTOMER, "customer", "the customer's id in the CRM")
                .or(() -> Times.fault(at, now))
                .or(() -> customer.filter(companies::include).map(SignalIntake::companyToErase))
                .<Decision<Forgetting>>map(Decision::decline)
                .orElseGet(() -> accept(new Forgetting(customer.orElseThrow(), at.orElseThrow())));
    }

    private static Refusal companyToErase(String company) {
        return Reason.COMPANY_TO_ERASE.because(
                company + " is a company, of which one person is to be forgotten: leave them out of its next record, or"
                        + " erase the company itself on the page for personal data if that is meant");
    }

    private Optional<Refusal> erasedFault(String customer, Instant time) {
        return erased.since(customer, time)
                ? Optional.of(Reason.CUSTOMER_ERASED.because(
                        "it happened before the customer was erased, and is not kept: leave out what is older"))
                : Optional.empty();
    }

    private static Optional<Refusal> identityFault(Candidate said) {
        return Names.fault(said.id(), Reason.MISSING_ID, "id", "an id that is unique within the source")
                .or(() -> Names.fault(
                        said.source(), Reason.MISSING_SOURCE, "source", "the URI of the system it comes from"))
                .or(() -> Names.uriFault(said.source()))
                .or(() -> Names.fault(
                        said.customer(), Reason.MISSING_CUSTOMER, "subject", "the customer's id in the CRM"));
    }

    private Optional<Refusal> typeFault(Candidate said) {
        return said.type().flatMap(catalogue::find).isPresent()
                ? Optional.empty()
                : Optional.of(Reason.UNKNOWN_TYPE.because(said.type()
                                .map(type -> "type \"" + type + "\" is not in the signal catalogue")
                                .orElse("the type is missing")
                        + "; send one of its types, or add a file for it to the catalogue"));
    }

    private Decision<Signal> attributesOf(Signal signal) {
        Optional<String> unsound = SoundJson.fault(signal.attributes());
        List<String> faults = unsound.map(List::of).orElseGet(() -> faults(signal));
        return faults.isEmpty()
                ? accept(signal)
                : decline(Reason.WRONG_ATTRIBUTE.because(signal.type() + ": " + String.join("; ", faults)));
    }

    private List<String> faults(Signal signal) {
        List<String> faults = catalogue.faults(signal);
        return faults.isEmpty() ? dates.faults(signal) : faults;
    }

    private static Signal signal(Candidate said) {
        return new Signal(
                said.source().orElseThrow(),
                said.id().orElseThrow(),
                said.type().orElseThrow(),
                said.customer().orElseThrow(),
                said.time().orElseThrow(),
                said.attributes(),
                Optional.empty());
    }
}
