package coffeebreak.bot.cli;

import coffeebreak.bot.UnusableSettings;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.files.BadFile;
import coffeebreak.bot.redis.CannotMove;
import coffeebreak.bot.redis.EmbeddedRedis;
import java.util.Arrays;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The jar's one entry point. Exit status 0 only when it worked, 1 when it could not, 2 for wrong usage.
@Command(
        name = "coffeebreak",
        mixinStandardHelpOptions = true,
        version = "coffeebreak 0.1",
        description =
                "Seats the people of a workshop with somebody worth talking to, and answers questions about the day.",
        subcommands = {
            Demo.class,
            Rehearse.class,
            Serve.class,
            Doctor.class,
            WorkspaceAlone.class,
            Check.class,
            ExportEvent.class,
            ImportEvent.class,
            AskCommand.class,
            MatchCommand.class,
            PairCommand.class,
            AffinityOfFiles.class
        })
public final class Coffeebreak implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Coffeebreak() {}

    /// Runs the command named by the arguments and exits with its status, unless it keeps serving.
    public static void main(String[] arguments) {
        var status = run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /// To know all commands takes a third of a second, and a bot that starts is waited for.
    static int run(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            return explained(new CommandLine(new Serve()).setCommandName("coffeebreak serve"))
                    .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        return commands().execute(arguments);
    }

    /// For tests that read what a command prints.
    static CommandLine commands() {
        return commands(CommandLine.defaultFactory());
    }

    /// @param commands makes each command
    static CommandLine commands(IFactory commands) {
        return explained(new CommandLine(new Coffeebreak(), commands));
    }

    private static CommandLine explained(CommandLine commands) {
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(oneLine(failure));
                    command.getErr().flush();
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /// Without a command: the help.
    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /// What a person can act on is said as it is; anything else is a fault of ours and keeps its trace.
    private static String oneLine(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadFile
                    || cause instanceof UnusableSettings
                    || cause instanceof EmbeddedRedis.CannotStart
                    || cause instanceof CannotMove
                    || cause instanceof CannotRun) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort()
                        + " is taken: stop what listens there, or set PORT (or COFFEEBREAK_MANAGEMENT_PORT) to another.";
            }
            if (cause instanceof StoreUnavailable) {
                return "Redis does not answer: start it, or correct REDIS_URL.";
            }
        }
        var trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        return trace.toString();
    }
}
