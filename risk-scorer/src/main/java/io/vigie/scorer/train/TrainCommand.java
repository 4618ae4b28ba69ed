package io.vigie.scorer.train;

import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.fitting.TableLearner;
import io.vigie.scorer.learning.table.Lesson;
import io.vigie.scorer.learning.table.Preparing;
import io.vigie.scorer.learning.table.TableProblem;
import io.vigie.scorer.learning.table.TableQuestion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from a table of present and former customers, and says how well it would have told them apart. */
@Command(
        name = "vigie train",
        description = "Learn from a table of present and former customers.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--table", paramLabel = "FILE", required = true, description = "a CSV file, gzipped or not")
    private Path table = Path.of("");

    @Option(names = "--id", paramLabel = "COLUMN", description = "the column that names the customer")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--left",
            paramLabel = "COLUMN[=VALUE]",
            required = true,
            description = "the column, and its value, by which a customer has left")
    private String left = "";

    @Option(names = "--keep", paramLabel = "COLUMN", description = "learn from this column though it looks like a leak")
    private Set<String> keep = Set.of();

    @Option(names = "--ignore", paramLabel = "COLUMN", description = "do not learn from this column")
    private Set<String> ignore = Set.of();

    @Option(names = "--json", paramLabel = "OUT", description = "write the figures to this file")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE", description = "write the model to this file")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "(${DEFAULT-VALUE})", defaultValue = "1")
    private long seed = 1;

    /** Runs the command and ends with its status: 0 when all went well, 1 when it could not learn, 2 for wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        if (List.of(arguments).contains(TrainHistory.WORD)) {
            return TrainHistory.run(arguments);
        }
        CommandLine commandLine = new CommandLine(new TrainCommand());
        commandLine.setExecutionExceptionHandler((failure, line, _) -> {
            if (failure instanceof TableProblem problem) {
                line.getErr().println("vigie: " + problem.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
        return commandLine.execute(arguments);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        json.ifPresent(Written::check);
        model.ifPresent(Written::check);
        Lesson lesson = Preparing.prepare(new TableQuestion(table, id, left, keep, ignore));
        Optional<String> obstacle = Growing.obstacle();
        obstacle.ifPresent(why -> spec.commandLine().getErr().println("vigie: " + why));
        TableModelFile file = TableLearner.learn(lesson, seed, obstacle, Bars.forThisTerminal());
        model.ifPresent(to -> Written.whole(to, file.bytes()));
        TrainingReport report = TrainingReport.of(file);
        json.ifPresent(to -> Written.whole(to, report.bytes()));
        out.print(report.text());
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
