package io.vigie.scorer.api;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads what stands in addresses. */
final class Asked {
    private Asked() {}

    static Instant instant(String text) {
        return instant("at", text);
    }

    static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problems.of(
                    Response.Status.BAD_REQUEST,
                    "wrong-instant",
                    "Wrong instant",
                    name + " must be an instant such as 2026-03-01T00:00:00Z, is \"" + text + "\"");
        }
    }
}
