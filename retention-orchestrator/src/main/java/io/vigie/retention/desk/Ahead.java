package io.vigie.retention.desk;

import io.vigie.events.risk.IfNothingComes;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is coming for a customer if nobody acts and nothing is heard.
 *
 * @param rise when the level rises by itself
 * @param dates the other dates, soonest first
 */
public record Ahead(Optional<IfNothingComes> rise, List<Coming> dates) {
    static final Ahead NOTHING = new Ahead(Optional.empty(), List.of());

    /** One date, in the reader's words. */
    public record Coming(String what, Instant on) {}

    static Ahead of(RiskAssessed risk, UnaryOperator<String> naming) {
        return new Ahead(
                risk.ifNothingComes(),
                risk.comingDates().stream()
                        .map(date -> new Coming(naming.apply(date.what()), date.on()))
                        .toList());
    }
}
