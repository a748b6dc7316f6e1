package coffeebreak.bot;

import coffeebreak.bot.notices.Passage;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/// A bot that listens, and the web server beside it.
public final class RunningBot implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Bot bot;
    private final ConfigurableApplicationContext context;

    RunningBot(Bot bot, ConfigurableApplicationContext context) {
        this.bot = bot;
        this.context = context;
    }

    public Bot bot() {
        return bot;
    }

    /// Waits until Slack can reach it, or for so long.
    public void awaitConnected(Duration atMost) throws InterruptedException {
        var passage = Passage.real();
        var end = passage.nanoseconds() + atMost.toNanos();
        while (!bot.isConnected() && passage.nanoseconds() < end) {
            passage.rest(BETWEEN_LOOKS);
        }
    }

    /// Where Slack reaches the bot in HTTP mode; otherwise as [#managementPort].
    public int port() {
        return port("local.server.port");
    }

    /// Where the bot says how it is.
    public int managementPort() {
        return port(
                context.getEnvironment().containsProperty("local.management.port")
                        ? "local.management.port"
                        : "local.server.port");
    }

    private int port(String name) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty(name));
    }

    @Override
    public void close() {
        context.close();
    }
}
