package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Saying;
import coffeebreak.bot.programme.Session;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What organizers say of the day that its file does not say: the wifi, the dinner, a room. Answers tell it at once,
/// with the time at which it was said.
public final class FactDesk implements Desk {

    static final String FORM = ChatIntent.OrganizerForm.PREFIX + "fact";
    private static final String KEY = "key";
    private static final String WORDS = "words";
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST = 600;
    private static final int SHOWN = 20;
    private static final Pattern ADD =
            Pattern.compile("(?is)(?:(?:add|change|set) )?(?<key>.{1,200}?)(?: (?:is|are)|:|=) +(?<words>.+)");
    private static final Pattern REMOVE = Pattern.compile("(?is)(?:remove|delete|drop) (?<key>.+)");
    private static final Pattern ROOM = Pattern.compile("(?i)(?:the )?(?:room|place) (?:of|for) (?<what>.+)");

    private final LiveProgramme programme;
    private final SessionFinder finder;
    private final InstantSource clock;

    public FactDesk(LiveProgramme programme, SessionFinder finder, InstantSource clock) {
        this.programme = programme;
        this.finder = finder;
        this.clock = clock;
    }

    /// How facts are refused.
    public enum Refused implements Refusal {
        NOT_A_FACT("I don't understand \"%s\" as a fact. Say for example \"/coffee-admin facts add wifi is SCI4DL, "
                + "password minima\", or \"/coffee-admin facts remove wifi\"."),
        KEY_TOO_LONG("What a fact is about takes " + LONGEST_KEY
                + " characters at most, one or two words; \"%s\" is too " + "long."),
        TOO_LONG("A fact takes " + LONGEST + " characters at most; this one has %s. Say it shorter."),
        NO_ONE_PART(
                "I need one part of the programme to give it a room, and by \"%s\" I find %s. Name it by its title, "
                        + "or by its start, for example \"room of 14:30 is 201\"."),
        NO_SUCH_FACT("There is no fact \"%s\". \"/coffee-admin facts\" shows what there is.");

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
        return List.of(Command.of(
                        "facts",
                        "adds, changes, removes or shows what answers tell beside the programme",
                        (_, words) -> typed(words))
                .with(
                        "[add KEY is TEXT | remove KEY]",
                        "facts",
                        "facts add wifi is SCI4DL, password minima",
                        "facts add room of the panel is Room 201",
                        "facts remove wifi")
                .refusing(Refused.values())
                .unquoted());
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        if (intent instanceof ChatIntent.OrganizerForm(var form, var answers) && form.equals(FORM)) {
            var key = String.join(" ", answers.getOrDefault(KEY, List.of()));
            var words = String.join(" ", answers.getOrDefault(WORDS, List.of()));
            return Optional.of(new Act("facts", () -> say(key.strip(), words.strip())));
        }
        return intent instanceof ChatIntent.WriteFact(var key)
                ? Optional.of(new Act("facts", () -> new Done(new Reply.Show(form(key)), "shown")))
                : Optional.empty();
    }

    private Form form(String key) {
        var known = programme.changes().saying(key).map(Saying::words).orElse("");
        return new Form(
                FORM,
                "A fact",
                "Save",
                Text.of("Whoever asks about it is told what you write, with the time."),
                List.of(
                        new Form.Field.Words(KEY, "About what?", "For example: wifi", key, LONGEST_KEY, false, true),
                        new Form.Field.Words(WORDS, "What is true of it?", "", known, LONGEST, true, true)));
    }

    private Done typed(String words) {
        if (words.isEmpty()) {
            return new Done(Reply.say(all()), "shown");
        }
        var removed = REMOVE.matcher(words);
        if (removed.matches()) {
            return remove(removed.group("key").strip());
        }
        var added = ADD.matcher(words);
        return added.matches()
                ? say(added.group("key").strip(), added.group("words").strip())
                : Done.refused(Refused.NOT_A_FACT, words);
    }

