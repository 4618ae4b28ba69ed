package io.vigie.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher behind the {@code vigie} script. */
@Command(
        name = "vigie",
        description = "Spots customers about to leave and gets the right person to act in time.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            StartCommand.class,
            StopCommand.class,
            KeyCommand.class,
            SimulateCommand.class,
            SuperviseCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Vigie {
    private Vigie() {}

    /** Runs one command and ends with its status: 0 when all went well, 2 for wrong arguments. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Vigie());
        commandLine.setExecutionExceptionHandler((failure, _, _) -> {
            System.err.println("vigie: " + Failures.told(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(commandLine.execute(arguments));
    }
}
