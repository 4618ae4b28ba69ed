package io.vigie.ingest.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who an event is about when its subject may be a key of another system, such as {@code stripe:cus_1}.
 *
 * @param systems those whose keys are waited for while nobody is known by them; of any other, a subject that is no
 *     known alias is the customer's id as it stands
 */
public record Subjects(Identities identities, Set<String> systems) {
    /** The same with the customer's id in the CRM. */
    public Decision<Candidate> resolved(Candidate said) {
        Optional<String> subject = said.customer();
        int colon = subject.map(text -> text.indexOf(':')).orElse(-1);
        return colon <= 0 ? Decision.accept(said) : resolved(said, subject.orElseThrow(), colon);
    }

    private Decision<Candidate> resolved(Candidate said, String subject, int colon) {
        String system = subject.substring(0, colon);
        String key = subject.substring(colon + 1);
        boolean awaited = systems.contains(system.strip().toLowerCase(Locale.ROOT));
        Optional<String> fault = AliasKeys.fault(system, key);
        if (fault.isPresent()) {
            return awaited
                    ? Decision.decline(Reason.MALFORMED_EVENT.because("subject: " + fault.get()))
                    : Decision.accept(said);
        }
        String alias = identities.alias(system, key);
        Optional<String> customer = identities.customerOf(List.of(alias));
        if (customer.isEmpty() && awaited) {
            return Decision.decline(Refusal.unknown(List.of(alias)));
        }
        return Decision.accept(customer.map(said::of).orElse(said));
    }
}
