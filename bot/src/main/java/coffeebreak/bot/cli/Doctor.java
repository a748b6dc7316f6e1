package coffeebreak.bot.cli;

import coffeebreak.bot.Examination;
import coffeebreak.bot.Examination.Native;
import coffeebreak.bot.doctor.Finding.Mark;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Whether `serve` would serve, and what is missing.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Look whether serve can serve: settings, files, Slack's tokens and scopes, Redis, clock, ports, libraries.",
            "Reads the same environment as serve, changes nothing, and nobody in the workspace sees anything of it.",
            "One line for each look: ✓ well, ✗ wrong, with the way out, – could not be looked at or worth knowing.",
            "Exit status 0 when nothing is wrong."
        })
final class Doctor implements Callable<Integer> {

    private final Map<String, String> variables;
    private final InstantSource wallClock;
    private final List<Native> natives;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Doctor() {
        this(System.getenv(), InstantSource.system(), Examination.natives());
    }

    Doctor(Map<String, String> variables, InstantSource wallClock, List<Native> natives) {
        this.variables = variables;
        this.wallClock = wallClock;
        this.natives = natives;
    }

    @Override
    public Integer call() {
        Libraries.hush();
        var out = spec.commandLine().getOut();
        var seen = new EnumMap<Mark, Integer>(Mark.class);
        new Examination(variables, wallClock, natives).tell(finding -> {
            seen.merge(finding.mark(), 1, Integer::sum);
            out.println(finding);
            out.flush();
        });
        var wrong = seen.getOrDefault(Mark.WRONG, 0);
        out.println(
                wrong == 0
                        ? "Nothing is wrong."
                        : wrong == 1 ? "One thing is wrong." : "%d things are wrong.".formatted(wrong));
        out.flush();
        return wrong == 0 ? 0 : 1;
    }
}
