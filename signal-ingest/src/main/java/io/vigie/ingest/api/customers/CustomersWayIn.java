package io.vigie.ingest.api.customers;

import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.quarantine.WayIn;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A customer record again; without a time of its own it holds from when it first came. */
@ApplicationScoped
class CustomersWayIn implements WayIn {
    private final CustomerRecords records;

    CustomersWayIn(CustomerRecords records) {
        this.records = records;
    }

    @Override
    public Via via() {
        return Via.CUSTOMERS;
    }

    @Override
    public Optional<Refusal> again(Quarantined what, byte[] body, Delivery delivery) {
        return switch (records.read(what.key(), body, what.at())) {
            case Decision.Declined<Customer>(Refusal why) -> Optional.of(why);
            case Decision.Accepted<Customer>(Customer customer) -> records.take(customer, delivery);
        };
    }
}
