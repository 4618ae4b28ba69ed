package io.vigie.events.risk;

import io.vigie.events.customer.Channel;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact that somebody else made with the customer, because it counts for how often a person may be approached.
 *
 * @param channel where it is known
 * @param refused whether the customer said that they do not want such contacts
 */
public record ContactMade(Instant at, Optional<Channel> channel, boolean refused) {
    public ContactMade {
        channel = channel == null ? Optional.empty() : channel;
    }
}
