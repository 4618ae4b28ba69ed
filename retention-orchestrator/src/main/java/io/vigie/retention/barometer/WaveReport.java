package io.vigie.retention.barometer;

import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import java.time.Instant;
import java.util.Map;

/**
 * What has come of a wave so far.
 *
 * @param population how many had left in its days and could be drawn
 * @param drawn how many were
 * @param response of those who could be asked
 * @param causes the real reason where somebody listened, else the stated one
 */
public record WaveReport(
        Wave wave,
        Instant drawnAt,
        long population,
        long drawn,
        ResponseRate response,
        Groups<Cause> causes,
        Groups<JourneyStage> stages) {

    public static WaveReport of(Drawn drawn, Map<Cause, Long> causes, Map<JourneyStage, Long> stages) {
        return new WaveReport(
                drawn.wave(),
                drawn.at(),
                drawn.population(),
                drawn.members(),
                new ResponseRate(drawn.asked(), drawn.answered()),
                Groups.of(Cause.class, causes),
                Groups.of(JourneyStage.class, stages));
    }

    /**
     * A wave and how many are how far.
     *
     * @param asked by some way, or heard without
     */
    public record Drawn(Wave wave, Instant at, long population, long members, long asked, long answered) {}
}
