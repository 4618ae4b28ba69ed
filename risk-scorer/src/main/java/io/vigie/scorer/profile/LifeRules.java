package io.vigie.scorer.profile;

import io.vigie.events.customer.Segment;
import io.vigie.scorer.silence.MbgNbd;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * When a life ends though nobody says so.
 *
 * @param zone the company's, in which orders fall on days
 * @param silence how likely an ordering customer still is one, by the parameters that were given: fitted ones may
 *     change any day, and what counts as lost must not
 * @param dormant when a customer without a contract counts as dormant, by segment
 * @param lost when they count as lost
 * @param renewalGraceDays a contract that needed a yes and got none counts as ended so many days after its end
 */
public record LifeRules(
        ZoneId zone, MbgNbd silence, Map<Segment, Absence> dormant, Map<Segment, Absence> lost, int renewalGraceDays) {
    public LifeRules {
        for (Segment segment : Segment.values()) {
            if (!dormant.containsKey(segment) || !lost.containsKey(segment)) {
                throw new IllegalArgumentException(
                        "dormant and lost must both say what they mean for " + segment.word());
            }
        }
    }

    public long dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate().toEpochDay();
    }

    /** When a customer without a contract becomes dormant if nothing is heard, or became so. */
    public Optional<Instant> dormantFrom(Profile profile) {
        return profile.contracted() || profile.lost() || profile.objects()
                ? Optional.empty()
                : profile.orders()
                        .map(orders -> dormant.get(Worth.segment(profile)).since(orders, silence));
    }
}
