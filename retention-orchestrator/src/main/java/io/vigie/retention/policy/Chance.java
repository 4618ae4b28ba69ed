package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import java.util.Optional;

/**
 * One thing that a policy would do, and how likely.
 *
 * @param deed empty for nothing
 * @param worth expected profit against doing nothing, minor units
 */
public record Chance(Optional<Deed> deed, double probability, double worth) {
    /**
     * What is done, as far as its effect depends on it.
     *
     * @param offer by its name
     */
    public record Deed(Action action, Optional<String> offer) {}

    static Chance ofNothing(double probability) {
        return new Chance(Optional.empty(), probability, 0);
    }
}
