package coffeebreak.workspace;

import java.time.Duration;
import java.util.List;

/// What the workspace allows and how long it waits, all in real time.
///
/// @param enforced whether rate limits answer 429 at all
/// @param postsPerSecond `chat.postMessage` per second in one channel
/// @param postBurst how many may come at once in one channel
/// @param postsPerMinute `chat.postMessage` per minute in the whole workspace
/// @param tier1 calls per minute of a tier 1 method; `tier2` to `tier4` likewise
/// @param acknowledgement how long a delivery may stay unacknowledged
/// @param retries the waits before the repeats of an unacknowledged event
/// @param trigger how long a `trigger_id` is good
/// @param responseUrl how long a `response_url` is good
/// @param responseUrlUses how often a `response_url` may be used
public record WorkspaceLimits(
        boolean enforced,
        double postsPerSecond,
        int postBurst,
        int postsPerMinute,
        int tier1,
        int tier2,
        int tier3,
        int tier4,
        Duration acknowledgement,
        List<Duration> retries,
        Duration trigger,
        Duration responseUrl,
        int responseUrlUses) {

    public WorkspaceLimits {
        retries = List.copyOf(retries);
    }

    /// What Slack documents: tiers of 1, 20, 50 and 100 a minute, one post per second and channel with
    /// short bursts, several hundred posts a minute, 3 s to acknowledge, repeats at once, after a minute
    /// and after five. Tier 1 is read generously (its only method here opens sockets, and a client that
    /// reconnects ten of them at once is served by Slack as well).
    public static WorkspaceLimits slack() {
        return new WorkspaceLimits(
                true,
                1,
                4,
                300,
                20,
                20,
                50,
                100,
                Duration.ofSeconds(3),
                List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                Duration.ofSeconds(3),
                Duration.ofMinutes(30),
                5);
    }

    /// As [#slack()], without 429s.
    public static WorkspaceLimits withoutRates() {
        return slack().withEnforced(false);
    }

    /// The same with rate limits on or off.
    public WorkspaceLimits withEnforced(boolean on) {
        return new WorkspaceLimits(
                on,
                postsPerSecond,
                postBurst,
                postsPerMinute,
                tier1,
                tier2,
                tier3,
                tier4,
                acknowledgement,
                retries,
                trigger,
                responseUrl,
                responseUrlUses);
    }

    /// The same with other waits: for tests and fast rehearsals.
    public WorkspaceLimits withWaits(Duration newAcknowledgement, List<Duration> newRetries, Duration newTrigger) {
        return new WorkspaceLimits(
                enforced,
                postsPerSecond,
                postBurst,
                postsPerMinute,
                tier1,
                tier2,
                tier3,
                tier4,
                newAcknowledgement,
                newRetries,
                newTrigger,
                responseUrl,
                responseUrlUses);
    }

    /// The same with other post rates.
    public WorkspaceLimits withPosts(double newPerSecond, int newBurst, int newPerMinute) {
        return new WorkspaceLimits(
                enforced,
                newPerSecond,
                newBurst,
                newPerMinute,
                tier1,
                tier2,
                tier3,
                tier4,
                acknowledgement,
                retries,
                trigger,
                responseUrl,
                responseUrlUses);
    }
}
