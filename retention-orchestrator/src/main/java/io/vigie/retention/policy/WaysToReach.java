package io.vigie.retention.policy;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.DecisionInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which ways to a customer are open for keeping them: usable at all, and permitted. Consumers are not called or written
 * to electronically without their yes (Code de la consommation L223-1, CPCE L34-5); letters, visits and businesses
 * rest on legitimate interest until refused.
 */
record WaysToReach(DecisionInput customer, Instant now) {
    boolean any() {
        return switch (customer.segment()) {
            case B2B -> List.of(Action.values()).stream().anyMatch(this::open);
            case B2C -> open(Action.MESSAGE) || open(Action.LETTER) || open(Action.CALL);
        };
    }

    boolean open(Action action) {
        return channels(action).stream().anyMatch(channel -> usable(channel) && permitted(channel));
    }

    /** For what a customer has a right to be told, which needs no consent. */
    boolean usable(Action action) {
        return channels(action).stream().anyMatch(this::usable);
    }

    private boolean usable(Channel channel) {
        return customer.reachableBy().contains(channel);
    }

    private boolean permitted(Channel channel) {
        Optional<Boolean> said = customer.consents().stream()
                .filter(consent -> consent.channel() == channel
                        && consent.purpose() == Purpose.RETENTION
                        && !consent.at().isAfter(now))
                .max(Comparator.comparing(Consent::at))
                .map(Consent::given);
        return said.orElse(!needsConsent(channel));
    }

    private boolean needsConsent(Channel channel) {
        return customer.segment() == Segment.B2C
                && switch (channel) {
                    case EMAIL, SMS, PHONE -> true;
                    case LETTER, VISIT -> false;
                };
    }

    private static List<Channel> channels(Action action) {
        return switch (action) {
            case MESSAGE -> List.of(Channel.EMAIL, Channel.SMS);
            case LETTER -> List.of(Channel.LETTER);
            case CALL -> List.of(Channel.PHONE);
            case ACCOUNT_MANAGER_VISIT, SALES_DIRECTOR_VISIT -> List.of(Channel.VISIT);
        };
    }
}
