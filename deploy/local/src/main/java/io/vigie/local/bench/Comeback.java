package io.vigie.local.bench;

import io.vigie.local.feeding.Counts;
import io.vigie.local.feeding.Services;
import io.vigie.local.feeding.Unexpected;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.Service;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scorer that comes back.
 *
 * @param bytes of state on disk, by store
 * @param restartSeconds until it answers again after a stop, its state in place
 * @param restoreSeconds until it does after a kill, all its state restored
 */
record Comeback(Map<String, Long> bytes, double restartSeconds, double restoreSeconds) {
    private static final double NANOS = 1e9;

    /**
     * @param state the folder of its state
     * @param signals it must know of to be back
     */
    static Comeback of(Fleet fleet, Services services, Path state, long signals) {
        fleet.stop(Service.RISK_SCORER);
        Map<String, Long> bytes = new TreeMap<>(StateOnDisk.in(state));
        double restart = secondsToAnswer(fleet, services, signals);
        fleet.kill(Service.RISK_SCORER);
        return new Comeback(bytes, restart, secondsToAnswer(fleet, services, signals));
    }

    private static double secondsToAnswer(Fleet fleet, Services services, long signals) {
        long start = System.nanoTime();
        fleet.restart(Service.RISK_SCORER);
        while (!knows(services, signals)) {
            fleet.mustBeAlive();
            Pause.aMoment();
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static boolean knows(Services services, long signals) {
        try {
            return Counts.of(services).processed() >= signals;
        } catch (Unexpected notYet) {
            return false;
        }
    }
}
