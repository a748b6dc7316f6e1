package coffeebreak.bot.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Runs Jazzer on one target after the other, each in a JVM of its own, and prints what came of it. The inputs that
/// were worth keeping and the findings stay in `target/fuzz/TARGET`; a later run goes on from them.
///
/// Usage: `Fuzzing SECONDS [TARGET…]`; exit status 1 if anything was found.
public final class Fuzzing {

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern COVERAGE = Pattern.compile("DONE +cov: (\\d+)");
    private static final Pattern FOUND = Pattern.compile("^== Java Exception.*|^==\\d+== ERROR.*", Pattern.MULTILINE);
    private static final String CONNECTING = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery";
    private static final long SEED = 20260426;

    private Fuzzing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var seconds = Integer.parseInt(arguments[0]);
        var targets = arguments.length == 1
                ? List.of(Targets.values())
                : Stream.of(arguments).skip(1).map(Targets::named).toList();
        var lines = new ArrayList<String>();
        var findings = 0;
        for (var target : targets) {
            var told = run(target, seconds);
            findings += told.findings;
            lines.add(told.line());
            System.out.println(told.line());
        }
        System.out.printf("%n| target | executions | minutes | edges | findings |%n|---|---|---|---|---|%n");
        lines.forEach(System.out::println);
        System.out.println("seed " + SEED);
        if (findings > 0) {
            System.exit(1);
        }
    }

    private static Told run(Targets one, int seconds) throws IOException, InterruptedException {
        var name = one.name().toLowerCase(Locale.ROOT);
        var folder = Files.createDirectories(Path.of("target/fuzz", name)).toAbsolutePath();
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        var target = one.make();
        var seeds = target.seeds();
        for (var i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        var log = folder.resolve("log");
        var jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-Xss1m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=coffeebreak/bot/cli/quiet-logback.xml",
                        "-Dfuzz.target=" + name,
                        "-Duser.dir=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + OneInput.class.getName(),
                        "--instrumentation_includes=coffeebreak.**",
                        "--instrumentation_excludes=coffeebreak.bot.fuzz.**",
                        "--custom_hook_includes=coffeebreak.**",
                        "--keep_going=25",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-seed=" + SEED,
                        "-timeout=10",
                        // Long inputs from the first minute on: what takes long shows in them.
                        "-len_control=0",
                        "--disabled_hooks=" + (target.connects() ? CONNECTING : "none"),
                        "-max_len=" + target.longest(),
                        "-max_total_time=" + seconds,
                        "-rss_limit_mb=4096",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var process = jazzer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!process.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Told.of(name, Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    private record Told(String name, long executions, long seconds, String edges, int findings) {

        static Told of(String name, String log) {
            var done = DONE.matcher(log);
            var ended = done.find();
            var coverage = COVERAGE.matcher(log);
            var found = (int) FOUND.matcher(log).results().count();
            return new Told(
                    name,
                    ended ? Long.parseLong(done.group(1)) : -1,
                    ended ? Long.parseLong(done.group(2)) : -1,
                    coverage.find() ? coverage.group(1) : "?",
                    // A run that did not come to its end is a finding, whatever the reason.
                    ended ? found : Math.max(1, found));
        }

        String line() {
            return "| %s | %,d | %.1f | %s | %d |".formatted(name, executions, seconds / 60.0, edges, findings);
        }
    }
}
