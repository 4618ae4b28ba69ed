package io.vigie.retention.desk;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.ReadOut;
import io.vigie.retention.policy.Wording;
import io.vigie.retention.store.AuditLog;
import io.vigie.retention.store.PolicyShelf;
import io.vigie.retention.store.PolicyVersion;
import io.vigie.retention.store.Savings;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Collects what the policy's page shows. */
@RequestScoped
class PolicyBinder {
    private static final int DEEDS = 20;
    private static final String MANAGER = "manager";

    private final PolicyShelf shelf;
    private final Savings savings;
    private final AuditLog audit;
    private final LawBook laws;
    private final Naming naming;
    private final SecurityIdentity identity;

    PolicyBinder(
            PolicyShelf shelf,
            Savings savings,
            AuditLog audit,
            LawBook laws,
            Naming naming,
            SecurityIdentity identity) {
        this.shelf = shelf;
        this.savings = savings;
        this.audit = audit;
        this.laws = laws;
        this.naming = naming;
        this.identity = identity;
    }

    /** The version that decides now. */
    String live() {
        return shelf.live();
    }

    /**
     * @param from which version to compare with; the live one unless said
     */
    Optional<PolicyPage> page(String name, Optional<String> from) {
        List<PolicyVersion> versions = shelf.versions();
        return versions.stream()
                .filter(version -> version.version().equals(name))
                .findFirst()
                .flatMap(version -> shelf.read(name)
                        .map(policy -> page(
                                version,
                                versions,
                                policy,
                                from.or(() -> Optional.of(shelf.live())).filter(other -> !other.equals(name)))));
    }

    private PolicyPage page(
            PolicyVersion version, List<PolicyVersion> versions, Policy policy, Optional<String> other) {
        Wording wording = new Wording(naming.language());
        ReadOut read = policy.readOut();
        return new PolicyPage(
                version,
                versions,
                read.rows().stream()
                        .map(row -> new PolicyPage.Line(row.rule(), wording.when(row), wording.then(row)))
                        .toList(),
                read.figures(naming.language()),
                read.ratesInUse(savings.rates()).stream()
                        .filter(use -> !use.which().afterNotice())
                        .toList(),
                laws.sentences(read.country(), naming.language()),
                other,
                other.flatMap(shelf::read)
                        .map(older -> wording.of(read.since(older.readOut())))
                        .orElse(List.of()),
                audit.lines("policy/", Long.MAX_VALUE, DEEDS),
                policy.text(),
                identity.hasRole(MANAGER),
                version.author()
                        .filter(identity.getPrincipal().getName()::equals)
                        .isPresent());
    }
}
