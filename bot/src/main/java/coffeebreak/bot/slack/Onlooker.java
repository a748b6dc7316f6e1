package coffeebreak.bot.slack;

import java.time.Duration;

/// Looks on while the bot and Slack talk: for figures. Never sees what is said.
public interface Onlooker {

    /// Something Slack sent was acknowledged.
    ///
    /// @param took since it was read
    void acknowledged(Duration took);

    /// A call begins, in the thread that makes it.
    ///
    /// @param method Slack's name for it; `response_url` and `file` for addresses that Slack gave us
    Call called(String method);

    /// One call under way.
    @FunctionalInterface
    interface Call {
        /// @param outcome `done`, `limited` (not done: too much at once), `refused` (Slack said no) or `unknown`
        void ended(String outcome);
    }

    /// Nobody looks on.
    static Onlooker nobody() {
        return new Onlooker() {
            @Override
            public void acknowledged(Duration took) {}

            @Override
            public Call called(String method) {
                return outcome -> {};
            }
        };
    }
}
