package io.vigie.retention.letters;

import java.util.List;

/**
 * One page on a customer for who visits them; personal.
 *
 * @param facts what is known at a glance
 * @param parts why now, what is open, what happened, whom one meets
 */
public record Brief(String language, String customer, String name, String date, List<Line> facts, List<Part> parts) {
    public Brief {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /** One line: what, and what of it. */
    public record Line(String what, String value) {}

    /** Some lines under a title. */
    public record Part(String title, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }
}
