package io.vigie.retention.letters;

import io.vigie.events.customer.Channel;
import io.vigie.retention.law.Approach;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.law.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the law once more, when a message is about to leave, whether the customer may be written to. */
public final class WayOut {
    private WayOut() {}

    /** Whether there is an address, and whether a number. */
    public record Reach(boolean email, boolean phone) {}

    /**
     * The channel of a message.
     *
     * @param owed whether the customer has a right to it, so that no permission is asked for
     * @param reach what there is to send to
     */
    public static Optional<Channel> of(LawBook laws, Approach approach, boolean owed, Reach reach, Instant now) {
        return Stream.of(Channel.EMAIL, Channel.SMS)
                .filter(channel -> channel == Channel.EMAIL ? reach.email() : reach.phone())
                .filter(channel -> owed || laws.planned(approach, channel, now) instanceof Permission.Allowed)
                .findFirst();
    }
}
