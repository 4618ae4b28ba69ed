package io.vigie.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** What a sender says happened, before anything about it is believed. */
public record Candidate(
        Optional<String> id,
        Optional<String> source,
        Optional<String> type,
        Optional<String> customer,
        Optional<Instant> time,
        JsonNode attributes) {
    /** The same, said of a customer by the id in the CRM. */
    Candidate of(String id) {
        return new Candidate(this.id, source, type, Optional.of(id), time, attributes);
    }
}
