package io.vigie.scorer.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who answers for a decision on a model, and why. */
@ApplicationScoped
class Answerable {
    private final SecurityIdentity identity;

    Answerable(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is signed in; where nobody need be, who is named. */
    String by(Optional<String> named) {
        return identity.isAnonymous()
                ? said(named).orElseThrow(() -> wrong("by must say who it is, or somebody sign in"))
                : identity.getPrincipal().getName();
    }

    static String because(Optional<String> told) {
        return said(told).orElseThrow(() -> wrong("because must say why, for whoever reads the history later"));
    }

    private static Optional<String> said(Optional<String> told) {
        return told.map(String::strip).filter(text -> !text.isEmpty());
    }

    static RuntimeException wrong(String detail) {
        return Problems.unprocessable("wrong-promotion", "Wrong promotion", detail);
    }
}
