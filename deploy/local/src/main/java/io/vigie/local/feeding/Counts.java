package io.vigie.local.feeding;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.local.fleet.Service;

/** What the scorer has counted, over all its instances. */
public record Counts(long processed, long duplicates, long refused, long customers) {

    public static Counts of(Services services) {
        JsonNode told = services.get(Service.RISK_SCORER, "/counts");
        return new Counts(
                told.path("processed").asLong(),
                told.path("duplicates").asLong(),
                told.path("refused").asLong(),
                told.path("customers").asLong());
    }

    long seen() {
        return processed + duplicates + refused;
    }
}
