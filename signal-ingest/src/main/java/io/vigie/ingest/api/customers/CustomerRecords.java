package io.vigie.ingest.api.customers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.customer.Customer;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Keyring;
import io.vigie.ingest.stream.Publisher;
import io.vigie.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads and publishes single customer records, alike whether they come for the first time or again. */
@ApplicationScoped
class CustomerRecords {
    static final String SOURCE = "/customers";

    private final SignalIntake intake;
    private final CustomerFile file;
    private final Keyring keyring;
    private final Publisher publisher;
    private final Learning learning;
    private final InstantSource clock;
    private final IngestSettings settings;

    CustomerRecords(
            SignalIntake intake,
            CustomerFile file,
            Keyring keyring,
            Publisher publisher,
            Learning learning,
            InstantSource clock,
            IngestSettings settings) {
        this.intake = intake;
        this.file = file;
        this.keyring = keyring;
        this.publisher = publisher;
        this.learning = learning;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * @param id the customer's, whatever the record says
     * @param cameAt since when it holds where it does not say so itself; in a replay it must
     */
    Decision<Customer> read(String id, byte[] body, Instant cameAt) {
        return Json.read(body).then(json -> intake.decideRecord(completed(json, id, cameAt), clock.instant()));
    }

    /**
     * Returns when the broker has it and its aliases are learned.
     *
     * @return what is wrong where an alias is somebody else's; the record is taken all the same
     */
    Optional<Refusal> take(Customer customer) {
        return take(customer, publisher.begin());
    }

    Optional<Refusal> take(Customer customer, Delivery delivery) {
        delivery.send(customer, SOURCE);
        delivery.await();
        return learning.from(List.of(customer)).values().stream().findFirst();
    }

    /** The last one that was taken, with the customer's wishes, as it can be read. */
    Optional<Customer> find(String id) {
        return file.find(id).map(record -> PersonalData.deciphered(record, keyring.find(id)));
    }

    private JsonNode completed(JsonNode json, String id, Instant cameAt) {
        if (!(json instanceof ObjectNode record)) {
            return json;
        }
        record.put("id", id);
        if (!record.hasNonNull("time") && settings.mode() == IngestSettings.Mode.LIVE) {
            record.put("time", cameAt.toString());
        }
        return record;
    }
}
