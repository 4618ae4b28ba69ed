package io.vigie.retention.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.FirstLook;
import io.vigie.retention.casework.FollowUp;
import io.vigie.retention.golive.Fit;
import io.vigie.retention.golive.Outlook;
import io.vigie.retention.golive.Present;
import io.vigie.retention.golive.Terms;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.policy.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What going live comes to for everybody together, and for each. */
@ApplicationScoped
public class GoLivePlans {
    private static final int AT_ONCE = 1_000;

    private final Everyone everyone;
    private final Capacity capacity;
    private final Rulebook rulebook;
    private final FollowUp followUp;
    private final RetentionSettings settings;
    private final Clock clock;

    GoLivePlans(
            Everyone everyone,
            Capacity capacity,
            Rulebook rulebook,
            FollowUp followUp,
            RetentionSettings settings,
            Clock clock) {
        this.everyone = everyone;
        this.capacity = capacity;
        this.rulebook = rulebook;
        this.followUp = followUp;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Something that would be done for somebody.
     *
     * @param expectedProfit minor units
     */
    public record Planned(
            String customer, Action action, Team team, Instant dueAt, long expectedProfit, String currency) {}

    Outlook outlook(GoLive one) {
        Policy policy = rulebook.at(one.decidedFor());
        return new Fit(
                        everyone,
                        policy,
                        known(one, Map.of()),
                        capacity.left(policy.calendar(), one.decidedFor(), one.days()),
                        one.decidedFor(),
                        settings.zone())
                .outlook();
    }

    FirstLook firstLook(GoLive one) {
        Instant from = one.liveFrom().orElseThrow();
        Policy policy = rulebook.at(from);
        Terms terms = terms(one);
        return new FirstLook(
                policy,
                known(one, terms.prices()),
                from,
                clock.instant(),
                followUp,
                step -> terms.placed(step, policy.calendar()));
    }

    /**
     * Whom it would contact, by name, worked out again for a page of them.
     *
     * @param after the last customer of the page before
     */
    @Transactional
    public List<Planned> who(GoLive one, String after, int limit) {
        List<Planned> found = new ArrayList<>();
        List<Present> page = everyone.after(after, AT_ONCE);
        while (!page.isEmpty() && found.size() < limit) {
            page.stream()
                    .filter(present -> !present.underWay())
                    .forEach(present -> found.addAll(planned(one, present)));
            page = everyone.after(page.getLast().risk().customer(), AT_ONCE);
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private List<Planned> planned(GoLive one, Present present) {
        Policy policy = rulebook.at(one.decidedFor());
        Terms terms = terms(one);
        Decision decision = policy.decide(new Occasion(
                present.risk(), one.decidedFor(), present.past(), known(one, terms.prices()), present.seed()));
        return decision instanceof Decision.Act act
                ? act.steps().stream()
                        .map(step -> terms.placed(step, policy.calendar()))
                        .map(step -> planned(present, step, act.currency()))
                        .toList()
                : List.of();
    }

    private static Planned planned(Present present, Step step, String currency) {
        return new Planned(
                present.risk().customer(), step.action(), step.team(), step.dueAt(), step.expectedProfit(), currency);
    }

    private static Terms terms(GoLive one) {
        return one.outlook().map(Outlook::terms).orElse(Terms.NONE);
    }

    private Knowledge known(GoLive one, Map<Team, Double> prices) {
        Instant from = one.liveFrom().orElse(one.decidedFor());
        return rulebook.known().with(prices).since(Optional.of(from.minus(Duration.ofDays(one.historyDays()))));
    }
}
