package io.vigie.look;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Turns away paths with a semicolon: who guards a path keeps what stands behind it, who serves the path drops it. */
@ApplicationScoped
class PlainPaths {
    private static final Pattern PARAMETER = Pattern.compile(";|%3b", Pattern.CASE_INSENSITIVE);
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final int BAD_REQUEST = 400;
    private static final String PROBLEM = new JsonObject()
            .put("type", "urn:vigie:problem:wrong-path")
            .put("title", "Wrong path")
            .put("status", BAD_REQUEST)
            .put(
                    "detail",
                    "A path holds no semicolon here, nor %3B for one; leave out all from there to the next slash.")
            .encode();

    void stand(@Observes Filters filters) {
        filters.register(PlainPaths::look, BEFORE_ALL_OTHERS);
    }

    private static void look(RoutingContext context) {
        if (PARAMETER.matcher(context.request().path()).find()) {
            context.response()
                    .setStatusCode(BAD_REQUEST)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(PROBLEM);
        } else {
            context.next();
        }
    }
}
