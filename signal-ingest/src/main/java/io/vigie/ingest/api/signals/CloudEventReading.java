package io.vigie.ingest.api.signals;

import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Names;
import io.vigie.ingest.intake.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a request says of one event.
 *
 * @param said the candidate, or why not even that could be read
 * @param attribute what it says of itself by an attribute's name, whatever became of the rest
 * @param headers those that its attributes came in, where they did
 * @param raw its bytes as they came, made only where they are asked for
 */
public record CloudEventReading(
        Decision<Candidate> said,
        Function<String, Optional<String>> attribute,
        String contentType,
        Map<String, String> headers,
        Supplier<byte[]> raw) {

    static CloudEventReading unreadable(Refusal why, String contentType, byte[] raw) {
        return new CloudEventReading(Decision.decline(why), _ -> Optional.empty(), contentType, Map.of(), () -> raw);
    }

    /** An event in structured mode that says of itself what its candidate does. */
    static CloudEventReading plain(Candidate said, Supplier<byte[]> raw) {
        return new CloudEventReading(
                Decision.accept(said),
                name -> switch (name) {
                    case "id" -> said.id();
                    case "source" -> said.source();
                    case "subject" -> said.customer();
                    default -> Optional.empty();
                },
                SignalRequest.STRUCTURED,
                Map.of(),
                raw);
    }

    Optional<String> id() {
        return sound("id");
    }

    Optional<String> source() {
        return sound("source");
    }

    Optional<String> customer() {
        return sound("subject");
    }

    private Optional<String> sound(String name) {
        return attribute.apply(name).filter(Names::isSound);
    }
}
