package io.vigie.scorer.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.stream.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells of customers only to who works with them, and of an incident with the account manager only to those above agents,
 * for account managers are agents: such a customer is looked after by others.
 */
@ApplicationScoped
class Discretion {
    private static final List<String> ABOVE_AGENTS = List.of("lead", "manager", "analyst", "ops");
    private static final String AGENT = "agent";

    private final SecurityIdentity asker;
    private final Questions questions;

    Discretion(SecurityIdentity asker, Questions questions) {
        this.asker = asker;
        this.questions = questions;
    }

    /**
     * Lets through who may be told of a customer kept here. What was kept before incidents were remembered for good says
     * nothing of those in earlier lives until it is folded anew; the timeline does.
     *
     * @throws KeptFromAgents where something happened with the account manager
     * @throws NotForThisRole where nobody of their role is told of customers
     */
    void check(String customer) {
        boolean told = tellable().test(questions.profile(customer));
        if (!told || (!toldAll() && questions.timeline(customer).stream().anyMatch(Entry::incident))) {
            throw new KeptFromAgents();
        }
    }

    /**
     * Of whom whoever asks may be told.
     *
     * @throws NotForThisRole where nobody of their role is told of customers
     */
    Predicate<Profile> tellable() {
        boolean toldAll = toldAll();
        if (!toldAll && !asker.hasRole(AGENT)) {
            throw new NotForThisRole();
        }
        return profile -> toldAll || !profile.incident();
    }

    /** Where the API is open to anybody, for a demonstration, it keeps nothing back. */
    private boolean toldAll() {
        return asker.isAnonymous() || ABOVE_AGENTS.stream().anyMatch(asker::hasRole);
    }
}
