package coffeebreak.bot.rehearsal;

import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.programme.Programme;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/// Plays the whole day, from the first sign-up to the last question afterwards, and says what of it went
/// wrong.
///
/// The bot is the real one, assembled as it serves, and hears of everything over Slack's protocol from a
/// local workspace of its own. It keeps what it keeps in the Redis it is given, which holds nothing else.
public final class Rehearsal {

    /// Told in the name of the workspace, so that nothing is kept under the names of a real one.
    private static final String BOT_TOKEN = "xoxb-rehearsal-bot";
    private static final String APP_TOKEN = "xapp-rehearsal";
    private static final String SIGNING_SECRET = "rehearsal";

    private final BiFunction<Programme, Roster, WorkspaceSettings> furnishing;

    /// @param furnishing the local workspace for a programme and its people
    public Rehearsal(BiFunction<Programme, Roster, WorkspaceSettings> furnishing) {
        this.furnishing = furnishing;
    }

    /// What is played.
    ///
    /// @param programme with its date and zone
    /// @param roster    the mentors, and participants that come before made-up ones; may be empty
    /// @param people    how many sign up
    /// @param speed     how many seconds of the day pass in a real one at most; 0 for as many as can
    /// @param seed      the same seed gives the same people, who do the same
    /// @param broken    what is broken on purpose
    public record Piece(
            Programme programme,
            Roster roster,
            List<Paper> papers,
            int people,
            double speed,
            long seed,
            Set<Sabotage> broken) {

        public Piece {
            papers = List.copyOf(papers);
            broken = Set.copyOf(broken);
            if (programme.date() == null || programme.zone() == null) {
                throw new IllegalArgumentException("a day is rehearsed on a date, in a zone");
            }
            if (people < 1) {
                throw new IllegalArgumentException("somebody has to sign up: " + people);
            }
        }
    }

    /// Somebody who watches the day being played.
    public interface Watch {

        /// The clock has moved.
        ///
        /// @param acts how much is still to be done as far as is known
        void at(Instant now, int acts);

        /// Something happened that is worth a line.
        void event(String line);
    }

    /// Plays the day and judges it.
    ///
    /// @param redis an address that nothing else uses
    /// @throws InterruptedException when the thread is interrupted; nothing of the bot or the workspace is
    /// left running
    public Report play(Piece piece, URI redis, Watch watch) throws InterruptedException {
        var began = System.nanoTime();
        var played = Tampering.with(piece.broken(), played(piece, redis, watch));
        return new Tally(played, Judgement.of(played), Duration.ofNanos(System.nanoTime() - began)).report();
    }

    /// Plays the day.
    Played played(Piece piece, URI redis, Watch watch) throws InterruptedException {
        var dice = new Dice(piece.seed());
        var crowd = Crowd.of(piece.programme(), piece.roster(), piece.people(), dice);
        var script = new Script(piece.programme(), crowd, dice, piece.broken());
        var roster = crowd.roster();
        var clock = new StepClock(script.opens(), piece.programme().venueZone(), List.of());
        var book = new Daybook();
        var furnished = furnishing
                .apply(piece.programme(), roster)
                .withPort(0)
                .withTokens(BOT_TOKEN, APP_TOKEN, SIGNING_SECRET);
        try (var workspace = Workspace.limitedByItsClock(furnished, clock, new Random(piece.seed()))) {
            var address = workspace.start();
            var hands = new Hands(address, BOT_TOKEN);
            var letters = new Correspondence(workspace::calls);
            var day = new Day(piece.programme(), roster, piece.papers());
            try (var bot = new Bot(settings(piece.programme(), crowd, address, redis), day, clock, piece.seed())) {
                awaitConnection(hands);
                new Play(
                                clock,
                                hands,
                                letters,
                                bot,
                                piece.programme(),
                                crowd,
                                script,
                                new Reactions(crowd, dice),
                                book,
                                watch,
                                piece.speed())
                        .day();
                var counts = bot.counts();
                return new Played(
                        piece,
                        crowd,
                        book,
                        Letters.of(letters.all()),
                        letters.calls(),
                        workspace.deliveries(0),
                        bot.profiles(),
                        bot.apart(),
                        bot.quiet(),
                        book.published().flatMap(published -> bot.compared(published.plan())),
                        counts.waiting() + counts.underWay(),
                        bot.refusals(),
                        clock.now());
            }
        }
    }

    private static BotSettings settings(Programme programme, Crowd crowd, String address, URI redis) {
        return BotSettings.from(Map.of(
                        "COFFEEBREAK_EVENT_DATE",
                        String.valueOf(programme.date()),
                        "COFFEEBREAK_EVENT_ZONE",
                        programme.venueZone().getId(),
                        "COFFEEBREAK_ORGANIZERS",
                        crowd.organizer().person().id(),
                        "SLACK_BOT_TOKEN",
                        BOT_TOKEN,
                        "SLACK_APP_TOKEN",
                        APP_TOKEN,
                        "SLACK_API_URL",
                        address + "/api/",
                        "REDIS_URL",
                        redis.toString(),
                        "PORT",
                        "0"))
                .onLoopback();
    }

    private static void awaitConnection(Hands hands) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!hands.botIsConnected()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the bot does not connect to the local workspace");
            }
            Thread.sleep(20);
        }
    }
}
