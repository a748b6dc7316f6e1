package coffeebreak.bot;

import org.springframework.context.ConfigurableApplicationContext;

/// A bot that listens, and the web server beside it.
public final class RunningBot implements AutoCloseable {

    private final Bot bot;
    private final ConfigurableApplicationContext context;

    RunningBot(Bot bot, ConfigurableApplicationContext context) {
        this.bot = bot;
        this.context = context;
    }

    public Bot bot() {
        return bot;
    }

    /// Whether Slack can reach it; in Socket Mode that takes a moment.
    public boolean isConnected() {
        return bot.slack().health().now().connected();
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
