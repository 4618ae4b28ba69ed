package io.vigie.retention.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.retention.store.StoreFailure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says of what no database can hold that the request is wrong, wherever it got through. */
final class Unholdable {
    private static final Logger LOG = Logger.getLogger(Unholdable.class);
    /** No such character, no such escape, no such date, a date out of reach. */
    private static final Set<String> NOT_TO_BE_HELD = Set.of("22021", "22P05", "22007", "22008");

    private static final int SERVER_ERROR = 500;

    /** No name, id or word has a NUL in it. */
    @ServerRequestFilter(preMatching = true)
    void look(ContainerRequestContext asked) {
        if (asked.getUriInfo()
                .getRequestUri()
                .toString()
                .toLowerCase(Locale.ROOT)
                .contains("%00")) {
            throw Problems.wrong("The address holds the character NUL (%00); leave it out.");
        }
    }

    @ServerExceptionMapper
    Response failed(StoreFailure failure) {
        if (StoreFailure.faultOfTheData(failure)
                .filter(NOT_TO_BE_HELD::contains)
                .isPresent()) {
            return Problems.wrong(
                            "A text or a date cannot be kept: a character such as NUL, or a date out of the years 1970"
                                    + " to 9999. Leave it out, or mend it.")
                    .toResponse();
        }
        LOG.error("the database did not do what it was asked", failure);
        return HttpProblem.builder()
                .withTitle("Internal Server Error")
                .withStatus(SERVER_ERROR)
                .build()
                .toResponse();
    }
}
