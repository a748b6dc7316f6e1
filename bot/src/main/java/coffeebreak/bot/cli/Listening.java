package coffeebreak.bot.cli;

import coffeebreak.workspace.Workspace;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Starting to listen, and going on until the process is stopped.
final class Listening {

    /// Held here: a logger that nobody holds forgets its level.
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Listening() {}

    /// Starts quietly: the workspace's own web server writes to the console by default.
    ///
    /// @throws CannotRun when the port is taken
    static String start(Workspace workspace, int port) {
        quietly();
        try {
            return workspace.start();
        } catch (IllegalStateException taken) {
            throw new CannotRun("Port " + port + " is taken: stop what listens there, or choose another with --port.");
        }
    }

    /// The workspace's own web server writes nothing to the console but what went wrong.
    static void quietly() {
        TOMCAT.setLevel(Level.WARNING);
    }

    /// Returns only when the thread is interrupted.
    static int untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
