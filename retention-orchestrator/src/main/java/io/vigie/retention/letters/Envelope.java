package io.vigie.retention.letters;

import io.vigie.events.customer.Channel;
import java.util.List;

/**
 * What is sent by machine, whole; personal.
 *
 * @param to addresses, or numbers
 * @param subject empty where the channel knows none
 */
public record Envelope(Channel channel, List<String> to, String subject, String body, List<Enclosure> enclosures) {
    public Envelope {
        to = List.copyOf(to);
        enclosures = List.copyOf(enclosures);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("what is sent must go to somebody");
        }
    }

    /**
     * A file that goes with it.
     *
     * @param base64 its bytes
     */
    public record Enclosure(String name, String type, String base64) {}
}
