package io.vigie.events.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event's attributes as they stand in headers like those that {@link EventHeaders} writes.
 *
 * <p>Own code because the SDK takes longer to read them than all else that is done with most events. It only lets
 * through what needs no second look; the rest, and all that is wrong, is the SDK's to read and to refuse.
 */
final class PlainEvent {
    private static final String ATTRIBUTE = "ce_";
    private static final String CONTENT_TYPE = "content-type";

    private @Nullable String version;
    private @Nullable String content;
    private @Nullable String schema;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String causedBy;
    private @Nullable String receivedAt;
    private boolean known = true;

    private PlainEvent() {}

    /**
     * The event without its data; empty where it takes more to read it.
     *
     * @param key stands for a subject that is not there
     */
    static Optional<Event<Headers>> of(@Nullable String key, Headers headers) {
        PlainEvent event = new PlainEvent();
        for (Header header : headers) {
            if (header.key().startsWith(ATTRIBUTE) || header.key().equals(CONTENT_TYPE)) {
                event.take(header);
            }
        }
        return event.known ? event.whole(key, headers) : Optional.empty();
    }

    private void take(Header header) {
        String text = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        known &= !text.isEmpty();
        switch (header.key()) {
            case "ce_id" -> id = first(id, text);
            case "ce_source" -> source = first(source, text);
            case "ce_type" -> type = first(type, text);
            case "ce_subject" -> subject = first(subject, text);
            case "ce_time" -> time = first(time, text);
            case "ce_causedby" -> causedBy = first(causedBy, text);
            case "ce_receivedat" -> receivedAt = first(receivedAt, text);
            case "ce_specversion" -> version = first(version, text);
            case "ce_dataschema" -> schema = first(schema, text);
            case CONTENT_TYPE -> content = first(content, text);
            default -> known = false;
        }
    }

    private String first(@Nullable String before, String text) {
        known &= before == null;
        return text;
    }

    private Optional<Event<Headers>> whole(@Nullable String key, Headers headers) {
        String of = subject == null ? key : subject;
        if (id == null || source == null || type == null || time == null || of == null || !isPlain(source)) {
            return Optional.empty();
        }
        Optional<Instant> at = InstantText.plain(time);
        Optional<Instant> received = receivedAt == null ? Optional.empty() : InstantText.plain(receivedAt);
        if (at.isEmpty() || (receivedAt != null && received.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new Event<>(id, source, type, of, at.get(), Optional.ofNullable(causedBy), received, headers));
    }

    private boolean isPlain(String reference) {
        return "1.0".equals(version)
                && "application/json".equals(content)
                && AttributeText.isPlainPath(reference)
                && (schema == null || AttributeText.isPlainPath(schema));
    }
}
