package io.vigie.retention.law;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One contact before one country's law. */
record Gate(Optional<CountryLaw> law, Approach approach, Channel channel, Instant now) {
    private static final String NOWHERE = "no-law";
    private static final String NOTHING_ALLOWS_IT = "What no rule allows is denied.";

    /** At this very moment. */
    Permission onTheSpot() {
        Permission planned = inPrinciple();
        return planned instanceof Permission.Allowed allowed && allowed.ground() != Permission.Ground.CURRENT_CONTRACT
                ? atThisHour(allowed)
                : planned;
    }

    /** At whatever hour. */
    Permission inPrinciple() {
        if (law.isEmpty()) {
            return new Permission.Denied(NOWHERE, NOTHING_ALLOWS_IT, Permission.Denial.NO_LAW_FOR_COUNTRY);
        }
        if (approach.customer().objection()) {
            return new Permission.Denied("objection", law.get().objection(), Permission.Denial.OBJECTION);
        }
        if (!approach.customer().reachableBy().contains(channel)) {
            return new Permission.Denied("address", NOTHING_ALLOWS_IT, Permission.Denial.NO_ADDRESS);
        }
        return law.get()
                .rule(approach.customer().segment(), channel)
                .map(this::by)
                .orElseGet(
                        () -> new Permission.Denied(NOWHERE, NOTHING_ALLOWS_IT, Permission.Denial.NO_RULE_FOR_CHANNEL));
    }

    private Permission by(LawRule rule) {
        Optional<Consent> word = approach.lastWordOn(channel, now);
        if (word.filter(said -> !said.given()).isPresent()) {
            return denied(rule, Permission.Denial.REFUSED);
        }
        Optional<Permission.Denial> lack = lack(rule, word);
        if (lack.isPresent()) {
            return forTheContract(rule)
                    ? new Permission.Allowed(
                            rule.id(), rule.text(), Permission.Ground.CURRENT_CONTRACT, Optional.empty())
                    : denied(rule, lack.get());
        }
        Permission.Ground ground = word.isPresent() ? Permission.Ground.CONSENT : Permission.Ground.LEGITIMATE_INTEREST;
        return hindrance(rule)
                .<Permission>map(hindrance -> hindrance)
                .orElseGet(() -> new Permission.Allowed(rule.id(), rule.text(), ground, word.flatMap(Consent::proof)));
    }

    /** Who has left is approached on their own word only, whatever the channel. */
    private Optional<Permission.Denial> lack(LawRule rule, Optional<Consent> word) {
        boolean needed = rule.asks() != LawRule.Asks.NOTHING_REFUSED || approach.purpose() == Purpose.WIN_BACK;
        if (needed && word.isEmpty()) {
            return Optional.of(Permission.Denial.NO_CONSENT);
        }
        boolean unproven = rule.asks() == LawRule.Asks.CONSENT_WITH_PROOF
                && word.flatMap(Consent::proof).isEmpty();
        return unproven ? Optional.of(Permission.Denial.NO_PROOF) : Optional.empty();
    }

    private boolean forTheContract(LawRule rule) {
        return approach.underContract(now)
                && approach.matter().filter(rule.exceptForMatters()::contains).isPresent();
    }

    private Optional<Permission.NotNow> hindrance(LawRule rule) {
        return Stream.of(afterRefusal(rule), afterAttempts(rule))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Permission.NotNow::from));
    }

    private Optional<Permission.NotNow> afterRefusal(LawRule rule) {
        return rule.afterRefusal().flatMap(peace -> Stream.concat(
                        approach.contacts().stream()
                                .filter(contact -> contact.refused() && contact.by(channel))
                                .map(Contact::at),
                        approach.customer().consents().stream()
                                .filter(consent -> consent.channel() == channel && !consent.given())
                                .map(Consent::at))
                .max(Comparator.naturalOrder())
                .map(refused -> refused.plus(Duration.ofDays(peace.days())))
                .filter(now::isBefore)
                .map(until ->
                        new Permission.NotNow(rule.id(), peace.text(), Permission.Hindrance.REFUSED_LATELY, until)));
    }

    private Optional<Permission.NotNow> afterAttempts(LawRule rule) {
        return rule.attempts().flatMap(limit -> {
            Duration period = Duration.ofDays(limit.inDays());
            List<Instant> lately = approach.contacts().stream()
                    .filter(contact -> contact.by(channel) && contact.at().isAfter(now.minus(period)))
                    .map(Contact::at)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return lately.size() < limit.most()
                    ? Optional.empty()
                    : Optional.of(new Permission.NotNow(
                            rule.id(),
                            limit.text(),
                            Permission.Hindrance.TOO_MANY_ATTEMPTS,
                            lately.get(limit.most() - 1).plus(period)));
        });
    }

    private Permission atThisHour(Permission.Allowed allowed) {
        CountryLaw country = law.orElseThrow();
        return country.rule(approach.customer().segment(), channel)
                .flatMap(LawRule::hours)
                .map(hours -> {
                    Instant next = hours.next(now, country.zone());
                    return next.isAfter(now)
                            ? (Permission) new Permission.NotNow(
                                    allowed.rule(), hours.text(), Permission.Hindrance.OUTSIDE_HOURS, next)
                            : allowed;
                })
                .orElse(allowed);
    }

    private static Permission denied(LawRule rule, Permission.Denial because) {
        return new Permission.Denied(rule.id(), rule.text(), because);
    }
}
