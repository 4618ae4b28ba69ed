package io.vigie.kpi.measure;

import io.vigie.events.risk.RiskLevel;
import java.util.Map;

/**
 * Who was a customer at both ends of a period. At an instant, those count whose life began before it and had not ended
 * before it, so that {@code atStart + started - lost = atEnd} for every period.
 *
 * @param valueAtStart sum of their yearly margins then, minor units; a customer's is that of the last assessment by
 *     then, or else of the first one known
 * @param started lives that began within the period: new customers and those who came back
 * @param atEndByLevel by the last assessment by the end; who was not assessed by then is stable
 * @param notScoredAtEnd who objects to profiling, and so has no level
 */
public record Customers(
        long atStart, long valueAtStart, long started, Map<RiskLevel, Long> atEndByLevel, long notScoredAtEnd) {
    public Customers {
        atEndByLevel = Tally.of(RiskLevel.class, atEndByLevel);
    }

    public long atEnd() {
        return notScoredAtEnd
                + atEndByLevel.values().stream().mapToLong(Long::longValue).sum();
    }
}
