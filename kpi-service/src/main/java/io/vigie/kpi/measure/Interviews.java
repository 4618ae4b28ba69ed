package io.vigie.kpi.measure;

import io.vigie.events.signal.Cause;
import java.util.Map;

/**
 * What leavers said of why they left.
 *
 * @param asked who was sent questions, or spoken to
 * @param held who said why, in an interview or by a link
 * @param byReason of those the reason behind it, else the one they gave; nothing of fewer than five, who would be known by it
 */
public record Interviews(long asked, long held, Map<Cause, Long> byReason) {
    private static final int FEWEST = 5;

    public Interviews {
        byReason = Tally.of(Cause.class, held < FEWEST ? Map.of() : byReason);
    }
}
