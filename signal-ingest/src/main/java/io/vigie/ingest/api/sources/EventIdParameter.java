package io.vigie.ingest.api.sources;

import io.vigie.ingest.source.Posted;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An event's id that came in a header, kept as a parameter of the content type: what is sent again has it again. */
final class EventIdParameter {
    private EventIdParameter() {}

    static Optional<String> of(String contentType) {
        return read(contentType).map(type -> type.getParameters().get(Posted.EVENT_ID));
    }

    static String added(String contentType, String id) {
        MediaType type = read(contentType).orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        Map<String, String> parameters = new TreeMap<>(type.getParameters());
        parameters.put(Posted.EVENT_ID, id);
        return new MediaType(type.getType(), type.getSubtype(), parameters).toString();
    }

    private static Optional<MediaType> read(String contentType) {
        try {
            return Optional.of(MediaType.valueOf(contentType));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
