package io.vigie.scorer.watch;

import java.time.Instant;
import java.util.List;

/**
 * How a customer's probability ran, and how it runs on if nothing is heard.
 *
 * @param base the probability of which levels are multiples, at that instant
 * @param past up to the instant asked for, that one included
 * @param ahead from there on, that one included
 */
public record Course(double base, List<Point> past, List<Point> ahead) {
    public Course {
        past = List.copyOf(past);
        ahead = List.copyOf(ahead);
    }

    /** The probability at an instant. */
    public record Point(Instant at, double probability) {
        static Point of(Glance glance) {
            return new Point(glance.at(), glance.probability());
        }
    }
}
