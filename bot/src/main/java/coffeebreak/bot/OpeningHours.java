package coffeebreak.bot;

import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.frontdesk.Reception;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.notices.Courier;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.redis.Presence;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.FollowedProfiles;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.slack.SlackEdge;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;

/// The order in which the bot opens: first it knows what is stored, then it keeps its promises, then it listens. It
/// closes the
/// other way round.
final class OpeningHours {

    private final Day day;
    private final RedisStore store;
    private final Presence presence;
    private final LiveProgramme live;
    private final LiveLists lists;
    private final Library library;
    private final Interests interests;
    private final FollowedProfiles followed;
    private final Courier courier;
    private final Timekeeper timekeeper;
    private final SlackEdge slack;
    private final Reception reception;
    private final Logger log = System.getLogger(OpeningHours.class.getName());
    private volatile boolean indexed;

    OpeningHours(
            Day day,
            RedisStore store,
            Presence presence,
            LiveProgramme live,
            LiveLists lists,
            Library library,
            Interests interests,
            FollowedProfiles followed,
            Courier courier,
            Timekeeper timekeeper,
            SlackEdge slack,
            Reception reception) {
        this.day = day;
        this.store = store;
        this.presence = presence;
        this.live = live;
        this.lists = lists;
        this.library = library;
        this.interests = interests;
        this.followed = followed;
        this.courier = courier;
        this.timekeeper = timekeeper;
        this.slack = slack;
        this.reception = reception;
    }

    void open() {
        var check = store.check();
        Stream.concat(check.faults().stream(), check.warnings().stream())
                .forEach(sentence -> log.log(Level.WARNING, sentence));
        if (!presence.begin()) {
            throw new UnusableSettings(
                    List.of("This event is being exported or imported: start the bot when that is over."));
        }
        live.refresh();
        lists.refresh();
        interests.putTopics();
        library.follow();
        takeOverRoster();
        followed.begin();
        interests.putAll(store.profiles().all());
        indexed = true;
        courier.start();
        timekeeper.start();
        reception.start();
        slack.open(reception);
    }

    /// Those a roster calls signed up are taken over once, into an empty store: nobody who left comes back with a
    /// restart, and nobody at all once everything personal was deleted.
    private void takeOverRoster() {
        var profiles = store.profiles();
        if (profiles.all().isEmpty()
                && store.plans().current().version() == 0
                && store.remains().report().isEmpty()) {
            day.roster().profiles().forEach(profiles::save);
        }
    }

    boolean indexed() {
        return indexed;
    }

    void close() {
        slack.stopListening();
        reception.close();
        slack.close();
        timekeeper.close();
        courier.close();
        leave();
    }

    /// Nobody is kept from stopping by a store that is away: it forgets us by itself.
    private void leave() {
        try {
            presence.end();
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, gone.toString());
        }
    }
}
