package io.vigie.ingest.api.customers;

import io.vigie.events.customer.Customer;
import io.vigie.ingest.api.quarantine.RawText;
import io.vigie.ingest.intake.Wishes;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.SourceSpec;
import io.vigie.ingest.source.Sources;
import io.vigie.ingest.store.Aliases;
import io.vigie.ingest.store.ContractTold;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.store.Lookups;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.store.RefusedRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what the database holds on a customer, before anything of it is answered. */
@ApplicationScoped
class Holdings {
    private static final String UNKNOWN_BYTES = "application/octet-stream";

    private final CustomerRecords records;
    private final CustomerFile file;
    private final Aliases aliases;
    private final Quarantine quarantine;
    private final LastContacts contacts;
    private final RefusedRows rows;
    private final Lookups lookups;
    private final Sources sources;
    private final InstantSource clock;

    Holdings(
            CustomerRecords records,
            CustomerFile file,
            Aliases aliases,
            Quarantine quarantine,
            LastContacts contacts,
            RefusedRows rows,
            Lookups lookups,
            Sources sources,
            InstantSource clock) {
        this.records = records;
        this.file = file;
        this.aliases = aliases;
        this.quarantine = quarantine;
        this.contacts = contacts;
        this.rows = rows;
        this.lookups = lookups;
        this.sources = sources;
        this.clock = clock;
    }

    /** Of somebody of whom nothing is held it says so. */
    Held of(String customer) {
        return new Held(
                customer,
                clock.instant(),
                records.find(customer),
                file.wishesOf(customer),
                aliases.of(customer),
                contacts.of(customer),
                contacts.contractsOf(customer),
                quarantine.of(customer).stream().map(Holdings::refused).toList(),
                rows.of(customer).stream().map(this::refused).toList(),
                lookups.of(customer));
    }

    private static Refused refused(Quarantined what) {
        return Refused.of(what.at(), what.source(), what.reason(), what.current(), what.contentType());
    }

    private Refused refused(RefusedRows.OfCustomer row) {
        String contentType = sources.find(row.source())
                .map(Source::spec)
                .map(SourceSpec::contentType)
                .orElse(UNKNOWN_BYTES);
        return Refused.of(row.at(), row.source(), row.reason(), row.raw(), contentType);
    }

    /** All of it. */
    record Held(
            String customer,
            Instant exportedAt,
            Optional<Customer> record,
            Wishes wishes,
            List<String> aliases,
            Optional<LocalDate> lastContact,
            List<ContractTold> contracts,
            List<Refused> refused,
            List<Refused> refusedRows,
            List<Map<String, Object>> lookups) {}

    /**
     * Something that was refused.
     *
     * @param raw what came, where it is text; otherwise {@code base64} has it
     */
    record Refused(Instant at, String source, String reason, Optional<String> raw, Optional<String> base64) {
        static Refused of(Instant at, String source, String reason, byte[] bytes, String contentType) {
            Optional<String> text = RawText.of(bytes, contentType);
            return new Refused(
                    at,
                    source,
                    reason,
                    text,
                    Optional.of(bytes).filter(_ -> text.isEmpty()).map(Base64.getEncoder()::encodeToString));
        }
    }
}