    private Message all() {
        var sayings = programme.changes().sayings();
        var message = Message.saying("Facts: " + sayings.size() + " said by you, "
                        + programme.get().facts().size() + " in all.")
                .heading("What answers tell beside the programme");
        if (sayings.isEmpty()) {
            message.paragraph(
                    "You have added nothing yet. Say for example \"/coffee-admin facts add wifi is SCI4DL, password minima\".");
        }
        for (var saying : sayings.reversed().stream().limit(SHOWN).toList()) {
            message.points(List.of(line(saying)));
        }
        if (sayings.size() > SHOWN) {
            message.small("and " + (sayings.size() - SHOWN) + " more");
        }
        return message.actions(Button.main("Add a fact", new ChatIntent.WriteFact("")))
                .build();
    }

    private Text line(Saying saying) {
        var said = " (" + programme.get().timeAtVenue(saying.said())
                + (saying.by().isEmpty() ? ")" : ", " + saying.by() + ")");
        return Text.of("")
                .bold(saying.key())
                .plain(": " + (saying.words().isEmpty() ? "not told any more" : saying.words()) + said);
    }

    private Done say(String key, String words) {
        if (words.length() > LONGEST) {
            return Done.refused(Refused.TOO_LONG, words.length());
        }
        var room = ROOM.matcher(key);
        if (room.matches()) {
            return room(room.group("what").strip(), words);
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return Done.refused(Refused.KEY_TOO_LONG, key);
        }
        var asked = new ArrayList<>(List.of(key));
        asked.add("where is the " + key);
        asked.add("when is the " + key);
        return keep(new Saying(key.toLowerCase(Locale.ROOT), words, asked, null, clock.instant(), ""), "fact " + key);
    }

    private Done room(String what, String words) {
        var version = programme.get();
        var found = finder.find(what, version, version.dayAt(clock.instant())).stream()
                .filter(session -> version.session(session.id()).isPresent())
                .toList();
        return found.size() == 1
                ? keep(
                        new Saying(
                                key(found.getFirst()),
                                words,
                                List.of(),
                                found.getFirst().id(),
                                clock.instant(),
                                ""),
                        "room of " + found.getFirst().id())
                : Done.refused(Refused.NO_ONE_PART, what, found.isEmpty() ? "none" : found.size());
    }

    private static String key(Session session) {
        return "room of " + session.title().toLowerCase(Locale.ROOT) + " " + session.start();
    }

    private Done keep(Saying saying, String outcome) {
        var before = programme.changes().saying(saying.key());
        var changed = programme.change(changes -> changes.with(saying));
        return new Done(
                Reply.say(Message.saying("Answers tell it from now on: " + saying.key() + ".")
                        .heading(before.isPresent() ? "Changed" : "Noted")
                        .points(List.of(line(saying)))
                        .small("Whoever asks about it is told so at once, with the time.")
                        .actions(
                                Button.of("Change", new ChatIntent.WriteFact(saying.key())),
                                Button.of("Remove", new ChatIntent.OrganizerCommand("facts", "remove " + saying.key())))
                        .build()),
                outcome + ", revision " + changed.revision());
    }

    /// A statement of the file is not told any more; what was said on the day is forgotten.
    private Done remove(String key) {
        if (programme.changes().saying(key).isPresent()) {
            var changed = programme.change(changes -> changes.withoutSaying(key));
            return new Done(
                    Reply.say("\"" + key + "\" is not told any more."), "removed, revision " + changed.revision());
        }
        if (programme.get().facts().stream().anyMatch(fact -> fact.id().equalsIgnoreCase(key))) {
            var changed = programme.change(
                    changes -> changes.with(new Saying(key, "", List.of(), null, clock.instant(), "")));
            return new Done(
                    Reply.say("What the programme's file says of \"" + key
                            + "\" is not told any more. \"/coffee-admin facts " + "remove " + key
                            + "\" once more takes that back."),
                    "hidden, revision " + changed.revision());
        }
        return Done.refused(Refused.NO_SUCH_FACT, key);
    }
}
