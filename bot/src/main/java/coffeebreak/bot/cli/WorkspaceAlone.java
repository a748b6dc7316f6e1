package coffeebreak.bot.cli;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.files.YamlRoster;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the local workspace by itself, for any Slack client.
@Command(
        name = "workspace",
        mixinStandardHelpOptions = true,
        description = "Run the local Slack workspace alone, on loopback, with the demo's invented people.")
final class WorkspaceAlone implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8090", description = "The port on loopback (default: ${DEFAULT-VALUE}).")
    private int port = 8090;

    @Option(
            names = "--event-url",
            paramLabel = "URL",
            description =
                    "Push signed events to this address of a bot on this machine; without it bots connect by Socket Mode.")
    private @Nullable URI eventUrl;

    @Override
    public Integer call() {
        var real = InstantSource.system();
        var programme = YamlProgramme.builtIn();
        var workspace = LocalWorkspace.of(
                port,
                programme,
                YamlRoster.demo(programme, real.instant()),
                eventUrl,
                List.of("Everybody here is invented but the mentors, whose topics are examples."),
                LocalWorkspace.clock(real, real.instant(), programme));
        var address = Listening.start(workspace, port);
        Runtime.getRuntime().addShutdownHook(new Thread(workspace::close));
        System.out.printf(
                "The local workspace is at %s%nPoint a bot at it with SLACK_API_URL=%s/api/ and the tokens%n"
                        + "SLACK_BOT_TOKEN=%s SLACK_APP_TOKEN=%s SLACK_SIGNING_SECRET=%s%n(or start it with these variables set to "
                        + "your own).%n",
                address,
                address,
                LocalWorkspace.fromEnvironment("SLACK_BOT_TOKEN", LocalWorkspace.BOT_TOKEN),
                LocalWorkspace.fromEnvironment("SLACK_APP_TOKEN", LocalWorkspace.APP_TOKEN),
                LocalWorkspace.fromEnvironment("SLACK_SIGNING_SECRET", LocalWorkspace.SIGNING_SECRET));
        return Listening.untilStopped();
    }
}
