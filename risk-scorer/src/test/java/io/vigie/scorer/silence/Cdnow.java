package io.vigie.scorer.silence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A CD shop's real orders (1/10 sample of its customers of early 1997), where the public data are at hand. */
final class Cdnow {
    static final LocalDate CUT = LocalDate.parse("1997-09-30");
    private static final Path FILE =
            Path.of(System.getProperty("vigie.shared", ""), "data", "cdnow", "cdnow_sample.csv");

    private final Map<String, NavigableMap<LocalDate, Double>> amounts = new TreeMap<>();

    private Cdnow() {}

    static Cdnow read() {
        Assumptions.assumeTrue(Files.exists(FILE), "the public data set cdnow is not at hand");
        Cdnow cdnow = new Cdnow();
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.skip(1).map(line -> line.split(",")).forEach(cdnow::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return cdnow;
    }

    private void add(String[] cells) {
        amounts.computeIfAbsent(cells[0], customer -> new TreeMap<>())
                .merge(LocalDate.parse(cells[2]), Double.parseDouble(cells[4]), Double::sum);
    }

    /** Each customer's history up to the cut, in the same order as {@link #ordersAfterCut}. */
    List<OrderHistory> histories() {
        return known().stream().map(Cdnow::history).toList();
    }

    List<Integer> ordersAfterCut() {
        return amounts.values().stream()
                .filter(days -> !days.headMap(CUT, true).isEmpty())
                .map(days -> days.tailMap(CUT, false).size())
                .toList();
    }

    /** What repeaters spent at their repeats up to the cut. */
    List<GammaGamma.Spend> repeatSpend() {
        List<GammaGamma.Spend> spend = new ArrayList<>();
        for (NavigableMap<LocalDate, Double> days : known()) {
            Collection<Double> repeats = days.tailMap(days.firstKey(), false).values();
            double mean =
                    repeats.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            if (mean > 0) {
                spend.add(new GammaGamma.Spend(repeats.size(), mean));
            }
        }
        return spend;
    }

    private List<NavigableMap<LocalDate, Double>> known() {
        return amounts.values().stream()
                .map(days -> days.headMap(CUT, true))
                .filter(days -> !days.isEmpty())
                .toList();
    }

    private static OrderHistory history(NavigableMap<LocalDate, Double> days) {
        LocalDate first = days.firstKey();
        return new OrderHistory(
                days.size() - 1,
                days.lastKey().toEpochDay() - first.toEpochDay(),
                CUT.toEpochDay() - first.toEpochDay());
    }
}
