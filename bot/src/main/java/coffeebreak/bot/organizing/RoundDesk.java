package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Hindrance;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Staleness;
import coffeebreak.bot.mentoring.Mentoring.TakingBack;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.programme.Programme;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Rounds: tries one out, tells everybody, and takes it back.
public final class RoundDesk implements Desk {

    private static final Pattern ROUND = Pattern.compile("(?i)(?:round )?(\\d{1,6})");

    private final Mentoring mentoring;
    private final Outbox outbox;
    private final InstantSource clock;
    private final RoundWording wording;

    public RoundDesk(Supplier<Programme> programme, Mentoring mentoring, Outbox outbox, InstantSource clock) {
        this.mentoring = mentoring;
        this.outbox = outbox;
        this.clock = clock;
        this.wording = new RoundWording(programme);
    }

    /// How rounds are refused.
    public enum Refused implements Refusal {
        NO_ROUND("\"%s\" is no round. Say the number alone, as in \"/coffee-admin publish 3\", or no number for the "
                + "latest."),
        NO_MENTORS(
                "Nobody to match: no mentors are known. Set COFFEEBREAK_ROSTER to a file that names them and restart."),
        NO_TABLE_TO_COME("Nobody to match: no break in which a mentor holds a table is still to come."),
        NOBODY_SIGNED_UP("Nobody to match: nobody has signed up for a seat yet."),
        NOBODY_CAN_COME(
                "Nobody to match: nobody who signed up can make a break in which a mentor holds a table. See \"/coffee-admin "
                        + "mentors\"."),
        EVERYBODY_SEATED("Nobody to match: everybody who asked for a seat was given one already."),
        NO_DATE("Not published: the day has no date yet, so nobody could be told when to come. Set "
                + "COFFEEBREAK_EVENT_DATE and restart."),
        NO_ZONE("Not published: the day has no time zone yet, so nobody could be told when to come. Set "
                + "COFFEEBREAK_EVENT_ZONE and restart."),
        NO_DATE_AND_NO_ZONE(
                "Not published: the day has no date and no time zone yet, so nobody could be told when to come. "
                        + "Set COFFEEBREAK_EVENT_DATE and COFFEEBREAK_EVENT_ZONE and restart."),
        NOTHING_PREVIEWED("Not published: nothing was previewed yet. Run \"/coffee-admin preview\" first."),
        NO_SUCH_PREVIEW("Not published: there is no previewed round %s any more. Run \"/coffee-admin preview\"."),
        ALREADY_PUBLISHED("Round %s is published already: %s did it at %s. Nobody was told anything again."),
        UNDERWAY("Not published: %s is publishing since %s. Look at \"/coffee-admin rounds\" in a moment."),
        ASKED_OTHERWISE("Round %s was not published: sign-ups, mentors or breaks have changed since it was previewed."),
        SEATS_MOVED("Round %s was not published: seats have changed since it was previewed."),
        OVERTAKEN("Round %s was not published: %s published round %s at %s, after this one was previewed."),
        WAS_TAKEN_BACK("Round %s was not published: it was before, and %s took it back at %s."),
        NOTHING_PUBLISHED("No round is published, so there is nothing to take back."),
        NOT_PUBLISHED("Round %s was never published. \"/coffee-admin rounds\" says which were."),
        TAKEN_BACK_ALREADY("Round %s is taken back already: %s did it at %s."),
        ONLY_THE_LATEST("Round %s cannot be taken back: %s published round %s at %s, and only the latest can be."),
        TOO_LATE(
                "Round %s was published at %s, more than five minutes ago: people count on it by now. Move single people "
                        + "with \"/coffee-admin move\", or run \"/coffee-admin preview\" for a further round.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(
                                "preview",
                                "runs the matching and shows it, and what it changes; nobody is told",
                                (_, _) -> preview())
                        .refusing(
                                Refused.NO_MENTORS,
                                Refused.NO_TABLE_TO_COME,
                                Refused.NOBODY_SIGNED_UP,
                                Refused.NOBODY_CAN_COME,
                                Refused.EVERYBODY_SEATED),
                Command.of(
                                "publish",
                                "asks whether everybody shall be told what was previewed last",
                                (who, words) -> numbered(words, round -> ask(who, round)))
                        .with("[ROUND]", "publish", "publish 3")
                        .refusing(
                                Refused.NO_ROUND,
                                Refused.NO_DATE,
                                Refused.NO_ZONE,
                                Refused.NO_DATE_AND_NO_ZONE,
                                Refused.NOTHING_PREVIEWED,
                                Refused.NO_SUCH_PREVIEW,
                                Refused.ALREADY_PUBLISHED,
                                Refused.UNDERWAY,
                                Refused.ASKED_OTHERWISE,
                                Refused.SEATS_MOVED,
                                Refused.OVERTAKEN,
                                Refused.WAS_TAKEN_BACK),
                Command.of(
                                "undo",
                                "asks whether the round shall be taken back that was published in the last five minutes",
                                (who, words) -> numbered(words, round -> askToUndo(who, round)))
                        .with("[ROUND]", "undo", "undo 3")
                        .refusing(
                                Refused.NO_ROUND,
                                Refused.NOTHING_PUBLISHED,
                                Refused.NOT_PUBLISHED,
                                Refused.TAKEN_BACK_ALREADY,
                                Refused.ONLY_THE_LATEST,
                                Refused.TOO_LATE),
                Command.of(
                        "rounds",
                        "lists the rounds that were published: by whom, when, how many seats",
                        (_, _) -> new Done(Reply.say(wording.rounds(mentoring.plan())), "shown")));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return switch (intent) {
            case ChatIntent.Publish(var round) ->
                Optional.of(new Act("publish round " + round, () -> publish(who, round)));
            case ChatIntent.UndoRound(var round) -> Optional.of(new Act("undo round " + round, () -> undo(who, round)));
            default -> Optional.empty();
        };
    }

    @FunctionalInterface
    private interface OfRound {
        Done carryOut(int round);
    }

    /// @param words a round's number, or nothing, which is 0
    private static Done numbered(String words, OfRound act) {
        var round = ROUND.matcher(words);
        return words.isEmpty()
                ? act.carryOut(0)
                : round.matches()
                        ? act.carryOut(Integer.parseInt(round.group(1)))
                        : Done.refused(Refused.NO_ROUND, words);
    }

    private Done preview() {
        return switch (mentoring.preview()) {
            case Preview.Nothing(var why) -> hindered(why, 0);
            case Preview.Ready ready ->
                new Done(
                        Reply.say(wording.preview(ready, mentoring.plan(), "Preview of round " + ready.number())),
                        "round " + ready.number());
        };
    }

    private static Done hindered(Hindrance why, int round) {
        return switch (why) {
            case NO_MENTORS -> Done.refused(Refused.NO_MENTORS);
            case NO_TABLE_TO_COME -> Done.refused(Refused.NO_TABLE_TO_COME);
            case NOBODY_SIGNED_UP -> Done.refused(Refused.NOBODY_SIGNED_UP);
            case NOBODY_CAN_COME -> Done.refused(Refused.NOBODY_CAN_COME);
            case EVERYBODY_SEATED -> Done.refused(Refused.EVERYBODY_SEATED);
            case NO_DATE -> Done.refused(Refused.NO_DATE);
            case NO_ZONE -> Done.refused(Refused.NO_ZONE);
            case NO_DATE_AND_NO_ZONE -> Done.refused(Refused.NO_DATE_AND_NO_ZONE);
            case NOTHING_PREVIEWED -> Done.refused(Refused.NOTHING_PREVIEWED);
            case NO_SUCH_PREVIEW -> Done.refused(Refused.NO_SUCH_PREVIEW, round);
        };
    }

    private Done ask(Person who, int round) {
        return published(who, mentoring.publishing(who, round));
    }

    private Done publish(Person who, int round) {
        return published(who, mentoring.publish(who, round));
    }

    private Done published(Person who, Publication publication) {
        return switch (publication) {
            case Publication.Possible(var number, var seats, var waiting, var people) ->
                new Done(
                        Reply.say(wording.askToPublish(number, seats, waiting, people)), "asked about round " + number);
            case Publication.Published(var round, var notices) ->
                new Done(
                        new Telling(round, notices, mentoring, outbox, clock, wording).reply(),
                        "published round " + round.number() + ", " + notices.size() + " notices");
            case Publication.AlreadyPublished(var round) ->
                Done.refused(
                        Refused.ALREADY_PUBLISHED, round.number(), named(round.by(), who), wording.time(round.at()));
            case Publication.Underway(var turn) ->
                Done.refused(Refused.UNDERWAY, turn.who(), wording.time(turn.since()));
            case Publication.Stale(var number, var why) -> previewedAgain(number, told(number, why, who));
            case Publication.Impossible(var why, var number) -> hindered(why, number);
        };
    }

    private static Object named(Person person, Person reader) {
        return person.equals(reader) ? "you" : person;
    }

    private Text told(int number, Staleness why, Person reader) {
        return switch (why) {
            case Staleness.AskedOtherwise() -> Refused.ASKED_OTHERWISE.text(number);
            case Staleness.SeatsMoved() -> Refused.SEATS_MOVED.text(number);
            case Staleness.Overtaken(var by) ->
                Refused.OVERTAKEN.text(number, named(by.by(), reader), by.number(), wording.time(by.at()));
            case Staleness.TakenBack(var round) -> {
                var undone = round.undone();
                yield undone == null
                        ? Refused.SEATS_MOVED.text(number)
                        : Refused.WAS_TAKEN_BACK.text(number, named(undone.by(), reader), wording.time(undone.at()));
            }
        };
    }

    /// Shows what would be published now in place of what is stale, and asks again.
    private Done previewedAgain(int number, Text why) {
        var renewed = mentoring.previewAgain(number);
        return switch (renewed.preview()) {
            case Preview.Nothing(var nothing) -> {
                var refused = hindered(nothing, number);
                yield new Done(
                        new Reply.Several(List.of(
                                Reply.say(Message.saying(why.aloud())
                                        .paragraph(why)
                                        .build()),
                                refused.reply())),
                        AuditTrail.Entry.REFUSED + "stale");
            }
            case Preview.Ready ready ->
                new Done(
                        Reply.say(wording.stale(number, why, renewed, ready, mentoring.plan())),
                        AuditTrail.Entry.REFUSED + "stale, previewed round " + ready.number());
        };
    }

    private Done askToUndo(Person who, int round) {
        return takenBack(who, mentoring.takingBack(who, round));
    }

    private Done undo(Person who, int round) {
        return takenBack(who, mentoring.takeBack(who, round));
    }

    private Done takenBack(Person who, TakingBack takingBack) {
        return switch (takingBack) {
            case TakingBack.Possible possible ->
                new Done(
                        Reply.say(wording.askToUndo(possible)),
                        "asked about round " + possible.round().number());
            case TakingBack.Done done ->
                new Done(
                        new Reply.Replace(wording.undone(done, mentoring.plan())),
                        "took round " + done.round().number() + " back, corrected for " + done.people());
            case TakingBack.Nothing(var number) ->
                number == 0 ? Done.refused(Refused.NOTHING_PUBLISHED) : Done.refused(Refused.NOT_PUBLISHED, number);
            case TakingBack.Already(var round) -> {
                var undone = round.undone();
                yield undone == null
                        ? Done.refused(Refused.NOTHING_PUBLISHED)
                        : Done.refused(
                                Refused.TAKEN_BACK_ALREADY,
                                round.number(),
                                named(undone.by(), who),
                                wording.time(undone.at()));
            }
            case TakingBack.Overtaken(var round, var by) ->
                Done.refused(
                        Refused.ONLY_THE_LATEST,
                        round.number(),
                        named(by.by(), who),
                        by.number(),
                        wording.time(by.at()));
            case TakingBack.TooLate(var round) ->
                Done.refused(Refused.TOO_LATE, round.number(), wording.time(round.at()));
        };
    }
}
