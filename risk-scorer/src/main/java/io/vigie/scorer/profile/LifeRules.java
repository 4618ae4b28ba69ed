package io.vigie.scorer.profile;

import io.vigie.events.customer.Segment;
import io.vigie.scorer.silence.MbgNbd;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * When a life ends though nobody says so.
 *
 * @param zone the company's, in which orders fall on days
 * @param silence how likely an ordering customer still is one
 * @param lostBelowAlive without a contract: lost when P(alive) falls below this
 * @param lostAfterDays or after so many days without an order, whichever comes first
 * @param renewalGraceDays a contract that needed a yes and got none counts as ended so many days after its end
 */
public record LifeRules(
        ZoneId zone, MbgNbd silence, double lostBelowAlive, Map<Segment, Integer> lostAfterDays, int renewalGraceDays) {

    public long dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate().toEpochDay();
    }
}
