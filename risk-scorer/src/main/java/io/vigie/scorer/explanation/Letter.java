package io.vigie.scorer.explanation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The answer to the customer who asks what is worked out about them, from which data, and what follows (GDPR 15). */
public record Letter(String customer, String language, Instant asOf, String title, List<Part> parts) {
    public Letter {
        parts = List.copyOf(parts);
    }

    /** One heading with what stands under it. */
    public record Part(String heading, List<String> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** All of it as plain text. */
    public String text() {
        return title + "\n\n"
                + parts.stream()
                        .map(part -> part.heading() + "\n" + String.join("\n", part.lines()) + "\n")
                        .collect(Collectors.joining("\n"));
    }
}
