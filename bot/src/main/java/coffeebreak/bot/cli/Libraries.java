package coffeebreak.bot.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The libraries below a command whose output is for programs.
final class Libraries {

    /// Held here: a logger that nobody holds forgets its level.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Libraries() {}

    /// They greet on the console otherwise, in the middle of the answer. To be called before any of them is used.
    static void hush() {
        System.setProperty("logback.configurationFile", "coffeebreak/bot/cli/quiet-logback.xml");
        LUCENE.setLevel(Level.SEVERE);
    }

    /// The same for a bot that is started by a command: only what went wrong.
    static void hushTheBot() {
        System.setProperty("logging.level.root", "error");
        System.setProperty("logging.level.coffeebreak", "error");
        LUCENE.setLevel(Level.SEVERE);
    }
}
