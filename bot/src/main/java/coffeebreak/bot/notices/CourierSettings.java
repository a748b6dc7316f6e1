package coffeebreak.bot.notices;

import java.time.Duration;

/// How a courier works. The guarantee rests on `settle`: a message that the chat took but did not confirm can be read
/// back at the latest that long after the attempt began.
///
/// @param callTimeout  no call to the chat takes longer
/// @param settle       how long after an attempt with an unknown outcome the chat is asked
/// @param lookAgain    the pause between the two looks that must both find nothing before it is sent again
/// @param lease        how long a claim lasts; a courier that died is noticed after it
/// @param workers      how many notices may be under way in one process
/// @param perSecond    how many notices may leave per second, over all processes
/// @param burst        how many may leave together after a quiet time
/// @param perPerson    the least time between two notices to the same person
/// @param idle         how long a courier with nothing to do rests before it asks again
/// @param longestWait  backing off after failures never waits longer
/// @param sends        a notice whose outcome stays unknown after so many attempts is given up
public record CourierSettings(
        Duration callTimeout,
        Duration settle,
        Duration lookAgain,
        Duration lease,
        int workers,
        double perSecond,
        int burst,
        Duration perPerson,
        Duration idle,
        Duration longestWait,
        int sends) {

    /// For Slack itself.
    public static final CourierSettings SLACK = settlingIn(Duration.ofSeconds(30));

    public CourierSettings {
        if (callTimeout.compareTo(settle) >= 0) {
            throw new IllegalArgumentException(
                    "a call may take %s, yet its outcome is looked for after %s: the second must be longer"
                            .formatted(callTimeout, settle));
        }
        // A claim may begin to send until a quarter of its lease is over.
        if (lease.multipliedBy(3).dividedBy(4).compareTo(settle) < 0) {
            throw new IllegalArgumentException(
                    "a lease of %s is over before its last attempt has settled (%s): it needs four thirds of that"
                            .formatted(lease, settle));
        }
        if (workers < 1 || burst < 1 || sends < 1 || !(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "a courier needs at least one worker, one notice at a time, one attempt and some pace: %d, %d, %d, %s"
                            .formatted(workers, burst, sends, perSecond));
        }
    }

    /// Everything in proportion to a settling time: a local chat settles sooner than Slack.
    public static CourierSettings settlingIn(Duration settle) {
        return new CourierSettings(
                settle.dividedBy(3),
                settle,
                settle.dividedBy(6),
                settle.multipliedBy(2),
                4,
                4,
                1,
                Duration.ofSeconds(1),
                Duration.ofMillis(250),
                Duration.ofMinutes(5),
                50);
    }

    /// The same at another pace.
    public CourierSettings atPace(double perSecond, Duration perPerson) {
        return new CourierSettings(
                callTimeout, settle, lookAgain, lease, workers, perSecond, burst, perPerson, idle, longestWait, sends);
    }

    /// The time between two notices to anybody, to the millisecond.
    public Duration interval() {
        return Duration.ofMillis(Math.round(1000 / perSecond));
    }
}
