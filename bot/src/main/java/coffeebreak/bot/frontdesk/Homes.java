package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.organizing.Organizers;
import coffeebreak.bot.signup.Acquaintances;
import coffeebreak.bot.signup.Acquaintances.Mark;
import java.time.InstantSource;

/// Keeps people's Homes up to date: renewed when they are opened, and one after the other when a change of the
/// plan concerns somebody who has ever looked at theirs. Apart from the notices, which matter more and have their
/// own pace.
public final class Homes {

    private final Home home;
    private final StaleHomes stale;
    private final Organizers organizers;
    private final Acquaintances marks;
    private final Speaker speaker;
    private final InstantSource clock;

    public Homes(
            Home home,
            StaleHomes stale,
            Organizers organizers,
            Acquaintances marks,
            Speaker speaker,
            InstantSource clock) {
        this.home = home;
        this.stale = stale;
        this.organizers = organizers;
        this.marks = marks;
        this.speaker = speaker;
        this.clock = clock;
    }

    /// Something has changed that organizers see on theirs.
    void changed() {
        stale.add(organizers.all());
    }

    /// The Home of somebody who opens it. Without the store it is shown and not remembered.
    Reply opened(Person who) {
        try {
            marks.add(who, Mark.LOOKED_AT_HOME, clock.instant());
        } catch (StoreUnavailable gone) {
            // What is shown says so.
        }
        return renewed(who);
    }

    Reply renewed(Person who) {
        stale.remove(who);
        return new Reply.Home(home.of(who));
    }

    /// Renews the Home that waits longest; to be called about once a second, which is well within what Slack
    /// allows.
    public void renewNext() {
        var next = stale.next();
        while (next.isPresent() && !marks.has(next.get(), Mark.LOOKED_AT_HOME)) {
            next = stale.next();
        }
        next.ifPresent(
                person -> speaker.say(new Place(Place.Kind.HOME, "", null, null, null, null), person, renewed(person)));
    }
}
