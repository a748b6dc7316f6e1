package coffeebreak.bot.cli;

import java.io.PrintStream;

/// A bar that grows while something is done, on a stream of its own.
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream stream;
    private final String what;
    private final long of;
    private long done;
    private long shown = -1;

    /// @param of how much there is to do
    ProgressBar(PrintStream stream, String what, long of) {
        this.stream = stream;
        this.what = what;
        this.of = Math.max(1, of);
        add(0);
    }

    /// Says that so much more is done.
    synchronized void add(long more) {
        done = Math.min(of, done + more);
        long percent = 100 * done / of;
        if (percent != shown) {
            shown = percent;
            int full = (int) (WIDTH * done / of);
            stream.printf(
                    "\r%-20s [%s%s] %3d %%%s",
                    what, "#".repeat(full), " ".repeat(WIDTH - full), percent, done == of ? "\n" : "");
            stream.flush();
        }
    }
}
