package io.vigie.scorer.api;

import io.vigie.scorer.profile.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands in addresses. */
@ApplicationScoped
class Asked {
    private final Clock clock;

    Asked(Clock clock) {
        this.clock = clock;
    }

    /** As of when something is asked, where it says so. */
    Optional<Instant> at(@Nullable String text) {
        return Optional.ofNullable(text).map(one -> instant("at", one));
    }

    /** Up to when something is to be learned, where it says so. */
    Optional<Instant> until(@Nullable String text) {
        return Optional.ofNullable(text).map(one -> past(instant("until", one)));
    }

    /**
     * The same instant.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where it is yet to come, so that nothing is known up to it
     */
    Instant past(Instant until) {
        if (until.isAfter(clock.instant())) {
            throw Problems.unprocessable(
                    "wrong-fit",
                    "Wrong fit",
                    "until is " + until
                            + ", which is yet to come: nothing can be learned of it; leave it out to learn up to"
                            + " now");
        }
        return until;
    }

    static boolean yes(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problems.of(
                        Response.Status.BAD_REQUEST,
                        "wrong-answer",
                        "Neither yes nor no",
                        name + " must be true or false, is \"" + text + "\"");
        };
    }

    private Instant instant(String name, String text) {
        Instant now = clock.instant();
        try {
            Instant instant = Instant.parse(text);
            if (Reach.holds(instant, now)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw wrong(name + " must be an instant such as 2026-03-01T00:00:00Z, is \"" + text + "\"");
        }
        throw wrong(name + " must be an instant " + Reach.text(now) + ", is " + text);
    }

    private static RuntimeException wrong(String detail) {
        return Problems.of(Response.Status.BAD_REQUEST, "wrong-instant", "Wrong instant", detail);
    }
}
