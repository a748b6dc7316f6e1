package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Directory;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Who the organizers are: a list of their own, which an administrator of the workspace is not on by that alone.
public final class OrganizerDesk implements Desk {

    private static final Pattern CHANGE = Pattern.compile(
            "(?<what>add|remove)\\s+<?@(?<who>[UW][A-Z0-9]{2,})(?:\\|[^>]*)?>?", Pattern.CASE_INSENSITIVE);

    private final AppointedOrganizers organizers;
    private final Appointed appointed;
    private final Directory directory;
    private final Supplier<Programme> programme;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final InstantSource clock;

    public OrganizerDesk(
            AppointedOrganizers organizers,
            Appointed appointed,
            Directory directory,
            Supplier<Programme> programme,
            Outbox outbox,
            NoticeIds ids,
            InstantSource clock) {
        this.organizers = organizers;
        this.appointed = appointed;
        this.directory = directory;
        this.programme = programme;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// How a change of the list is refused.
    public enum Refused implements Refusal {
        NOT_UNDERSTOOD(
                "I don't understand \"%s\". Say for example \"/coffee-admin organizers add @Ana\", with a name that "
                        + "Slack turns into a mention."),
        UNKNOWN_PERSON("I cannot find @%s in this workspace, or Slack does not answer. Try again in a minute."),
        NOT_A_MEMBER("%s is a guest, an app or a deactivated account, and only full members can be organizers. Ask an "
                + "administrator of the workspace to make them a full member first."),
        ALREADY_ONE("%s is an organizer already."),
        NOT_ONE("%s is not an organizer. \"/coffee-admin organizers\" shows who is."),
        NAMED_BY_SETTINGS(
                "%s is named in COFFEEBREAK_ORGANIZERS, so only the person who runs this bot can take them off "
                        + "the list."),
        THE_LAST("%s is the last organizer. Add somebody else first: \"/coffee-admin organizers add @Ana\".");

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
                        "organizers",
                        "says who the organizers are, adds one or takes one off the list; it holds at once",
                        (who, words) -> words.isEmpty() ? new Done(Reply.say(list()), "shown") : change(who, words))
                .with("[add @PERSON | remove @PERSON]", "organizers", "organizers add @Ana", "organizers remove @Ana")
                .refusing(Refused.values()));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return Optional.empty();
    }

    private Message list() {
        return Message.saying("The organizers")
                .heading("The organizers")
                .points(organizers.all().stream()
                        .sorted(Comparator.comparing(Person::id))
                        .map(person -> Text.of("")
                                .mention(person)
                                .plain(organizers.isNamed(person) ? " (by the bot's settings)" : ""))
                        .toList())
                .small("\"/coffee-admin organizers add @Ana\" adds somebody, \"remove\" takes them off the list.")
                .build();
    }

    private Done change(Person by, String words) {
        var said = CHANGE.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.NOT_UNDERSTOOD, words);
        }
        var person = new Person(said.group("who").toUpperCase(Locale.ROOT));
        return said.group("what").equalsIgnoreCase("add") ? add(by, person) : remove(person);
    }

    private Done add(Person by, Person person) {
        var found = directory.find(person);
        if (found.isEmpty()) {
            return Done.refused(Refused.UNKNOWN_PERSON, person.id());
        }
        var name = found.get().name();
        if (!found.get().member()) {
            return Done.refused(Refused.NOT_A_MEMBER, name);
        }
        if (organizers.isNamed(person) || !appointed.add(person)) {
            return Done.refused(Refused.ALREADY_ONE, name);
        }
        outbox.plan(List.of(new Notice(
                ids.of("organizer-added", person.id(), clock.instant().toString()),
                person,
                new Notice.Content.Post(welcome(by)),
                clock.instant(),
                Notice.Urgency.ORDINARY,
                null)));
        return new Done(Reply.say(name + " is an organizer now, and reads what they can do."), "added " + person.id());
    }

    private Message welcome(Person by) {
        var event = programme.get().shortName();
        return Message.saying("You are an organizer of " + event + " now.")
                .heading("You are an organizer of " + event)
                .paragraph(Text.of("")
                        .mention(by)
                        .plain(
                                " added you. You can see how things stand, run and publish rounds, move people, change the "
                                        + "day and answer questions, by buttons on my Home and by \"/coffee-admin\". What you do is "
                                        + "written down for the other organizers."))
                .actions(
                        Button.main("How do things stand?", new ChatIntent.OrganizerCommand("status", "")),
                        Button.of("What can I do?", new ChatIntent.OrganizerCommand("help", "")))
                .build();
    }

    private Done remove(Person person) {
        var name = directory.find(person).map(Directory.Entry::name).orElse("@" + person.id());
        if (!organizers.contains(person)) {
            return Done.refused(Refused.NOT_ONE, name);
        }
        if (organizers.isNamed(person)) {
            return Done.refused(Refused.NAMED_BY_SETTINGS, name);
        }
        if (organizers.all().size() == 1) {
            return Done.refused(Refused.THE_LAST, name);
        }
        appointed.remove(person);
        return new Done(Reply.say(name + " is no organizer any more."), "removed " + person.id());
    }
}
