package coffeebreak.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The matcher beside a bare flow on the same arcs, each in a Java of its own: time and peak memory.
/// `mvn -pl matching -Pbench` runs all problems, `-Dbench=REPAIR` those whose name matches.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MatchingBenchmark {
    /// Name of a [BenchmarkProblem].
    @Param("")
    public String problem = "";

    /// Drawn for the matcher only, so that its memory is its own.
    @State(Scope.Benchmark)
    public static class Drawn {
        Supplier<Object> matcher = Object::new;

        @Setup(Level.Trial)
        public void draw(MatchingBenchmark benchmark) {
            matcher = BenchmarkProblem.valueOf(benchmark.problem).matcher();
        }
    }

    @State(Scope.Benchmark)
    public static class Arcs {
        BareFlow flow = new BareFlow(new int[0], new int[0], new int[0], new int[0], new int[0]);

        @Setup(Level.Trial)
        public void draw(MatchingBenchmark benchmark) {
            Natives.load();
            flow = BenchmarkProblem.valueOf(benchmark.problem).bareFlow();
        }
    }

    @Benchmark
    public Object matcher(Drawn drawn) {
        return drawn.matcher.get();
    }

    @Benchmark
    public Object bareFlow(Arcs arcs) {
        return arcs.flow.solve();
    }

    /// @param arguments a pattern for the names of the problems to run; none for all
    static void main(String[] arguments) throws RunnerException {
        var pattern = arguments.length == 0 ? ".*" : arguments[0];
        var chosen = Arrays.stream(BenchmarkProblem.values())
                .filter(problem -> problem.name().matches(pattern))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("No problem is named %s: there are %s."
                    .formatted(pattern, Arrays.toString(BenchmarkProblem.values())));
        }
        var table = new StringBuilder("""

                | problem | matcher, ms | bare flow, ms | ratio | matcher's peak: heap (limit), resident | flow's peak resident |
                |---|---|---|---|---|---|
                """);
        for (var problem : chosen) {
            table.append(row(problem, run(problem)));
        }
        IO.println(table);
    }

    private static Collection<RunResult> run(BenchmarkProblem problem) throws RunnerException {
        var options = new OptionsBuilder()
                .include(MatchingBenchmark.class.getName())
                .param("problem", problem.name())
                .addProfiler(PeakMemory.class)
                .jvmArgs("-Xmx" + problem.heap + "m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                .forks(1)
                .threads(1)
                .verbosity(VerboseMode.NORMAL);
        if (problem.large) {
            options.mode(Mode.SingleShotTime).warmupIterations(2).measurementIterations(5);
        } else {
            options.mode(Mode.SampleTime)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(2));
        }
        return new Runner(options.build()).run();
    }

    private static String row(BenchmarkProblem problem, Collection<RunResult> results) {
        var ours = result("matcher", results);
        var bare = result("bareFlow", results);
        return "| %s | %.2f | %.2f | %.2f%s | %s (%d MB), %s | %s |%n"
                .formatted(
                        problem.title,
                        median(ours),
                        median(bare),
                        median(ours) / median(bare),
                        problem.pureFlow ? "" : " (no pure flow)",
                        memory(ours, PeakMemory.HEAP),
                        problem.heap,
                        memory(ours, PeakMemory.RESIDENT),
                        memory(bare, PeakMemory.RESIDENT));
    }

    private static RunResult result(String method, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String memory(RunResult result, String name) {
        var peak = result.getSecondaryResults().get(name);
        return peak == null ? "?" : "%.0f MB".formatted(peak.getScore());
    }
}
