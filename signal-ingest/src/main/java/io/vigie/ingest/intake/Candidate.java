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
        JsonNode attributes) {}
