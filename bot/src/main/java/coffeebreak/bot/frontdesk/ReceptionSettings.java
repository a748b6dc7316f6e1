package coffeebreak.bot.frontdesk;

import java.time.Duration;

/// How the reception waits.
///
/// @param patience until an arrival that could not be kept is worked from memory; an acknowledgement takes no longer
/// @param lease    after which another replica takes over from one that is gone
/// @param look     between two looks at what is left behind
/// @param pause    before an arrival that failed is tried again; doubles each time
/// @param tries    before it is given up
/// @param atOnce   arrivals that are worked at the same time; all others wait, and are acknowledged nevertheless;
///                 fewer in the first seconds of a process
/// @param goodbye  until a replica that stops gives back what it has not finished
public record ReceptionSettings(
        Duration patience, Duration lease, Duration look, Duration pause, int tries, int atOnce, Duration goodbye) {

    public static final ReceptionSettings USUAL = new ReceptionSettings(
            Duration.ofMillis(1_500),
            Duration.ofSeconds(6),
            Duration.ofMillis(500),
            Duration.ofMillis(250),
            5,
            16,
            Duration.ofSeconds(5));
}
