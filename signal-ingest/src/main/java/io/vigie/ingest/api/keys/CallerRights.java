package io.vigie.ingest.api.keys;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.access.RateLimit;
import io.vigie.ingest.access.RateLimits;
import io.vigie.ingest.access.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Completes whoever calls, by key or by token: an admin may do everything, so may anybody where the API is open, and
 * who has shown who they are is served as often as their rate allows.
 */
@ApplicationScoped
class CallerRights implements SecurityIdentityAugmentor {
    /** The attribute of an identity whose rate is its own. */
    static final String RATE_LIMIT = "vigie.rate-limit";

    private final boolean open;
    private final RateLimit usual;
    private final RateLimits taken;

    CallerRights(IngestSettings settings, RateLimits taken) {
        this.open = settings.apiPolicy() == IngestSettings.ApiPolicy.PERMIT;
        this.usual = settings.rateLimit().usual();
        this.taken = taken;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(open && !isPage(attributes) ? allowedEverything(identity) : identity);
        }
        RateLimit own = identity.getAttribute(RATE_LIMIT);
        taken.take(identity.getPrincipal().getName(), own == null ? usual : own);
        return Uni.createFrom().item(identity.hasRole(Scopes.ADMIN) ? allowedEverything(identity) : identity);
    }

    /** Pages want somebody signed in wherever they are, so that it is known who mended what. */
    private static boolean isPage(Map<String, Object> attributes) {
        return Optional.ofNullable(HttpSecurityUtils.getRoutingContextAttribute(attributes))
                .map(RoutingContext::normalizedPath)
                .filter(path -> path.startsWith("/ops/") || path.equals("/note"))
                .isPresent();
    }

    private static SecurityIdentity allowedEverything(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder(identity)
                .setAnonymous(false)
                .addRoles(Scopes.ALL)
                .addPermissionChecker(_ -> Uni.createFrom().item(true))
                .build();
    }
}
