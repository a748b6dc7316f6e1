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
/// @param posts        how fast messages to one person may leave, over all processes
/// @param edits        how fast edits may
/// @param groups       how fast messages to several may
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
        Pace posts,
        Pace edits,
        Pace groups,
        Duration perPerson,
        Duration idle,
        Duration longestWait,
        int sends) {

    /// A pace, shared by all processes on one store.
    ///
    /// @param perSecond how many leave in a second
    /// @param burst     how many may leave together after a quiet time
    public record Pace(double perSecond, int burst) {
        public Pace {
            if (burst < 1 || !(perSecond > 0)) {
                throw new IllegalArgumentException(
                        "a pace needs at least one notice at a time: %d, %s a second".formatted(burst, perSecond));
            }
        }

        /// The time between two, to the millisecond.
        public Duration interval() {
            return Duration.ofMillis(Math.round(1000 / perSecond));
        }
    }

    /// Slack takes several hundred messages a minute, and fifty edits or opened conversations in any one minute: 45
    /// and a burst of 5. What is replaced in reply to a press needs some of them too, and tries again.
    private static final Pace FIFTY_A_MINUTE = new Pace(0.75, 5);

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
        if (workers < 1 || sends < 1) {
            throw new IllegalArgumentException(
                    "a courier needs at least one worker and one attempt: %d, %d".formatted(workers, sends));
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
                new Pace(4, 1),
                FIFTY_A_MINUTE,
                FIFTY_A_MINUTE,
                Duration.ofSeconds(1),
                Duration.ofMillis(250),
                Duration.ofMinutes(5),
                50);
    }

    /// The same at another pace, which counts for each way by itself.
    public CourierSettings atPace(double perSecond, Duration newPerPerson) {
        var pace = new Pace(perSecond, 1);
        return new CourierSettings(
                callTimeout,
                settle,
                lookAgain,
                lease,
                workers,
                pace,
                pace,
                pace,
                newPerPerson,
                idle,
                longestWait,
                sends);
    }

    /// How fast notices may leave this way.
    public Pace pace(Way way) {
        return switch (way) {
            case POST -> posts;
            case EDIT -> edits;
            case GROUP -> groups;
        };
    }
}
