package io.vigie.ingest.api.answers;

import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.access.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Agrees to deliveries by webhook, as CloudEvents wants it asked before the first (HTTP 1.1 Web Hooks §4). */
@ApplicationScoped
public class WebhookHandshake {
    private static final String ANYBODY = "*";
    private static final int FORBIDDEN = 403;
    private static final int SECONDS_A_MINUTE = 60;

    private final List<String> allowed;
    private final RateLimit usual;

    WebhookHandshake(IngestSettings settings) {
        this.allowed = settings.webhookOrigins().orElse(List.of());
        this.usual = settings.rateLimit().usual();
    }

    /**
     * @param origin as WebHook-Request-Origin has it; without it the question is only which methods there are
     * @param own the rate of what is asked for, if it has one
     */
    public Response answer(Optional<String> origin, Optional<RateLimit> own) {
        Response.ResponseBuilder answer = Response.ok().header(HttpHeaders.ALLOW, "POST, OPTIONS");
        if (origin.isEmpty()) {
            return answer.build();
        }
        if (!allowed.contains(ANYBODY) && !allowed.contains(origin.get())) {
            return Problems.of(
                            FORBIDDEN,
                            "origin-not-allowed",
                            "this origin may not deliver here: have it added to vigie.webhook-origins")
                    .toResponse();
        }
        long aMinute = (long) own.orElse(usual).perSecond() * SECONDS_A_MINUTE;
        return answer.header("WebHook-Allowed-Origin", allowed.contains(ANYBODY) ? ANYBODY : origin.get())
                .header("WebHook-Allowed-Rate", aMinute)
                .build();
    }
}
