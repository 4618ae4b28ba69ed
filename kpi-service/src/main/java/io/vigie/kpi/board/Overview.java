package io.vigie.kpi.board;

import io.vigie.events.risk.Leaving;
import io.vigie.kpi.measure.Churn;
import io.vigie.kpi.measure.Kpis;
import io.vigie.kpi.measure.Shares;
import io.vigie.kpi.measure.Split;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page shows of a period.
 *
 * @param first its first day
 * @param last its last day, in it: people mean a day as a whole
 */
public record Overview(Kpis kpis, LocalDate first, LocalDate last, List<Preset> presets) {

    /** A period that many ask for. */
    public record Preset(int days, LocalDate first, LocalDate last, boolean current) {}

    /** One way of leaving, or all of them. */
    public record Line(
            Optional<Leaving> way,
            long customers,
            Optional<Double> customersShare,
            long value,
            Optional<Double> valueShare) {}

    public String currency() {
        return kpis.currency().orElse("EUR");
    }

    public List<Line> ways() {
        Churn churn = kpis.churn();
        return List.of(
                line(Leaving.BY_CHOICE, churn),
                line(Leaving.UNPAID, churn),
                line(Leaving.UNAVOIDABLE, churn),
                new Line(
                        Optional.empty(),
                        churn.customersLost().total(),
                        churn.customersLostShare().map(Shares::total),
                        churn.valueLost().total(),
                        churn.valueLostShare().map(Shares::total)));
    }

    public Optional<Duration> median() {
        return kpis.work().signalToTask().medianMillis().map(Duration::ofMillis);
    }

    public Optional<Duration> p99() {
        return kpis.work().signalToTask().p99Millis().map(Duration::ofMillis);
    }

    /** Whether any count is more than zero. */
    public boolean any(Map<?, Long> counts) {
        return counts.values().stream().anyMatch(count -> count > 0);
    }

    private static Line line(Leaving way, Churn churn) {
        return new Line(
                Optional.of(way),
                of(churn.customersLost(), way),
                churn.customersLostShare().map(shares -> of(shares, way)),
                of(churn.valueLost(), way),
                churn.valueLostShare().map(shares -> of(shares, way)));
    }

    private static long of(Split split, Leaving way) {
        return switch (way) {
            case BY_CHOICE -> split.byChoice();
            case UNPAID -> split.unpaid();
            case UNAVOIDABLE -> split.unavoidable();
        };
    }

    private static double of(Shares shares, Leaving way) {
        return switch (way) {
            case BY_CHOICE -> shares.byChoice();
            case UNPAID -> shares.unpaid();
            case UNAVOIDABLE -> shares.unavoidable();
        };
    }
}
