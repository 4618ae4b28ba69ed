package io.vigie.local;

import io.vigie.local.dataset.HistoryFolder;
import io.vigie.local.simulator.HistoryPlan;
import io.vigie.local.simulator.Simulator;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a simulated company's history, with its hidden truth, for whoever wants to measure against it. */
@Command(
        name = "simulate",
        description = "Write a simulated company's history and its hidden truth into a folder.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "where to")
    private Path folder = Path.of("");

    @Option(names = "--seed", description = "(${DEFAULT-VALUE})", defaultValue = "" + HistoryPlan.SEED)
    private long seed;

    @Option(names = "--customers", description = "(${DEFAULT-VALUE})", defaultValue = "" + HistoryPlan.CUSTOMERS)
    private int customers;

    @Override
    public Integer call() {
        HistoryFolder.write(
                Simulator.simulate(HistoryPlan.usual().withSeed(seed).withCustomers(customers)), folder);
        return 0;
    }
}
