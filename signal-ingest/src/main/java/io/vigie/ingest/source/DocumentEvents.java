package io.vigie.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.ingest.intake.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a posted document and cuts it into its events. */
final class DocumentEvents {
    /** Stands where an event should: it is accounted for like any other that is no object. */
    private static final Object NOTHING = List.of();

    private DocumentEvents() {}

    /**
     * An event of a document.
     *
     * @param bytes as they came where it is the whole document, else written as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
    record DocumentEvent(Object value, byte[] bytes, String contentType, Optional<String> id) {}

    static Decision<List<DocumentEvent>> read(SourceSpec spec, Posted posted) {
        Decision<Object> document =
                posted.isJson(spec) ? JsonParser.document(posted.body()) : XmlTree.read(posted.body());
        return document.then(value -> Decision.accept(cut(spec.webhook(), value, posted)));
    }

    private static List<DocumentEvent> cut(WebhookSpec spec, Object document, Posted posted) {
        Object found = spec.each().flatMap(path -> inside(document, path)).orElse(document);
        if (!(found instanceof List<?> list)) {
            return List.of(new DocumentEvent(withoutNulls(found), posted.body(), posted.contentType(), posted.id()));
        }
        List<DocumentEvent> events = new ArrayList<>();
        for (Object one : list) {
            Optional<String> id = posted.id().map(given -> given + "/" + events.size());
            Object value = Optional.<Object>ofNullable(one)
                    .map(DocumentEvents::withoutNulls)
                    .orElse(NOTHING);
            events.add(new DocumentEvent(value, bytes(value), Posted.jsonWith(id), id));
        }
        return events;
    }

    private static Optional<Object> inside(Object document, String path) {
        Optional<Object> at = Optional.of(document);
        for (String name : path.split("\\.", -1)) {
            at = at.flatMap(
                    value -> value instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty());
        }
        return at;
    }

    /** A field that is null is one that is not there, so that mappings need not tell the two apart. */
    private static Object withoutNulls(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> kept = new LinkedHashMap<>();
                map.forEach((name, inner) ->
                        Optional.ofNullable(inner).ifPresent(there -> kept.put(name, withoutNulls(there))));
                yield kept;
            }
            case List<?> list -> {
                List<Object> kept = new ArrayList<>();
                list.forEach(inner -> Optional.ofNullable(inner).ifPresent(there -> kept.add(withoutNulls(there))));
                yield kept;
            }
            default -> value;
        };
    }

    private static byte[] bytes(Object event) {
        try {
            return EventJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
