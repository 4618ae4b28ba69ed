package io.vigie.scorer.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.scorer.profile.Entry;
import java.time.Instant;

/**
 * One line of a customer's timeline.
 *
 * @param type the signal's type, or {@code vigie.customer} for what the CRM knew from then on, or
 *     {@code vigie.earlier} for what all entries came to that are no longer kept one by one
 * @param data the signal's attributes, the record, or the profile
 */
public record TimelineLine(Instant time, String type, String source, String id, JsonNode data) {
    static TimelineLine of(Entry entry) {
        return switch (entry) {
            case Entry.Happened(var signal) ->
                new TimelineLine(signal.time(), signal.type(), signal.source(), signal.id(), signal.attributes());
            case Entry.Known known ->
                new TimelineLine(
                        known.time(),
                        "vigie.customer",
                        known.source(),
                        known.id(),
                        EventJson.mapper().valueToTree(known.record()));
            case Entry.Earlier earlier ->
                new TimelineLine(
                        earlier.time(),
                        "vigie.earlier",
                        earlier.position().source(),
                        earlier.position().id(),
                        EventJson.mapper().valueToTree(earlier.profile()));
        };
    }
}
