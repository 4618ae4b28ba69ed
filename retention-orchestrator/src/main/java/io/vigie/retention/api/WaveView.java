package io.vigie.retention.api;

import io.vigie.events.Word;
import io.vigie.retention.barometer.Groups;
import io.vigie.retention.barometer.WaveReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A wave of the barometer.
 *
 * @param population how many could be drawn
 * @param asked how many of those drawn could be asked
 * @param responseRate of those asked, with its interval of 95 %
 * @param causes answers by cause; {@code fewer-than-five} stands for the small groups together
 */
public record WaveView(
        String name,
        LocalDate from,
        LocalDate to,
        Instant drawnAt,
        long population,
        long drawn,
        long asked,
        long answered,
        Rate responseRate,
        Map<String, Long> causes,
        Map<String, Long> stages) {
    private static final String TOGETHER = "fewer-than-five";

    /** A share and between which it lies. */
    public record Rate(double rate, double lowest, double highest) {}

    static WaveView of(WaveReport report) {
        var response = report.response();
        return new WaveView(
                report.wave().name(),
                report.wave().from(),
                report.wave().to(),
                report.drawnAt(),
                report.population(),
                report.drawn(),
                response.asked(),
                response.answered(),
                new Rate(response.rate(), response.lowest(), response.highest()),
                words(report.causes()),
                words(report.stages()));
    }

    private static <K extends Enum<K> & Word> Map<String, Long> words(Groups<K> groups) {
        Map<String, Long> words = new TreeMap<>();
        groups.told().forEach((kind, people) -> words.put(kind.word(), people));
        if (groups.together() > 0) {
            words.put(TOGETHER, groups.together());
        }
        return words;
    }
}
