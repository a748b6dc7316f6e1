package coffeebreak.bot.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Says what goes on in a command that takes long: nothing in the first second, then on a terminal one line that is
/// written over, elsewhere a line for each new step and every ten seconds.
final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int WIDTH = 79;
    private static final String OVER = "\r\u001b[K";

    private final String command;
    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long start;

    private String step = "";
    private String count = "";
    private String said = "";
    private long saidAt;

    /// @param nanoTime as [System#nanoTime]
    Progress(String command, PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.command = command;
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /// On a stream, from now on.
    static Progress on(PrintStream out, String command) {
        var progress = new Progress(command, out, out == System.err && isTerminal(), System::nanoTime);
        progress.ticker().scheduleAtFixedRate(progress::tick, 1, 1, TimeUnit.SECONDS);
        return progress;
    }

    private ScheduledExecutorService ticker() {
        return Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name("progress").unstarted(work));
    }

    /// [java.io.Console] knows of standard input and output only, and output goes into a file as a rule.
    private static boolean isTerminal() {
        try {
            return Files.exists(Path.of("/proc/self/fd/2"))
                    && Path.of("/proc/self/fd/2").toRealPath().toString().matches("/dev/(pts/\\d+|tty.*|console)");
        } catch (java.io.IOException _) {
            return false;
        }
    }

    /// What begins now. From any thread.
    synchronized void step(String what) {
        step = what;
        count = "";
    }

    /// What goes on, and how much of it is done. From any thread.
    synchronized void step(String what, long done, long of) {
        step = what;
        count = ", %,d of %,d".formatted(done, of);
    }

    /// What goes on, and where it is. From any thread.
    synchronized void step(String what, String where) {
        step = what;
        count = ", " + where;
    }

    /// A line that stays.
    synchronized void note(String line) {
        out.println((terminal && !said.isEmpty() ? OVER : "") + command + ": " + line);
    }

    /// To be called every second.
    synchronized void tick() {
        long now = nanoTime.getAsLong();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - start);
        if (now - start < QUIET.toNanos() || step.isEmpty()) {
            return;
        }
        var line = "%s: %s%s (%d s)".formatted(command, step, count, seconds);
        if (terminal) {
            out.print(OVER + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
            out.flush();
        } else if (!step.equals(said) || now - saidAt >= SILENCE.toNanos()) {
            out.println(line);
        } else {
            return;
        }
        said = step;
        saidAt = now;
    }

    /// Leaves a clean line behind, and says no more.
    synchronized void hush() {
        if (terminal && !said.isEmpty()) {
            out.print(OVER);
            out.flush();
        }
        step = "";
        said = "";
    }

    @Override
    public void close() {
        hush();
    }
}
