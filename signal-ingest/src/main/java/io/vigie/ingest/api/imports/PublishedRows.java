package io.vigie.ingest.api.imports;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.customers.ConsentBuffer;
import io.vigie.ingest.api.customers.LearnedAliases;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.source.Receiver;
import io.vigie.ingest.source.RefusedRow;
import io.vigie.ingest.stream.Delivery;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** An import's yield on its way to the broker. */
record PublishedRows(
        String source,
        String contentType,
        Delivery delivery,
        LearnedAliases aliases,
        ConsentBuffer consents,
        Consumer<RefusedRow> refusals,
        InstantSource clock)
        implements Receiver {
    @Override
    public void take(Signal signal) {
        delivery.send(signal, clock.instant());
    }

    @Override
    public void take(Customer customer) {
        delivery.send(customer, source);
        aliases.from(customer);
    }

    @Override
    public void take(Consented consented) {
        consents.add(consented);
    }

    @Override
    public void refuse(RefusedRow row) {
        if (!row.why().reason().equals(Reason.CUSTOMER_ERASED.word())) {
            refusals.accept(row);
        }
        Refused refused = new Refused(
                row.why().reason(),
                row.why().detail(),
                Via.IMPORT,
                source,
                Optional.of(row.line()),
                contentType,
                Refused.encode(row.file()),
                clock.instant(),
                row.why().waitsFor());
        delivery.send(refused, row.why().customer().orElse(source));
    }
}
