package io.vigie.retention.letters;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.DecisionInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks once more, when a message is about to leave, whether the customer still agrees to being written to. */
public final class WayOut {
    private WayOut() {}

    /** Whether there is an address, and whether a number. */
    public record Reach(boolean email, boolean phone) {}

    /**
     * The channel of a message.
     *
     * @param owed whether the customer has a right to it, so that no consent is asked for
     * @param reach what there is to send to
     */
    public static Optional<Channel> of(
            DecisionInput customer, Purpose purpose, boolean owed, Reach reach, Instant now) {
        return Stream.of(Channel.EMAIL, Channel.SMS)
                .filter(channel -> channel == Channel.EMAIL ? reach.email() : reach.phone())
                .filter(channel -> owed || permitted(customer, purpose, channel, now))
                .findFirst();
    }

    private static boolean permitted(DecisionInput customer, Purpose purpose, Channel channel, Instant now) {
        return !customer.objection()
                && customer.consents().stream()
                        .filter(consent -> consent.channel() == channel
                                && consent.purpose() == purpose
                                && !consent.at().isAfter(now))
                        .max(Comparator.comparing(Consent::at))
                        .map(Consent::given)
                        .orElse(customer.segment() == Segment.B2B);
    }
}
