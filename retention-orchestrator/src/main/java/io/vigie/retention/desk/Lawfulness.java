package io.vigie.retention.desk;

import io.vigie.retention.law.Permission;
import io.vigie.retention.law.Permission.Denial;
import io.vigie.retention.law.Permission.Ground;
import io.vigie.retention.law.Permission.Hindrance;
import java.time.Instant;
import java.util.Optional;

/**
 * What the law says of a task's channel, as a page shows it.
 *
 * @param text that the rule rests on
 * @param proof where the customer's yes is kept
 * @param from when it will be allowed
 */
public record Lawfulness(
        Optional<Ground> ground,
        Optional<Hindrance> hindrance,
        Optional<Denial> denial,
        String text,
        Optional<String> proof,
        Optional<Instant> from) {
    static Lawfulness of(Permission permission) {
        return switch (permission) {
            case Permission.Allowed(String _, String text, Ground ground, Optional<String> proof) ->
                new Lawfulness(Optional.of(ground), Optional.empty(), Optional.empty(), text, proof, Optional.empty());
            case Permission.NotNow(String _, String text, Hindrance because, Instant from) ->
                new Lawfulness(
                        Optional.empty(),
                        Optional.of(because),
                        Optional.empty(),
                        text,
                        Optional.empty(),
                        Optional.of(from));
            case Permission.Denied(String _, String text, Denial because) ->
                new Lawfulness(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(because),
                        text,
                        Optional.empty(),
                        Optional.empty());
        };
    }
}
