package io.vigie.retention.policy;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.retention.law.Approach;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.law.Permission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which ways to a customer are open for what we want of them, by the law of their country. */
record WaysToReach(LawBook laws, Approach approach, Instant now) {
    private static final String UNFITTING = "unfitting";

    /** Whether any way is open at all. */
    boolean any() {
        return Stream.of(Action.values()).anyMatch(this::open);
    }

    boolean open(Action action) {
        return barredBy(action).isEmpty();
    }

    /** The rule that stands against an action; consumers are not visited. */
    Optional<String> barredBy(Action action) {
        List<Permission> permissions = channels(action).stream()
                .map(channel -> laws.planned(approach, channel, now))
                .toList();
        if (permissions.stream().anyMatch(Permission.Allowed.class::isInstance)) {
            boolean visit = channels(action).contains(Channel.VISIT);
            return visit && approach.customer().segment() == Segment.B2C ? Optional.of(UNFITTING) : Optional.empty();
        }
        return Optional.of(permissions.getFirst().rule());
    }

    /** From when an action up to the hardest will be open that now is not, as far as is known. */
    Optional<Instant> opensAt(Action hardest) {
        return Stream.of(Action.values())
                .filter(action -> action.compareTo(hardest) <= 0)
                .flatMap(action -> channels(action).stream())
                .map(channel -> laws.planned(approach, channel, now))
                .filter(Permission.NotNow.class::isInstance)
                .map(permission -> ((Permission.NotNow) permission).from())
                .min(Comparator.naturalOrder());
    }

    /** How a customer can be told what they have a right to, which needs no permission: durably, if that can be. */
    Optional<Action> towards() {
        Set<Channel> reachable = approach.customer().reachableBy();
        return Stream.of(Channel.EMAIL, Channel.LETTER, Channel.SMS)
                .filter(reachable::contains)
                .findFirst()
                .map(channel -> channel == Channel.LETTER ? Action.LETTER : Action.MESSAGE);
    }

    static List<Channel> channels(Action action) {
        return switch (action) {
            case MESSAGE -> List.of(Channel.EMAIL, Channel.SMS);
            case LETTER -> List.of(Channel.LETTER);
            case CALL -> List.of(Channel.PHONE);
            case ACCOUNT_MANAGER_VISIT, SALES_DIRECTOR_VISIT -> List.of(Channel.VISIT);
        };
    }
}
