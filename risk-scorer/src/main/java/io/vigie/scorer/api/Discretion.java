package io.vigie.scorer.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.stream.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps what tells of an incident with the account manager from agents, for account managers are agents: such a
 * customer is looked after by those above them.
 */
@ApplicationScoped
class Discretion {
    private static final String INCIDENT = "incident.with-account-manager";
    private static final List<String> ABOVE_AGENTS = List.of("lead", "manager", "analyst", "ops");

    private final SecurityIdentity asker;
    private final Questions questions;

    Discretion(SecurityIdentity asker, Questions questions) {
        this.asker = asker;
        this.questions = questions;
    }

    /** @throws KeptFromAgents where whoever asks may not be told of a customer kept here */
    void check(String customer) {
        if (concernsAgents()
                && questions.timeline(customer).stream()
                        .anyMatch(entry -> entry instanceof Entry.Happened(var signal)
                                && signal.type().equals(INCIDENT))) {
            throw new KeptFromAgents();
        }
    }

    /** Whether whoever asks may be told of a risk. */
    Predicate<RiskAssessed> tellable() {
        boolean concerned = concernsAgents();
        return risk -> !concerned || !tells(risk);
    }

    private boolean concernsAgents() {
        return asker.hasRole("agent") && ABOVE_AGENTS.stream().noneMatch(asker::hasRole);
    }

    private static boolean tells(RiskAssessed risk) {
        Stream<String> factors = Stream.of(risk.byChoice(), risk.unpaid())
                .flatMap(share -> share.reasons().stream())
                .map(Reason::factor);
        return Stream.concat(factors, risk.openMatters().stream().map(Matter::type))
                .anyMatch(type -> type.startsWith(INCIDENT));
    }
}
