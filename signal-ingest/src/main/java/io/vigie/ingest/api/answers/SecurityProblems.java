package io.vigie.ingest.api.answers;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import io.vigie.ingest.access.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says to who is refused what would open the door, as one problem of one type, whichever way it was found out. */
final class SecurityProblems {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int BEFORE_OTHERS = 1;

    private final Counters counters;

    SecurityProblems(Counters counters) {
        this.counters = counters;
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = BEFORE_OTHERS)
    Response unauthorized(SecurityException none) {
        counters.turnedAway("unauthorized");
        return Problems.builder(
                        UNAUTHORIZED,
                        "unauthorized",
                        "send a key or a token that is good, as Authorization: Bearer ... or as X-API-Key")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"vigie\"")
                .build()
                .toResponse();
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = BEFORE_OTHERS)
    Response forbidden(ForbiddenException known, ResourceInfo asked) {
        counters.turnedAway("forbidden");
        return Problems.of(
                        FORBIDDEN,
                        "forbidden",
                        "this key or token is good, but not for this: ask an admin for one with the scope "
                                + Optional.ofNullable(asked.getResourceMethod())
                                        .map(SecurityProblems::scope)
                                        .orElse(Scopes.ADMIN))
                .toResponse();
    }

    private static String scope(Method asked) {
        if (asked.isAnnotationPresent(PermissionsAllowed.class)) {
            return Scopes.IMPORTS;
        }
        return Optional.ofNullable(asked.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(asked.getDeclaringClass().getAnnotation(RolesAllowed.class)))
                .map(roles -> String.join(" or ", roles.value()))
                .orElse(Scopes.SIGNALS);
    }
}
