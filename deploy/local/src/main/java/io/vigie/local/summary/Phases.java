package io.vigie.local.summary;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase of a run took. */
public final class Phases {
    private static final double NANOS = 1e9;
    private static final double TENTHS = 10;

    private final long began = System.nanoTime();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last = began;

    /** The phase that ends now. */
    public void done(String phase) {
        long now = System.nanoTime();
        seconds.put(phase, rounded(now - last));
        last = now;
    }

    /** By phase, and the total. */
    public Map<String, Double> seconds() {
        Map<String, Double> all = new LinkedHashMap<>(seconds);
        all.put("total", rounded(System.nanoTime() - began));
        return all;
    }

    private static double rounded(long nanos) {
        return Math.round(nanos / NANOS * TENTHS) / TENTHS;
    }
}
