package coffeebreak.bot.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Work with an answer that is worth something before it is done: when the process is stopped by Ctrl-C, or asked to
/// end otherwise, the best answer so far is delivered, and the process ends with the status of the signal (130). An
/// answer is delivered once, whole, whoever comes first.
final class Stoppable implements AutoCloseable {

    private final String command;
    private final PrintStream complaints;
    private final Runnable hush;
    private final Thread hook = new Thread(this::stop, "best so far");

    private @Nullable Runnable best;
    private boolean over;

    /// @param hush is called before anything is said about a stop
    Stoppable(String command, PrintStream complaints, Runnable hush) {
        this.command = command;
        this.complaints = complaints;
        this.hush = hush;
    }

    /// Attentive to Ctrl-C from now on until it is closed.
    Stoppable onSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    /// @param deliver delivers the best answer so far, from whatever thread
    synchronized void best(Runnable deliver) {
        best = deliver;
    }

    /// Delivers the answer, unless the best so far was delivered already.
    synchronized void done(Runnable deliver) {
        if (!over) {
            over = true;
            deliver.run();
        }
    }

    /// Delivers the best so far, unless the answer was delivered already.
    synchronized void stop() {
        if (over) {
            return;
        }
        over = true;
        hush.run();
        if (best == null) {
            complaints.println(command + ": stopped before there was anything to write; nothing is written.");
            return;
        }
        try {
            best.run();
            complaints.println(command + ": stopped; the best so far is written.");
        } catch (RuntimeException failed) {
            complaints.println("%s: stopped; nothing is written: %s".formatted(command, failed.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending; the hook is or was at work.
        }
    }
}
