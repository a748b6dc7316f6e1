package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.CalledOff;
import coffeebreak.bot.programme.DayChanges;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What organizers do about the parts of the programme: cancel one, put another in its place, take that back. Each is
/// shown first with what follows, and carried out by one press; answers, Homes, search, calendar files, hard stops and
/// nudges follow by themselves.
public final class ProgrammeDesk implements Desk {

    private static final int LONGEST_TITLE = 150;
    private static final int MOST_CHOICES = 5;
    private static final Pattern REPLACED = Pattern.compile(
            "(?i)(?<what>.+?) with (?<title>.+?)(?: by (?<by>.+?))?(?: until (?<until>\\d{1,2}[:.]\\d\\d))?");

    private final LiveProgramme programme;
    private final SessionFinder finder;
    private final StageNews news;
    private final Mentoring mentoring;
    private final InstantSource clock;

    public ProgrammeDesk(
            LiveProgramme programme, SessionFinder finder, StageNews news, Mentoring mentoring, InstantSource clock) {
        this.programme = programme;
        this.finder = finder;
        this.news = news;
        this.mentoring = mentoring;
        this.clock = clock;
    }

    /// How changes of the programme are refused.
    public enum Refused implements Refusal {
        WHAT("Say which part of the programme, for example \"/coffee-admin %s invited talk 5\"."),
        NO_SUCH_PART("I find no part of the programme by \"%s\". Name it by its title, its speaker or its start, for "
                + "example \"14:30\"."),
        NOT_A_REPLACEMENT("I don't understand \"%s\" as a replacement. Say for example \"/coffee-admin replace invited "
                + "talk 5 with Open discussion by Julia Kempe until 15:00\"."),
        TOO_LONG("A title takes " + LONGEST_TITLE + " characters at most; this one has %s. Say it shorter."),
        MENTORING("%s is a break for mentoring: %s people have a seat in it, and %s tables stand there. It cannot be "
                + "cancelled or replaced. \"/coffee-admin delay\" moves it; seats and tables can be moved one by one."),
        CANCELLED_ALREADY("%s is cancelled already. \"/coffee-admin restore %s\" takes that back."),
        OVER("%s is over, so it cannot be cancelled any more."),
        ENDS_BEFORE("%s begins at %s, so what takes its place cannot last until %s. Give a later time."),
        NOT_CANCELLED("%s is not cancelled, so there is nothing to take back. \"/coffee-admin cancel\" shows what is.");

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
                                "cancel",
                                "cancels a part of the programme, after showing what follows",
                                (_, words) ->
                                        words.isEmpty() ? cancelled() : of(words, "cancel", this::proposeCancelling))
                        .with("[SESSION]", "cancel invited talk 5", "cancel 14:30", "cancel")
                        .refusing(Refused.NO_SUCH_PART, Refused.MENTORING, Refused.CANCELLED_ALREADY, Refused.OVER),
                Command.of(
                                "replace",
                                "puts something else in the place of a part of the programme",
                                (_, words) -> replace(words))
                        .with(
                                "SESSION with TITLE [by SPEAKER] [until TIME]",
                                "replace invited talk 5 with Open discussion",
                                "replace the talk by Wyart with Grokking in the wild by Julia Kempe until 15:00")
                        .refusing(
                                Refused.NOT_A_REPLACEMENT,
                                Refused.NO_SUCH_PART,
                                Refused.TOO_LONG,
                                Refused.MENTORING,
                                Refused.CANCELLED_ALREADY,
                                Refused.OVER,
                                Refused.ENDS_BEFORE),
                Command.of(
                                "restore",
                                "lets something cancelled take place after all",
                                (_, words) -> words.isEmpty()
                                        ? Done.refused(Refused.WHAT, "restore")
                                        : of(words, "restore", this::proposeRestoring))
                        .with("SESSION", "restore invited talk 5")
                        .refusing(Refused.WHAT, Refused.NO_SUCH_PART, Refused.NOT_CANCELLED));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return intent instanceof ChatIntent.AboutProgramme act ? Optional.of(act(act)) : Optional.empty();
    }

    private Act act(ChatIntent.AboutProgramme act) {
        return switch (act) {
            case ChatIntent.CancelPart(var id) ->
                new Act("cancel " + id, () -> byId(id, session -> cancel(session, null)));
            case ChatIntent.ReplacePart(var id, var title, var by, var until) ->
                new Act("replace " + id, () -> byId(id, session -> cancel(session, new Wanted(title, by, until))));
            case ChatIntent.RestorePart(var id) -> new Act("restore " + id, () -> byId(id, this::restore));
        };
    }

    /// What is to stand in the place of something.
    ///
    /// @param by    empty for nobody
    /// @param until `15:00`; empty for as long as what it replaces
    private record Wanted(String title, String by, String until) {}

    private Done cancelled() {
        var version = programme.get();
        if (version.cancelled().isEmpty()) {
            return new Done(
                    Reply.say("Nothing is cancelled. Say for example \"/coffee-admin cancel invited talk 5\"."),
                    "shown");
        }
        var message = Message.saying("Cancelled: "
                        + version.cancelled().stream()
                                .map(each -> each.session().title())
                                .collect(Collectors.joining(", ")))
                .heading("What is cancelled");
        version.cancelled().stream()
                .limit(MOST_CHOICES)
                .forEach(each -> message.points(List.of(line(each.session(), version)))
                        .actions(Button.of(
                                "Restore",
                                new ChatIntent.OrganizerCommand(
                                        "restore", each.session().id()))));
        return new Done(Reply.say(message.build()), "shown");
    }

    /// Asks which one where several could be meant.
    private Done of(String words, String command, Function<Session, Done> act) {
        var version = programme.get();
        var found = finder.find(words, version, version.dayAt(clock.instant()));
        if (found.isEmpty()) {
            return Done.refused(Refused.NO_SUCH_PART, words);
        }
        return found.size() == 1 ? act.apply(found.getFirst()) : which(found, version, id -> command + " " + id);
    }

    private static Done which(List<Session> found, Programme version, Function<String, String> command) {
        var message = Message.saying("Which one do you mean?").heading("Which one do you mean?");
        message.points(found.stream()
                .limit(MOST_CHOICES)
                .map(session -> line(session, version))
                .toList());
        if (found.size() > MOST_CHOICES) {
            message.small("and " + (found.size() - MOST_CHOICES) + " more: say when it starts");
        }
        message.actions(found.stream()
                .limit(MOST_CHOICES)
                .map(session -> {
                    var parts = command.apply(session.id()).split(" ", 2);
                    return Button.of(
                            session.start() + " " + cut(session.title(), 60),
                            new ChatIntent.OrganizerCommand(parts[0], parts[1]));
                })
                .toArray(Button[]::new));
        return new Done(Reply.say(message.build()), "asked which");
    }

    private static String cut(String words, int length) {
        return words.length() <= length ? words : words.substring(0, length - 1) + "…";
    }

    private Done byId(String id, Function<Session, Done> act) {
        var version = programme.get();
        return Stream.concat(
                        version.sessions().stream(),
                        version.cancelled().stream().map(Programme.Cancelled::session))
                .filter(session -> session.id().equals(id))
                .findFirst()
                .map(act)
                .orElseGet(() -> Done.refused(Refused.NO_SUCH_PART, id));
    }

    private Done replace(String words) {
        var said = REPLACED.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.NOT_A_REPLACEMENT, words);
        }
        var title = said.group("title").strip();
        if (title.length() > LONGEST_TITLE) {
            return Done.refused(Refused.TOO_LONG, title.length());
        }
        var wanted = new Wanted(title, said(said.group("by")), said(said.group("until")));
        var version = programme.get();
        var found = finder.find(said.group("what"), version, version.dayAt(clock.instant()));
        if (found.isEmpty()) {
            return Done.refused(Refused.NO_SUCH_PART, said.group("what"));
        }
        var rest = words.substring(said.group("what").length());
        return found.size() == 1
                ? propose(found.getFirst(), wanted)
                : which(found, version, id -> "replace " + id + rest);
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    private Done proposeCancelling(Session session) {
        return propose(session, null);
    }

    private Done propose(Session session, @Nullable Wanted wanted) {
        var refused = refused(session, wanted);
        if (refused.isPresent()) {
            return refused.get();
        }
        var version = programme.get();
        var off = off(session, wanted);
        var after = programme.with(changed(programme.changes(), off));
        var heading = wanted == null
                ? "Cancel " + session.title() + "?"
                : "Replace " + session.title() + " with " + cut(wanted.title(), 100) + "?";
        var points = new ArrayList<Text>();
        points.add(line(session, version));
        points.add(instead(off, after));
        overlap(off, after).ifPresent(points::add);
        points.add(Text.of("Told at once, by one message each: " + told(off, after) + "."));
        if (isHardStop(session, version)) {
            points.add(Text.of("Cards of mentors no longer name it as what they must be on time for, and nobody is "
                    + "nudged for it."));
        }
        var button = wanted == null
                ? Button.main("Cancel it", new ChatIntent.CancelPart(session.id()))
                : Button.main(
                        "Replace it",
                        new ChatIntent.ReplacePart(session.id(), wanted.title(), wanted.by(), wanted.until()));
        return new Done(
                Reply.say(Message.saying(heading)
                        .heading(heading)
                        .points(points)
                        .paragraph("Answers, Homes, search and calendar files follow at once. Participants get no "
                                + "message; \"/coffee-admin announce\" is there for that.")
                        .actions(button)
                        .build()),
                "proposed");
    }

    private Optional<Done> refused(Session session, @Nullable Wanted wanted) {
        var version = programme.get();
        if (session.mentorship()) {
            var plan = mentoring.plan();
            var tables = plan.tables().stream()
                    .filter(table -> table.coffeeBreak().equals(session.id()))
                    .map(table -> table.id())
                    .collect(Collectors.toSet());
            var seated = plan.seats().stream()
                    .filter(seat ->
                            tables.contains(seat.table()) && seat.state().taken())
                    .count();
            return Optional.of(
                    Done.refused(Refused.MENTORING, new BreakWording(version).name(session), seated, tables.size()));
        }
        if (version.session(session.id()).isEmpty()
                && (wanted == null
                        || standing(session)
                                .filter(off -> off.instead() == null)
                                .isEmpty())) {
            return Optional.of(Done.refused(Refused.CANCELLED_ALREADY, session.title(), session.title()));
        }
        if (version.endOf(session).filter(end -> !clock.instant().isBefore(end)).isPresent()) {
            return Optional.of(Done.refused(Refused.OVER, session.title()));
        }
        var until = wanted == null ? Optional.<LocalTime>empty() : SessionFinder.time(wanted.until());
        return until.filter(time -> !time.isAfter(session.start()))
                .map(time -> Done.refused(Refused.ENDS_BEFORE, session.title(), session.start(), time));
    }

    private Done cancel(Session session, @Nullable Wanted wanted) {
        var refused = refused(session, wanted);
        if (refused.isPresent()) {
            return refused.get();
        }
        var off = off(session, wanted);
        var changed = programme.change(changes -> changed(changes, off));
        news.look();
        var after = programme.get();
        var heading = wanted == null
                ? session.title() + " is cancelled"
                : session.title() + " is replaced with " + cut(wanted.title(), 100);
        return new Done(
                new Reply.Replace(Message.saying(heading + ".")
                        .heading(heading)
                        .points(List.of(instead(off, after), Text.of("Told: " + told(off, after) + ".")))
                        .actions(Button.of("Take it back", new ChatIntent.OrganizerCommand("restore", session.id())))
                        .build()),
                (wanted == null ? "cancelled" : "replaced") + ", revision " + changed.revision());
    }

    /// What is cancelled already gets what stands in its place; whatever else is new.
    private static DayChanges changed(DayChanges changes, CalledOff off) {
        var before = changes.standing()
                .filter(each -> each.session().id().equals(off.session().id()))
                .findFirst();
        var instead = off.instead();
        return before.isPresent() && instead != null ? changes.withInstead(before.get(), instead) : changes.with(off);
    }

    private CalledOff off(Session session, @Nullable Wanted wanted) {
        var instead = wanted == null ? null : instead(session, wanted);
        return standing(session)
                .map(off -> new CalledOff(off.session(), off.said(), instead, null))
                .orElseGet(() -> new CalledOff(
                        programme.onTime().session(session.id()).orElse(session), clock.instant(), instead, null));
    }

    private CalledOff.Instead instead(Session session, Wanted wanted) {
        var length = SessionFinder.time(wanted.until())
                .map(until -> Duration.between(session.start(), until))
                .orElse(null);
        return new CalledOff.Instead(
                "instead-" + (programme.changes().revision() + 1),
                wanted.title(),
                kind(session, wanted),
                wanted.by().isEmpty() ? null : speaker(wanted.by()),
                length);
    }

    /// The kind its title names, else what it replaces where somebody speaks, else none in particular.
    private static Kind kind(Session session, Wanted wanted) {
        var title = " " + wanted.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return Kind.USUAL.stream()
                .filter(kind -> Stream.concat(Stream.of(kind.name()), kind.words().stream())
                        .anyMatch(word -> title.contains(" " + word + " ")))
                .max(Comparator.comparingInt(kind -> kind.name().length()))
                .orElseGet(() ->
                        Kind.usual(wanted.by().isEmpty() ? "session" : "talk").orElse(session.kind()));
    }

    /// Somebody of the programme, or a new guest.
    private ProgrammePerson speaker(String name) {
        var sought = PersonName.of(name);
        var known = programme.get().people().stream()
                .filter(person -> PersonName.of(person.name()).to(sought) == Likeness.SAME)
                .toList();
        return known.size() == 1
                ? known.getFirst()
                : new ProgrammePerson(
                        "guest-" + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-"),
                        cut(name, LONGEST_TITLE),
                        List.of(),
                        Set.of(Role.SPEAKER),
                        List.of(),
                        null,
                        null,
                        List.of());
    }

    private static Text instead(CalledOff off, Programme after) {
        var instead = off.instead();
        return Optional.ofNullable(instead)
                .flatMap(given -> after.session(given.id()))
                .map(session -> Text.of("In its place: ").bold(session.title()).plain(times(session, after)))
                .orElseGet(() -> Text.of("Nothing takes its place."));
    }

    /// What takes the place of something may reach into what comes next.
    private static Optional<Text> overlap(CalledOff off, Programme after) {
        var instead = off.instead();
        return Optional.ofNullable(instead)
                .flatMap(given -> after.session(given.id()))
                .flatMap(session -> after.sessions().stream()
                        .filter(other -> other.day() == session.day()
                                && other.start().isAfter(session.start())
                                && session.end() != null
                                && other.start().isBefore(session.end()))
                        .findFirst())
                .map(other -> Text.of("It reaches into ")
                        .bold(other.title())
                        .plain(" (" + other.start() + "); \"/coffee-admin delay\" moves what comes after."));
    }

    private String told(CalledOff off, Programme version) {
        var people = news.concerned(off.session(), version);
        var names = version.peopleOf(off.session()).stream()
                .map(ProgrammePerson::name)
                .collect(Collectors.toCollection(ArrayList::new));
        if (off.instead() != null && off.instead().person() != null) {
            names.add(off.instead().person().name());
        }
        return names.isEmpty() || people.isEmpty() && off.instead() == null
                ? "nobody, as nobody on its stage is known in the chat"
                : Text.enumerated(names.stream().distinct().toList()) + ", as far as they are in the chat";
    }

    private static boolean isHardStop(Session session, Programme version) {
        return version.breaks().stream()
                .anyMatch(each -> each.day() == session.day() && session.start().equals(each.end()));
    }

    private Done proposeRestoring(Session session) {
        var off = standing(session);
        if (off.isEmpty()) {
            return Done.refused(Refused.NOT_CANCELLED, session.title());
        }
        var heading = "Let " + session.title() + " take place after all?";
        var instead = off.get().instead();
        return new Done(
                Reply.say(Message.saying(heading)
                        .heading(heading)
                        .points(Stream.of(
                                        Optional.of(line(session, programme.get())),
                                        Optional.ofNullable(instead)
                                                .map(given -> Text.of("What stood in its place goes: ")
                                                        .bold(given.title())),
                                        Optional.of(Text.of("Told at once, by one message each: "
                                                + told(off.get(), programme.get()) + ".")))
                                .flatMap(Optional::stream)
                                .toList())
                        .actions(Button.main("Restore it", new ChatIntent.RestorePart(session.id())))
                        .build()),
                "proposed");
    }

    private Done restore(Session session) {
        var off = standing(session);
        if (off.isEmpty()) {
            return Done.refused(Refused.NOT_CANCELLED, session.title());
        }
        var changed = programme.change(changes -> changes.withBack(off.get(), clock.instant()));
        news.look();
        var heading = session.title() + " takes place after all";
        return new Done(
                new Reply.Replace(Message.saying(heading + ".")
                        .heading(heading)
                        .points(List.of(line(session, programme.get())))
                        .build()),
                "restored, revision " + changed.revision());
    }

    private Optional<CalledOff> standing(Session session) {
        return programme
                .changes()
                .standing()
                .filter(off -> off.session().id().equals(session.id()))
                .findFirst();
    }

    private static Text line(Session session, Programme version) {
        return Text.of("").bold(session.title()).plain(times(session, version));
    }

    private static String times(Session session, Programme version) {
        var people =
                version.peopleOf(session).stream().map(ProgrammePerson::name).collect(Collectors.joining(", "));
        return ", " + session.start() + (session.end() == null ? "" : " to " + session.end())
                + (people.isEmpty() ? "" : ", " + people);
    }
}
