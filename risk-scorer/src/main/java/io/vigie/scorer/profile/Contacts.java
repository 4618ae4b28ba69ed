package io.vigie.scorer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Channel;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.signal.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The latest contacts that somebody made with a customer: as many as limits on contacts can ask for. */
final class Contacts {
    private static final Duration AS_FAR_AS_LIMITS_LOOK = Duration.ofDays(90);
    private static final int MOST = 8;
    private static final String REFUSED = "refused";

    private Contacts() {}

    /** Entries come in their order, so the new one is the last. */
    static List<ContactMade> plus(List<ContactMade> before, Signal signal) {
        JsonNode data = signal.attributes();
        ContactMade contact = new ContactMade(
                signal.time(),
                channel(data.path("channel").asText("")),
                REFUSED.equalsIgnoreCase(data.path("outcome").asText("")));
        List<ContactMade> all = Stream.concat(before.stream(), Stream.of(contact))
                .filter(one -> one.at().plus(AS_FAR_AS_LIMITS_LOOK).isAfter(signal.time()))
                .toList();
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    private static Optional<Channel> channel(String word) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }
}
