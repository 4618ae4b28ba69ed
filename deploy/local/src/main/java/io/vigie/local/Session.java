package io.vigie.local;

import io.vigie.local.dataset.Dataset;
import io.vigie.local.dataset.Datasets;
import io.vigie.local.dataset.HistoryFolder;
import io.vigie.local.feeding.ImportReport;
import io.vigie.local.feeding.Meter;
import io.vigie.local.feeding.ReplayPlan;
import io.vigie.local.simulator.HistoryPlan;
import io.vigie.local.simulator.Simulator;
import io.vigie.local.summary.Phases;
import io.vigie.local.summary.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A run as somebody at a terminal meets it: told step by step, and put away however it ends.
 *
 * @param data the history; a simulated one where empty
 * @param replay how it is replayed; as its kind of history is fed where empty
 * @param staysUp whether to keep running until Ctrl-C
 */
record Session(
        Optional<Path> data, Optional<ReplayPlan> replay, Optional<Path> summaryFile, int basePort, boolean staysUp) {

    /** @return 0 when everything adds up and is up */
    int run() {
        Place place = Place.here();
        Phases phases = new Phases();
        RunFolder folder = RunFolder.fresh(place.kept());
        try {
            Dataset dataset = dataset(folder, phases);
            int status = run(place, dataset, folder, phases);
            folder.delete();
            return status;
        } catch (RuntimeException failed) {
            System.err.println("The logs of this run are in " + folder.path().resolve("logs"));
            throw failed;
        }
    }

    private Dataset dataset(RunFolder folder, Phases phases) {
        Path history = data.orElseGet(() -> simulated(folder));
        Dataset dataset = Datasets.shipped().recognise(history);
        System.out.println(Story.of(dataset));
        phases.done("read");
        return dataset;
    }

    private static Path simulated(RunFolder folder) {
        HistoryPlan plan = HistoryPlan.usual();
        System.out.println("Simulating two years of a company with " + plan.customers() + " customers");
        Path history = folder.path().resolve("history");
        HistoryFolder.write(Simulator.simulate(plan), history);
        return history;
    }

    private int run(Place place, Dataset dataset, RunFolder folder, Phases phases) {
        Users users = Users.ofDemo();
        System.out.println("Starting Kafka, PostgreSQL and the four services");
        Run run = Run.start(place, dataset, folder, basePort, users, phases, Cast.WHOLE);
        Thread hook = Thread.ofPlatform().unstarted(() -> putAway(run, folder));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ImportReport report = run.feed(replay, Meter.forThisTerminal());
            Summary summary = run.summary(report);
            List<String> faults = summary.faults();
            summaryFile.ifPresent(summary::write);
            System.out.println(Story.of(summary, report, run.services()));
            faults.forEach(fault -> System.out.println("WRONG: " + fault));
            if (staysUp) {
                System.out.println(Story.of(run.services(), users) + "\nCtrl-C stops it all.");
                waitForCtrlC();
            }
            return faults.isEmpty() ? 0 : 1;
        } finally {
            run.close();
            forget(hook);
        }
    }

    private static void putAway(Run run, RunFolder folder) {
        System.out.println("\nStopping");
        run.close();
        folder.delete();
    }

    private static void waitForCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Refused once the machine is going down: then the hook is at work already. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            waitForCtrlC();
        }
    }
}
