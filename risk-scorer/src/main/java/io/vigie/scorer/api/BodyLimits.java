package io.vigie.scorer.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Only a table to learn from may be large: everything else is read into memory at once, by whoever may ask at all. */
@ApplicationScoped
class BodyLimits {
    private static final Set<String> TAKE_TABLES = Set.of("/models/fit", "/risk/models/fit/table");
    private static final long MOST_OTHERWISE = 10L << 20;
    private static final int AFTER_THE_SERVERS_OWN = 1;
    private static final int TOO_LARGE = 413;
    private static final String PROBLEM = new JsonObject()
            .put("type", "urn:vigie:problem:too-large")
            .put("title", "Too large")
            .put("status", TOO_LARGE)
            .put("detail", "This body may hold " + MOST_OTHERWISE + " bytes at most; send less at a time.")
            .encode();

    void stand(@Observes Filters filters) {
        filters.register(BodyLimits::look, AFTER_THE_SERVERS_OWN);
    }

    private static void look(RoutingContext context) {
        if (TAKE_TABLES.contains(context.request().path())) {
            context.next();
        } else if (told(context) > MOST_OTHERWISE) {
            context.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(PROBLEM);
        } else {
            // for a body that does not tell its length
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST_OTHERWISE);
            context.next();
        }
    }

    private static long told(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
