package io.vigie.ingest.api;

import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a request says of one event.
 *
 * @param said the candidate, or why not even that could be read
 * @param id where it is sound, whatever became of the rest; so are source and customer
 * @param headers those that its attributes came in, where they did
 * @param raw its bytes as they came, made only where they are asked for
 */
record CloudEventReading(
        Decision<Candidate> said,
        Optional<String> id,
        Optional<String> source,
        Optional<String> customer,
        String contentType,
        Map<String, String> headers,
        Supplier<byte[]> raw) {

    static CloudEventReading unreadable(Refusal why, String contentType, byte[] raw) {
        return new CloudEventReading(
                Decision.decline(why),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                contentType,
                Map.of(),
                () -> raw);
    }
}
