package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.DocumentEvents.DocumentEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Maps what the sender of one source posts by itself, event by event, for many requests at once. */
public final class Webhooks {
    private final Source source;
    private final SignalIntake intake;
    private final Queue<Mapping> idle = new ConcurrentLinkedQueue<>();
    private final Object constants;
    private final List<String> types;

    public Webhooks(Source source, SignalIntake intake) {
        this.source = source;
        this.intake = intake;
        this.constants = EventJson.mapper().convertValue(source.spec().constants(), Object.class);
        this.types = intake.types();
    }

    public Source source() {
        return source;
    }

    /** The same of a document that comes for the first time. */
    public List<WebhookResult> map(Posted posted, Identities identities, Instant now) {
        return map(posted, identities, now, now);
    }

    /**
     * What becomes of each event of a document, in its order; one refusal for a document that cannot be read at all.
     *
     * @param now the wall clock, for the check against the future
     * @param cameAt when it came in first: {@code received} for events without a time
     */
    public List<WebhookResult> map(Posted posted, Identities identities, Instant now, Instant cameAt) {
        return switch (DocumentEvents.read(source.spec(), posted)) {
            case Decision.Declined<List<DocumentEvent>>(Refusal why) ->
                List.of(new WebhookResult.Refused(why, posted.body(), posted.contentType()));
            case Decision.Accepted<List<DocumentEvent>>(List<DocumentEvent> events) -> {
                MappingResult result = new MappingResult(source.uri(), intake, identities, now);
                yield events.stream().map(event -> map(event, result, cameAt)).toList();
            }
        };
    }

    private WebhookResult map(DocumentEvent event, MappingResult result, Instant cameAt) {
        Decision<JsonNode> mapped = event.value() instanceof Map<?, ?>
                ? mapped(scopeOf(event, cameAt))
                : Decision.decline(Reason.MALFORMED_EVENT.because("each event must be an object with fields"));
        if (mapped instanceof Decision.Accepted<JsonNode>(JsonNode given) && saysNothing(given)) {
            return new WebhookResult.Ignored();
        }
        return switch (mapped.then(result::check)) {
            case Decision.Declined<MappedRow>(Refusal why) ->
                new WebhookResult.Refused(why, event.bytes(), event.contentType());
            case Decision.Accepted<MappedRow>(MappedRow row) ->
                new WebhookResult.Taken(
                        row.signals(),
                        row.customers().stream()
                                .map(MappedRow.MappedCustomer::customer)
                                .toList(),
                        row.consents(),
                        row.erasures());
        };
    }

    private Decision<JsonNode> mapped(Map<String, Object> scope) {
        Mapping mapping = Optional.ofNullable(idle.poll()).orElseGet(() -> source.mapping(this::isoInstant));
        Decision<JsonNode> mapped = mapping.apply(scope);
        idle.add(mapping);
        return mapped;
    }

    private Map<String, Object> scopeOf(DocumentEvent event, Instant cameAt) {
        Map<String, Object> scope = new HashMap<>();
        scope.put("event", event.value());
        scope.put("constants", constants);
        scope.put("types", types);
        scope.put("received", cameAt.toString());
        scope.put("digest", UUID.nameUUIDFromBytes(event.bytes()).toString());
        event.id().ifPresent(id -> scope.put("id", id));
        return scope;
    }

    /** A new reader for each time, since one is not to be shared between threads. */
    private Optional<Instant> isoInstant(String text) {
        return new TimeReader(
                        source.spec().time().map(TimeColumn::patterns).orElse(List.of()),
                        source.spec().zoneId())
                .read(text);
    }

    private static boolean saysNothing(JsonNode mapped) {
        return mapped.isObject()
                && mapped.path("signals").isEmpty()
                && mapped.path("customers").isEmpty()
                && mapped.path("consents").isEmpty()
                && mapped.path("erasures").isEmpty();
    }
}
