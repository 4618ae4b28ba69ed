package io.vigie.scorer.train;

import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.learning.training.CannotLearn;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has a running scorer learn from its signal history, and shows how far it is. */
@Command(
        name = "vigie train --history",
        mixinStandardHelpOptions = true,
        description = "Learns from the signal history of a running system; the model becomes a candidate there.")
final class TrainHistory implements Callable<Integer> {
    /** Tells this command from learning from a table. */
    static final String WORD = "--history";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "where risk-scorer answers (${DEFAULT-VALUE})",
            defaultValue = "http://localhost:8082")
    private URI url = URI.create("http://localhost:8082");

    @Option(
            names = "--user",
            paramLabel = "NAME[:PASSWORD]",
            description = "who asks; the password may stand in VIGIE_PASSWORD")
    private Optional<String> user = Optional.empty();

    @Option(names = "--until", paramLabel = "INSTANT", description = "leave out what happened later")
    private Optional<Instant> until = Optional.empty();

    @Option(
            names = "--without-contract",
            paramLabel = "MEANS",
            description = "what counts as having left without a contract: no-order within the horizon, or end-of-life",
            defaultValue = "no-order",
            converter = MeansWord.class)
    private LeftMeans withoutContract = LeftMeans.NO_ORDER;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description = "between two looks back (${DEFAULT-VALUE})",
            defaultValue = "30")
    private int everyDays = 30;

    @Option(names = "--json", paramLabel = "OUT", description = "write the figures to this file")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE", description = "write the model to this file")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "(${DEFAULT-VALUE})", defaultValue = "1")
    private long seed = 1;

    static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new TrainHistory());
        commandLine.setExecutionExceptionHandler((failure, line, _) -> {
            if (failure instanceof CannotLearn problem) {
                line.getErr().println("vigie: " + problem.why());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
        String[] options = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(WORD))
                .toArray(String[]::new);
        return commandLine.execute(options);
    }

    @Override
    public Integer call() {
        json.ifPresent(Written::check);
        model.ifPresent(Written::check);
        RunningScorer scorer = new RunningScorer(url, user, Optional.ofNullable(System.getenv("VIGIE_PASSWORD")));
        HistoryModelFile file =
                scorer.learn(new RunningScorer.Wish(until, withoutContract, everyDays, seed), Bars.forThisTerminal());
        model.ifPresent(to -> Written.whole(to, file.bytes()));
        HistoryReport report = HistoryReport.of(file);
        json.ifPresent(to -> Written.whole(to, report.bytes()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.text());
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** Reads the word as everywhere else. */
    static final class MeansWord implements CommandLine.ITypeConverter<LeftMeans> {
        @Override
        public LeftMeans convert(String word) {
            return io.vigie.events.Word.of(LeftMeans.class, word);
        }
    }
}
