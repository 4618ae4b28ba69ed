package io.vigie.ingest.api.answers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.ingest.access.NotAdmitted;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Tells who is turned away what to show, or when to come again. */
@Provider
public final class NotAdmittedMapper implements ExceptionMapper<NotAdmitted> {
    private final Counters counters;

    NotAdmittedMapper(Counters counters) {
        this.counters = counters;
    }

    @Override
    public Response toResponse(NotAdmitted refusal) {
        counters.turnedAway(refusal.word());
        HttpProblem.Builder problem = Problems.builder(refusal.status(), refusal.word(), refusal.detail());
        refusal.challenge().ifPresent(challenge -> problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
        refusal.retryAfter().ifPresent(wait -> problem.withHeader(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
        return problem.build().toResponse();
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
