package coffeebreak.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// The most memory the benchmark's process has had so far, in megabytes: of its heap, and, where the system says so
/// (Linux), resident in all, native memory included.
public final class PeakMemory implements InternalProfiler {
    static final String HEAP = "peak.heap";
    static final String RESIDENT = "peak.resident";

    private static final Path STATUS = Path.of("/proc/self/status");

    @Override
    public String getDescription() {
        return "Peak memory";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var peaks = new ArrayList<Result<?>>();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        peaks.add(megabytes(HEAP, heap / 1024));
        if (Files.exists(STATUS)) {
            lines().stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .forEach(kilobytes -> peaks.add(megabytes(RESIDENT, kilobytes)));
        }
        return peaks;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(STATUS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ScalarResult megabytes(String name, long kilobytes) {
        return new ScalarResult(name, kilobytes / 1024.0, "MB", AggregationPolicy.MAX);
    }
}
