package io.vigie.ingest.desk;

import io.vigie.events.signal.Signal;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What can be noted, to choose from.
 *
 * @param customer about whom, where that is said already
 * @param noted what was just noted, with what it is called
 */
public record NoteChoice(Optional<String> customer, List<Line> lines, Optional<Signal> noted, String label) {
    /** The path of what was just noted on the pages of risk. */
    public String risk() {
        return noted.map(signal -> UriBuilder.fromPath("/risk/customers/{id}").build(signal.customer()))
                .map(URI::toString)
                .orElse("");
    }

    /** One type, and where its form is. */
    public record Line(String label, String address) {}
}
