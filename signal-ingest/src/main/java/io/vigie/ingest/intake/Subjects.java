package io.vigie.ingest.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is meant where a customer's id may be a key of another system, such as {@code stripe:cus_1}: a key of a system
 * that is waited for, or the id as it stands.
 */
public record Subjects(Identities identities) {
    /** The same with the customer's id in the CRM. */
    public Decision<Candidate> resolved(Candidate said) {
        return customerOf(said.customer())
                .then(customer -> Decision.accept(customer.map(said::of).orElse(said)));
    }

    /** The customer's id in the CRM, which may be none. */
    public Decision<Optional<String>> customerOf(Optional<String> subject) {
        int colon = subject.map(text -> text.indexOf(':')).orElse(-1);
        return colon <= 0 ? Decision.accept(subject) : resolved(subject.orElseThrow(), colon);
    }

    private Decision<Optional<String>> resolved(String subject, int colon) {
        String system = subject.substring(0, colon);
        String key = subject.substring(colon + 1);
        boolean awaited = identities.awaited().contains(system.strip().toLowerCase(Locale.ROOT));
        Optional<String> fault = AliasKeys.fault(system, key);
        if (fault.isPresent()) {
            return awaited
                    ? Decision.decline(Reason.MALFORMED_EVENT.because("subject: " + fault.get()))
                    : Decision.accept(Optional.of(subject));
        }
        String alias = identities.alias(system, key);
        Optional<String> customer = identities.customerOf(List.of(alias));
        if (customer.isEmpty() && awaited) {
            return Decision.decline(Refusal.unknown(List.of(alias)));
        }
        return Decision.accept(customer.or(() -> Optional.of(subject)));
    }
}
