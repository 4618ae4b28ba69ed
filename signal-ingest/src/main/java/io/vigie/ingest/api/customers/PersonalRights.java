package io.vigie.ingest.api.customers;

import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Customer;
import io.vigie.ingest.intake.Wishes;
import io.vigie.ingest.store.ErasureRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;

/** What people at a desk do for a customer who asks after their own data; it goes the same way as by API. */
@ApplicationScoped
public class PersonalRights {
    private final CustomerRecords records;
    private final CustomerWishes wishes;
    private final Erasing erasing;
    private final Export export;

    PersonalRights(CustomerRecords records, CustomerWishes wishes, Erasing erasing, Export export) {
        this.records = records;
        this.wishes = wishes;
        this.erasing = erasing;
        this.export = export;
    }

    public Optional<String> name(String customer) {
        return records.find(customer).flatMap(Customer::name);
    }

    public WishesResource.Objects objects(String customer) {
        return wishes.objects(customer);
    }

    public List<Consent> consents(String customer) {
        return wishes.consents(customer);
    }

    /**
     * Returns when the broker has it.
     *
     * @return whether it holds: not where a later word was said before
     */
    public boolean consent(String customer, Consent said) {
        wishes.consent(customer, List.of(said));
        return wishes.consents(customer).stream()
                .anyMatch(held -> held.channel() == said.channel()
                        && held.purpose() == said.purpose()
                        && held.given() == said.given()
                        && held.at().equals(said.at()));
    }

    /** Returns when the broker has it. */
    public void object(String customer, Wishes.Objection said) {
        wishes.object(customer, said);
    }

    /**
     * Returns when the broker has it.
     *
     * @param by who decided it
     */
    public void erase(String customer, String by, ErasureRows.Why why) {
        erasing.erase(customer, by, why);
    }

    public StreamingOutput everything(String customer) {
        return export.of(customer);
    }
}
