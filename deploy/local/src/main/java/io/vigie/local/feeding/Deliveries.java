package io.vigie.local.feeding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** In which order the signals of a replay arrive, and which of them twice. */
final class Deliveries {
    private static final long USUAL_SEED = 1;

    private Deliveries() {}

    /**
     * @param signals how many there are, numbered from 0 in order of time
     * @return the number of the signal to send next, in order of sending; a second sending comes after the first
     */
    static List<Integer> of(int signals, ReplayPlan plan) {
        SplittableRandom random = new SplittableRandom(plan.shuffle().orElse(USUAL_SEED));
        int[] order = IntStream.range(0, signals).toArray();
        if (plan.shuffle().isPresent()) {
            shuffle(order, random);
        }
        List<Sending> sendings = new ArrayList<>();
        for (int place = 0; place < signals; place++) {
            sendings.add(new Sending(place, order[place]));
        }
        for (int place : drawn(signals, (int) Math.round(signals * plan.duplicates()), random)) {
            sendings.add(new Sending(place + random.nextDouble() * (signals - place), order[place]));
        }
        sendings.sort(Comparator.comparingDouble(Sending::place));
        return sendings.stream().map(Sending::signal).toList();
    }

    /** So many different places, drawn without putting back. */
    private static int[] drawn(int signals, int count, SplittableRandom random) {
        int[] places = IntStream.range(0, signals).toArray();
        shuffle(places, random);
        return IntStream.of(places).limit(count).toArray();
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] numbers, SplittableRandom random) {
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = kept;
        }
    }

    private record Sending(double place, int signal) {}
}
