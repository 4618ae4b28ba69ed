package io.vigie.retention.law;

import io.vigie.events.customer.Channel;
import io.vigie.events.risk.ContactMade;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody approached a customer, for laws and limits that count how often.
 *
 * @param channel where it is known
 * @param reached whether the customer got to know of it
 * @param refused whether they said that they do not want such contacts
 * @param counted whether it counts for the policy's own limits: contacts that we start do, answers that we owe do not
 */
public record Contact(Instant at, Optional<Channel> channel, boolean reached, boolean refused, boolean counted) {
    /** For how long contacts are remembered: nothing that counts them can look back further. */
    public static final int REMEMBERED_DAYS = 90;

    public static Contact elsewhere(ContactMade made) {
        return new Contact(made.at(), made.channel(), true, made.refused(), true);
    }

    boolean by(Channel other) {
        return channel.filter(other::equals).isPresent();
    }
}
