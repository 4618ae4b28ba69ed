package io.vigie.ingest.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stands before what senders post to a source: proves where it comes from, then counts it. */
public final class RequestGuard {
    private final Secrets secrets;
    private final Caller caller;
    private final Function<String, RateLimit> limits;
    private final RateLimits taken;
    private final InstantSource clock;
    private final boolean open;

    /**
     * @param limits how often a source is served
     * @param clock the wall clock, whatever time is replayed
     * @param open whether a source without a secret is let in, as on a machine where somebody tries it out
     */
    public RequestGuard(
            Secrets secrets,
            Caller caller,
            Function<String, RateLimit> limits,
            RateLimits taken,
            InstantSource clock,
            boolean open) {
        this.secrets = secrets;
        this.caller = caller;
        this.limits = limits;
        this.taken = taken;
        this.clock = clock;
        this.open = open;
    }

    /**
     * Returns when the request may be read.
     *
     * @param source the name in the address that it was posted to
     * @param auth what the source says of how its requests prove themselves; a key or a token where it says nothing
     * @throws NotAdmitted when it may not: 401, 403, 429 or 503
     */
    public void admit(String source, Optional<AuthSpec> auth, RawRequest request) {
        Optional<AuthSpec> signed = auth.filter(spec -> spec.scheme() != Scheme.BEARER);
        signed.ifPresentOrElse(spec -> check(source, spec, request), () -> callerMustHave(source));
        taken.take("the source " + source, limits.apply(source));
    }

    /** Those of the sources that could prove nothing now, for want of a secret; one that cannot be read tells by itself. */
    public boolean lacksSecret(String source, Optional<AuthSpec> auth) {
        try {
            return auth.filter(spec -> spec.scheme() != Scheme.BEARER).isPresent()
                    && secrets.of(source).isEmpty();
        } catch (NotAdmitted unreadable) {
            return false;
        }
    }

    private void check(String source, AuthSpec auth, RawRequest request) {
        List<Secret> known = secrets.of(source);
        if (!known.isEmpty()) {
            Verification.check(auth, request, known, clock.instant());
        } else if (!open) {
            throw NotAdmitted.noSecret(source);
        }
    }

    private void callerMustHave(String source) {
        if (caller.has(Scopes.SIGNALS) || caller.has(Scopes.limited(Scopes.SIGNALS, source))) {
            return;
        }
        if (caller.isKnown()) {
            throw NotAdmitted.forbidden("this key or token has neither the scope " + Scopes.SIGNALS + " nor "
                    + Scopes.limited(Scopes.SIGNALS, source));
        }
        throw Scheme.BEARER.unauthorized(
                "send a key or a token, as Authorization: Bearer ... or as X-API-Key, with the scope "
                        + Scopes.SIGNALS);
    }
}
