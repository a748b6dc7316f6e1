package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.ByHand.Hurdle;
import coffeebreak.bot.mentoring.ByHand.Outcome;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.organizing.Whom.Found;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profiles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Single seats by hand: give, move, take back, lock, and keep people apart.
public final class SeatDesk implements Desk {

    private static final Pattern SEAT = Pattern.compile("(?i)(?<who>.+?)\\s+(?:with|at|to)\\s+(?<where>.+)");
    private static final Pattern MOVE = Pattern.compile("(?i)(?<who>.+?)\\s+(?:to|with|at)\\s+(?<where>.+)");
    private static final Pattern PAIR = Pattern.compile("(?i)(?<one>.+?)\\s+(?:with|and|from)\\s+(?<other>.+)");
    private static final String PEERS = "peers";
    private static final String LINE = "line";

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Whom whom;
    private final TableScreens screens;

    public SeatDesk(Supplier<Programme> programme, Mentoring mentoring, Profiles profiles) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.whom = new Whom(mentoring, profiles);
        this.screens = new TableScreens(programme, mentoring, whom::name);
    }

    /// How what is wanted of seats is refused. [#UNFIT] stands for every rule that could tell of somebody else.
    public enum Refused implements Refusal {
        HOW_TO_SEAT("Say who and with whom, for example \"/coffee-admin seat Ana Lima with Kempe in break 2\"."),
        HOW_TO_MOVE("Say who and where to, for example \"/coffee-admin move Ana Lima to Kempe\", or in place of the "
                + "mentor \"peers\" or \"line\"."),
        HOW_TO_LOCK(
                "Say whose seat or whose table, for example \"/coffee-admin lock Ana Lima\" or \"/coffee-admin lock "
                        + "Kempe in break 2\"."),
        HOW_TO_PAIR(
                "Say which two, for example \"/coffee-admin forbid Ana Lima with Bo Chen\" or \"/coffee-admin allow "
                        + "Ana Lima with Kempe\"."),
        NOT_PUBLISHED("No seats are given out yet. First run \"/coffee-admin preview\" and \"/coffee-admin publish\"."),
        NOBODY("I find nobody called \"%s\". Write @ and their name, or their name as in their sign-up."),
        TOO_MANY("%s people could be meant by \"%s\". Write more of the name, or @ and the name."),
        NO_MENTOR("No mentor is called \"%s\". \"/coffee-admin seats\" shows who holds a table."),
        NO_BREAK("\"%s\" is none of the breaks with mentors, which are: %s."),
        NO_TABLE("%s holds no table then. \"/coffee-admin seats\" shows who does."),
        NO_TABLE_ANY_MORE("There is no such table (any more). \"/coffee-admin seats\" shows which there are."),
        NO_SEAT_ANY_MORE("That seat is nobody's any more. \"/coffee-admin seats\" shows how things stand."),
        NOT_SEEKING("%s has no sign-up for a seat, so I cannot give them one. They can sign up at any time."),
        NOT_SEATED("%s has no seat in a break to come. \"/coffee-admin seat\" gives somebody one."),
        TOO_LATE("%s is over, or too far on for anybody to be seated in it."),
        THERE_ALREADY("%s sits at that table already, or is being asked whether they come."),
        LOCKED("The seat of %s is locked. \"/coffee-admin unlock\" with their name unlocks it."),
        HOSTS_THEN("%s hosts a table of their own in %s."),
        SITS_THEN("%s sits at another table in %s. Move that seat."),
        CANNOT_MAKE("%s cannot make %s: their sign-up says so, or they gave a seat in it back."),
        ENOUGH_SEATS(
                "%s has as many seats as they asked for. \"/coffee-admin move\" gives them another one in its place."),
        FULL("That table is full, counting whom a seat was offered."),
        UNFIT("That table cannot take %s."),
        NO_PEERS("No table of peers can take %s in that break. \"/coffee-admin move\" with \"to line\" makes them the "
                + "first in line."),
        ONE_PERSON("%s is one person. Name two."),
        NOT_APART("%s and %s are not among those you keep apart. \"/coffee-admin forbids\" shows who is.");

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
                Command.of("seats", "shows who sits where, with buttons to move and lock", (_, words) -> tables(words))
                        .with("[MENTOR [in BREAK]]", "seats", "seats Kempe in break 2")
                        .refusing(Refused.NOT_PUBLISHED, Refused.NO_MENTOR, Refused.NO_BREAK, Refused.NO_TABLE),
                unnamed("seat", "gives somebody a seat, checked against every rule", this::seat)
                        .with(
                                "PERSON with MENTOR [in BREAK]",
                                "seat Ana Lima with Kempe in break 2",
                                "seat @ana with Wyart")
                        .refusing(placing(Refused.HOW_TO_SEAT)),
                unnamed("move", "moves somebody to another table, to peers or to the head of the line", this::move)
                        .with(
                                "PERSON to MENTOR [in BREAK] | peers | line",
                                "move Ana Lima to Kempe",
                                "move @ana to Kempe in the afternoon",
                                "move Ana Lima to line")
                        .refusing(placing(
                                Refused.HOW_TO_MOVE,
                                Refused.NOT_SEATED,
                                Refused.NO_SEAT_ANY_MORE,
                                Refused.NO_TABLE_ANY_MORE,
                                Refused.LOCKED,
                                Refused.NO_PEERS)),
                unnamed("lock", "keeps a seat or a table from being changed by the bot", words -> lock(words, true))
                        .with("PERSON | MENTOR [in BREAK]", "lock Ana Lima", "lock Kempe in break 2")
                        .refusing(lockRefusals()),
                unnamed("unlock", "takes a lock away", words -> lock(words, false))
                        .with("PERSON | MENTOR [in BREAK]", "unlock Ana Lima", "unlock Kempe in break 2")
                        .refusing(lockRefusals()),
                unnamed("forbid", "keeps two people apart at every table; nobody is told why", this::forbid)
                        .with("PERSON with PERSON or MENTOR", "forbid Ana Lima with Bo Chen", "forbid @ana with Kempe")
                        .refusing(Refused.HOW_TO_PAIR, Refused.NOBODY, Refused.TOO_MANY, Refused.ONE_PERSON),
                unnamed("allow", "lets two sit together again whom you kept apart", this::allow)
                        .with("PERSON with PERSON or MENTOR", "allow Ana Lima with Bo Chen")
                        .refusing(Refused.HOW_TO_PAIR, Refused.NOBODY, Refused.TOO_MANY, Refused.NOT_APART),
                Command.of("forbids", "shows whom organizers keep apart", (_, _) -> forbids()));
    }

    /// A command whose words name people, who may ask to be forgotten: the audit trail does not keep them.
    private static Command unnamed(String name, String does, Function<String, Done> carryOut) {
        return Command.of(name, does, (_, words) -> carryOut.apply(words)).unquoted();
    }

    /// How a place is refused, whichever way somebody is to come to it.
    private static Refusal[] placing(Refusal... more) {
        return Stream.concat(
                        Arrays.stream(more),
                        Stream.of(
                                Refused.NOT_PUBLISHED,
                                Refused.NOBODY,
                                Refused.TOO_MANY,
                                Refused.NO_MENTOR,
                                Refused.NO_BREAK,
                                Refused.NO_TABLE,
                                Refused.TOO_LATE,
                                Refused.THERE_ALREADY,
                                Refused.NOT_SEEKING,
                                Refused.HOSTS_THEN,
                                Refused.SITS_THEN,
                                Refused.CANNOT_MAKE,
                                Refused.ENOUGH_SEATS,
                                Refused.FULL,
                                Refused.UNFIT))
                .toArray(Refusal[]::new);
    }

    private static Refusal[] lockRefusals() {
        return new Refusal[] {
            Refused.HOW_TO_LOCK,
            Refused.NOT_PUBLISHED,
            Refused.NOBODY,
            Refused.TOO_MANY,
            Refused.NO_BREAK,
            Refused.NO_TABLE,
            Refused.NOT_SEATED
        };
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        if (intent instanceof ChatIntent.OrganizerForm(var form, var answers) && form.startsWith(TableScreens.FORM)) {
            var to = answers.getOrDefault(TableScreens.TO, List.of()).stream()
                    .findFirst()
                    .orElse("");
            return Optional.of(new Act("move", () -> moveTo(form.substring(TableScreens.FORM.length()), to)));
        }
        return intent instanceof ChatIntent.AboutSeats act ? Optional.of(act(who, act)) : Optional.empty();
    }

    private Act act(Person who, ChatIntent.AboutSeats act) {
        return switch (act) {
            case ChatIntent.ChooseSeat(var command, var words) -> new Act(command, () -> chosen(who, command, words));
            case ChatIntent.ShowTable(var table) -> new Act("seats " + table, () -> table(table));
            case ChatIntent.AskMove(var seat) -> new Act("move", () -> askMove(seat));
            case ChatIntent.LockSeat(var seat, var locked) -> new Act(lockWord(locked), () -> lockSeat(seat, locked));
            case ChatIntent.LockTable(var table, var locked) ->
                new Act(lockWord(locked) + " " + table, () -> lockTable(table, locked));
            case ChatIntent.AllowPair(var one, var other) ->
                new Act(
                        "allow",
                        () -> allowed(new Person(one), new Person(other)).replacing());
        };
    }

    private static String lockWord(boolean locked) {
        return locked ? "lock" : "unlock";
    }

    /// The command again with what was chosen; its answer takes the place of the question.
    private Done chosen(Person who, String command, String words) {
        return commands().stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .map(each -> each.typed().carryOut(who, words).replacing())
                .orElseGet(() -> Done.refused(Commands.Refused.OLD_BUTTON));
    }

    private Done tables(String words) {
        if (words.isEmpty()) {
            return mentoring.plan().published()
                    ? new Done(Reply.say(screens.overview()), "shown")
                    : Done.refused(Refused.NOT_PUBLISHED);
        }
        var place = InBreak.of(words, programme.get());
        return one(whom.mentors(place.what()), place.what(), Refused.NO_MENTOR, again("seats", place::with))
                .then(mentor -> tables(mentor, place.when())
                        .then(tables -> new Done(
                                new Reply.Several(tables.stream()
                                        .map(table -> Reply.say(screens.table(table)))
                                        .toList()),
                                "shown")));
    }

    private Done table(String id) {
        return mentoring
                .plan()
                .table(id)
                .map(table -> new Done(new Reply.Replace(screens.table(table)), "shown"))
                .orElseGet(() -> Done.refused(Refused.NO_TABLE_ANY_MORE));
    }

    private Done askMove(String seatId) {
        return held(seatId)
                .map(seat -> new Done(new Reply.Show(screens.moveForm(seat)), "asked where to"))
                .orElseGet(() -> Done.refused(Refused.NO_SEAT_ANY_MORE));
    }

    private Optional<Seat> held(String id) {
        return mentoring.plan().seat(id).filter(seat -> seat.state().taken());
    }

    private Done seat(String words) {
        var said = SEAT.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.HOW_TO_SEAT);
        }
        return participant("seat", said)
                .then(person -> target("seat", person, said.group("where"))
                        .then(table -> told("seat", person, mentoring.byHand().seat(person.person(), table.id()))));
    }

    private Done move(String words) {
        var said = MOVE.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.HOW_TO_MOVE);
        }
        return participant("move", said).then(person -> {
            var where = InBreak.of(said.group("where"), programme.get());
            var away = where.what().toLowerCase(Locale.ROOT);
            if (away.equals(PEERS) || away.equals(LINE)) {
                return away(person, where.when(), away);
            }
            return target("move", person, said.group("where"))
                    .then(table -> told("move", person, mentoring.byHand().move(person.person(), table.id(), "")));
        });
    }

    private Meant<Found> participant(String command, Matcher said) {
        if (!mentoring.plan().published()) {
            return new Meant.Not<>(Done.refused(Refused.NOT_PUBLISHED));
        }
        var who = said.group("who");
        return one(
                whom.participants(who),
                who,
                Refused.NOBODY,
                again(command, found -> found + " to " + said.group("where")));
    }

    private Done away(Found person, String when, String where) {
        var plan = mentoring.plan();
        var breaks = breaks(when);
        if (!when.isEmpty() && breaks.isEmpty()) {
            return noBreak(when);
        }
        var seat = when.isEmpty()
                ? ""
                : plan.takenBy(person.person()).stream()
                        .filter(each -> plan.table(each.table())
                                .filter(table -> breaks.contains(table.coffeeBreak()))
                                .isPresent())
                        .map(Seat::id)
                        .findFirst()
                        .orElse("none then");
        return told("move", person, sentAway(person.person(), seat, where));
    }

    private Outcome sentAway(Person person, String seat, String where) {
        return where.equals(PEERS)
                ? mentoring.byHand().toPeers(person, seat)
                : mentoring.byHand().toLine(person, seat);
    }

    /// What the form says: a table's id, or peers, or the line.
    private Done moveTo(String seatId, String to) {
        var seat = held(seatId);
        if (seat.isEmpty() || to.isEmpty()) {
            return Done.refused(Refused.NO_SEAT_ANY_MORE);
        }
        var person = seat.get().mentee();
        var outcome = to.equals(PEERS) || to.equals(LINE)
                ? sentAway(person, seatId, to)
                : mentoring.byHand().move(person, to, seatId);
        return told("move", new Found(person, whom.name(person), Optional.empty()), outcome);
    }

    /// The table that words mean.
    private Meant<MentorTable> target(String command, Found person, String where) {
        var place = InBreak.of(where, programme.get());
        return one(
                        whom.mentors(place.what()),
                        place.what(),
                        Refused.NO_MENTOR,
                        again(command, found -> person.typed() + " to " + place.with(found)))
                .map(mentor -> tables(mentor, place.when()).map(tables -> oneTable(command, person, mentor, tables)));
    }

    private Meant<MentorTable> oneTable(String command, Found person, Found mentor, List<MentorTable> tables) {
        var open = tables.stream()
                .filter(table -> mentoring.byHand().isOpen(table.coffeeBreak()))
                .toList();
        var plan = mentoring.plan();
        var theirs = plan.takenBy(person.person()).stream()
                .flatMap(seat -> plan.table(seat.table()).stream())
                .map(MentorTable::coffeeBreak)
                .toList();
        var same = open.stream()
                .filter(table -> theirs.contains(table.coffeeBreak()))
                .toList();
        if (open.size() < 2 || same.size() == 1) {
            return new Meant.One<>(
                    same.size() == 1 ? same.getFirst() : open.isEmpty() ? tables.getLast() : open.getFirst());
        }
        return new Meant.Not<>(Meant.asked(
                "In which break?",
                open.stream()
                        .map(table -> Button.of(
                                screens.breakName(table),
                                new ChatIntent.ChooseSeat(
                                        command,
                                        person.typed() + " to " + mentor.typed() + " in " + table.coffeeBreak())))
                        .toList()));
    }

    /// The tables of a mentor in the breaks that words mean; in all of them where nothing is said.
    private Meant<List<MentorTable>> tables(Found mentor, String when) {
        var breaks = breaks(when);
        if (!when.isEmpty() && breaks.isEmpty()) {
            return new Meant.Not<>(noBreak(when));
        }
        var id = mentor.mentor().map(Mentor::id).orElse("");
        var tables = programme.get().breaks().stream()
                .filter(each -> when.isEmpty() || breaks.contains(each.id()))
                .flatMap(each -> mentoring.plan().tables().stream()
                        .filter(table -> table.mentor().equals(id)
                                && table.coffeeBreak().equals(each.id())
                                && table.capacity() > 0))
                .toList();
        return tables.isEmpty()
                ? new Meant.Not<>(Done.refused(Refused.NO_TABLE, mentor.name()))
                : new Meant.One<>(tables);
    }

    private List<String> breaks(String words) {
        return InBreak.breaks(words, programme.get());
    }

    private Done noBreak(String words) {
        return Done.refused(Refused.NO_BREAK, words, InBreak.all(programme.get()));
    }

    private Done told(String command, Found person, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Seated(var table, var left) ->
                new Done(
                        Reply.say(screens.seated(person.person(), person.name(), table, left)),
                        "moved to " + table.id());
            case Outcome.TakenBack(var left, var peers) ->
                new Done(
                        Reply.say(screens.takenBack(person.name(), left, peers)),
                        "taken from " + left.id() + (peers ? " to peers" : " to the line"));
            case Outcome.Hindered(var table, var hurdle, var instead) -> {
                var refused = refused(
                        hurdle, person.name(), table.map(screens::breakName).orElse("That break"));
                yield hurdle == Hurdle.FULL || hurdle == Hurdle.UNFIT
                        ? new Done(
                                Reply.say(instead(((Reply.Say) refused.reply()).message(), command, person, instead)),
                                refused.outcome())
                        : refused;
            }
        };
    }

    private static Done refused(Hurdle hurdle, String name, String coffeeBreak) {
        return switch (hurdle) {
            case NOT_SEEKING -> Done.refused(Refused.NOT_SEEKING, name);
            case NOT_SEATED -> Done.refused(Refused.NOT_SEATED, name);
            case NO_TABLE -> Done.refused(Refused.NO_TABLE_ANY_MORE);
            case TOO_LATE -> Done.refused(Refused.TOO_LATE, coffeeBreak);
            case THERE_ALREADY -> Done.refused(Refused.THERE_ALREADY, name);
            case LOCKED -> Done.refused(Refused.LOCKED, name);
            case HOSTS_THEN -> Done.refused(Refused.HOSTS_THEN, name, coffeeBreak);
            case SITS_THEN -> Done.refused(Refused.SITS_THEN, name, coffeeBreak);
            case CANNOT_MAKE -> Done.refused(Refused.CANNOT_MAKE, name, coffeeBreak);
            case ENOUGH_SEATS -> Done.refused(Refused.ENOUGH_SEATS, name);
            case FULL -> Done.refused(Refused.FULL);
            case UNFIT -> Done.refused(Refused.UNFIT, name);
            case NO_PEERS -> Done.refused(Refused.NO_PEERS, name);
        };
    }

    /// A refusal with the tables that could take somebody.
    private Message instead(Message refused, String command, Found person, List<MentorTable> instead) {
        var message = Message.saying(refused.summary()).paragraph(refused.summary());
        return instead.isEmpty()
                ? message.small("No other table can take them now either.").build()
                : message.paragraph("These can:")
                        .actions(instead.stream()
                                .map(table -> Button.of(
                                        screens.tableName(table),
                                        new ChatIntent.ChooseSeat(
                                                command,
                                                person.typed() + " to @mentor:" + table.mentor() + " in "
                                                        + table.coffeeBreak())))
                                .toArray(Button[]::new))
                        .build();
    }

    private Done lock(String words, boolean locked) {
        if (words.isEmpty()) {
            return Done.refused(Refused.HOW_TO_LOCK);
        }
        var plan = mentoring.plan();
        if (!plan.published()) {
            return Done.refused(Refused.NOT_PUBLISHED);
        }
        var place = InBreak.of(words, programme.get());
        var breaks = breaks(place.when());
        if (!place.when().isEmpty() && breaks.isEmpty()) {
            return noBreak(place.when());
        }
        return one(whom.anybody(place.what()), place.what(), Refused.NOBODY, again(lockWord(locked), place::with))
                .then(found -> {
                    if (found.mentor().isPresent()
                            && plan.takenBy(found.person()).isEmpty()) {
                        return tables(found, place.when())
                                .then(tables -> locked(
                                        tables.stream()
                                                .flatMap(table -> plan.expectedAt(table).stream())
                                                .toList(),
                                        found.name() + "'s table",
                                        locked));
                    }
                    var seats = plan.takenBy(found.person()).stream()
                            .filter(seat -> seat.state().expected()
                                    && plan.table(seat.table())
                                            .filter(table -> breaks.isEmpty() || breaks.contains(table.coffeeBreak()))
                                            .isPresent())
                            .toList();
                    return seats.isEmpty()
                            ? Done.refused(Refused.NOT_SEATED, found.name())
                            : locked(seats, found.name(), locked);
                });
    }

    private Done locked(List<Seat> seats, String whose, boolean locked) {
        var changed = mentoring.byHand().lock(seats.stream().map(Seat::id).toList(), locked);
        return new Done(
                Reply.say(screens.locked(seats.size(), whose, locked)),
                (locked ? "locked " : "unlocked ") + changed + " seats");
    }

    private Done lockSeat(String seatId, boolean locked) {
        var seat = held(seatId);
        if (seat.isEmpty()) {
            return Done.refused(Refused.NO_SEAT_ANY_MORE);
        }
        mentoring.byHand().lock(List.of(seatId), locked);
        return table(seat.get().table());
    }

    private Done lockTable(String id, boolean locked) {
        var plan = mentoring.plan();
        plan.table(id)
                .ifPresent(table -> mentoring
                        .byHand()
                        .lock(plan.expectedAt(table).stream().map(Seat::id).toList(), locked));
        return table(id);
    }

    private Done forbid(String words) {
        return pair("forbid", words, (one, other) -> {
            if (one.person().equals(other.person())) {
                return Done.refused(Refused.ONE_PERSON, one.name());
            }
            var before = mentoring.plan();
            var moved = mentoring.byHand().forbid(one.person(), other.person());
            return new Done(Reply.say(screens.keptApart(one, other, moved, before)), "a pair is kept apart");
        });
    }

    private Done allow(String words) {
        return pair("allow", words, (one, other) -> {
            var theirs = mentoring.mentors().identities(one.person());
            var others = mentoring.mentors().identities(other.person());
            var apart = mentoring.byHand().forbidden().stream()
                    .anyMatch(pair -> theirs.contains(pair.one()) && others.contains(pair.other())
                            || theirs.contains(pair.other()) && others.contains(pair.one()));
            return apart
                    ? allowed(one.person(), other.person())
                    : Done.refused(Refused.NOT_APART, one.name(), other.name());
        });
    }

    private Done allowed(Person one, Person other) {
        mentoring.byHand().allow(one, other);
        return new Done(
                Reply.say(whom.name(one) + " and " + TableScreens.named(other, whom::name)
                        + " may sit together again, as far as you organizers are concerned."),
                "a pair may sit together again");
    }

    private Done forbids() {
        return new Done(Reply.say(screens.forbids(mentoring.byHand().forbidden())), "shown");
    }

    private Done pair(String command, String words, BiFunction<Found, Found, Done> act) {
        var said = PAIR.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.HOW_TO_PAIR);
        }
        var first = said.group("one");
        var second = said.group("other");
        return one(whom.anybody(first), first, Refused.NOBODY, again(command, found -> found + " with " + second))
                .then(one -> one(
                                whom.anybody(second),
                                second,
                                Refused.NOBODY,
                                again(command, found -> one.typed() + " with " + found))
                        .then(other -> act.apply(one, other)));
    }

    private static Meant<Found> one(
            List<Found> found, String words, Refused nobody, Function<Found, ChatIntent> again) {
        return Meant.one(found, words, nobody, Refused.TOO_MANY, again);
    }

    private static Function<Found, ChatIntent> again(String command, UnaryOperator<String> words) {
        return found -> new ChatIntent.ChooseSeat(command, words.apply(found.typed()));
    }
}
