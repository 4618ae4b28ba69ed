package io.vigie.retention.casework;

import java.time.LocalDate;

/**
 * What a customer was told we would do, so that it is done.
 *
 * @param what in the words of who promised; personal
 * @param by the day on which it is to be done at the latest
 */
public record Promise(String what, LocalDate by) {
    public Promise {
        if (what.isBlank()) {
            throw new IllegalArgumentException("promised: say what was promised");
        }
    }
}
