package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// "I'd rather not sit with …": said by a sentence or in a form, taken back the same way, and told to nobody.
public final class Avoiding {

    /// The name of the form in [ChatIntent.SubmitForm].
    static final String FORM = "rather-not";

    private static final String PEOPLE = "people";
    private static final int MOST = 20;
    private static final Pattern ID = Pattern.compile("[UW][A-Z0-9]{2,30}");
    /// As the chat hands over a mention.
    private static final Pattern MENTION = Pattern.compile("@([UW][A-Z0-9]{2,})");

    private final Blocks blocks;
    private final Profiles profiles;
    private final Mentoring mentoring;
    private final Predicate<Person> members;

    /// @param members whether somebody surely is a full member of the workspace
    public Avoiding(Blocks blocks, Profiles profiles, Mentoring mentoring, Predicate<Person> members) {
        this.blocks = blocks;
        this.profiles = profiles;
        this.mentoring = mentoring;
        this.members = members;
    }

    Reply avoid(Person who, String whom) {
        return meant(who, whom)
                .filter(other -> !other.contains(who))
                .map(other -> {
                    blocks.change(who, other, List.of());
                    mentoring.separate(who);
                    return Reply.say(said("All right, I won't seat you with ", other, ". Nobody is told."));
                })
                .orElseGet(() -> unknown(whom));
    }

    Reply stop(Person who, String whom) {
        return meant(who, whom)
                .map(other -> {
                    blocks.change(who, List.of(), other);
                    return Reply.say(said("All right, I may seat you with ", other, " again."));
                })
                .orElseGet(() -> unknown(whom));
    }

    /// @param asForm whether a form can be opened
    Reply show(Person who, boolean asForm) {
        var said = blocks.said().by(who);
        if (asForm) {
            return new Reply.Show(new Form(
                    FORM,
                    "Rather not sit with",
                    "Save",
                    Text.of(
                            "I seat you at no table with them, in no round and with no peers. Nobody is told, not even the organizers."),
                    List.of(new Form.Field.People(
                            PEOPLE,
                            "People I'd rather not sit with",
                            "Only you see this list",
                            Set.copyOf(said.stream().filter(Avoiding::isInChat).toList()),
                            MOST))));
        }
        var lines = said.stream().map(this::named).distinct().toList();
        var summary = lines.isEmpty()
                ? "There is nobody you'd rather not sit with, as far as you told me."
                : "You'd rather not sit with:";
        return Reply.say(Message.saying(summary)
                .paragraph(summary)
                .points(lines)
                .small("Only you see this. You can also write: I'd rather not sit with, and a name.")
                .actions(Button.of("Change", new ChatIntent.ShowAvoided()))
                .build());
    }

    Reply submit(Person who, Map<String, List<String>> answers) {
        var chosen = answers.getOrDefault(PEOPLE, List.of()).stream()
                .filter(id -> ID.matcher(id).matches())
                .limit(MOST)
                .map(Person::new)
                .filter(other -> !other.equals(who))
                .toList();
        var removed = new ArrayList<Person>();
        for (var before : blocks.said().by(who)) {
            if (isInChat(before) && !chosen.contains(before)) {
                removed.addAll(mentoring.mentors().identities(before));
            }
        }
        blocks.change(who, chosen, removed);
        mentoring.separate(who);
        return Reply.say("Saved. Nobody is told.");
    }

    void forget(Person who) {
        blocks.forget(who);
    }

    private static Reply unknown(String whom) {
        var words =
                "I don't know whom you mean by \"" + whom + "\". Write @ and their name, or choose them from a list.";
        return Reply.say(Message.saying(words)
                .paragraph(words)
                .actions(Button.main("Choose", new ChatIntent.ShowAvoided()))
                .build());
    }

    private Message said(String before, List<Person> other, String after) {
        var text = Text.of(before);
        for (var span : named(other.getLast()).spans()) {
            text = new Text(
                    Stream.concat(text.spans().stream(), Stream.of(span)).toList());
        }
        return Message.saying("Done. Nobody is told.")
                .paragraph(text.plain(after))
                .build();
    }

    /// Mentors by their name; everybody else as the chat shows them.
    private Text named(Person other) {
        return mentoring
                .mentors()
                .named(other)
                .map(mentor -> Text.of("").bold(mentor.name()))
                .orElseGet(() -> Text.of("").mention(other));
    }

    /// All names of the person who is meant. A name finds only mentors and, for members, whoever agreed to be found:
    /// others must not be able to try out who has signed up.
    private Optional<List<Person>> meant(Person who, String whom) {
        var mention = MENTION.matcher(whom);
        if (mention.matches()) {
            return Optional.of(mentoring.mentors().identities(new Person(mention.group(1))));
        }
        var name = folded(whom);
        var mentors = mentoring.mentors().all().stream()
                .filter(mentor -> isNamed(mentor.name(), name))
                .toList();
        if (mentors.size() == 1) {
            return Optional.of(mentors.getFirst().identities());
        }
        var people = (members.test(who) ? profiles.all() : List.<Profile>of())
                .stream()
                        .filter(profile -> profile.agreesTo(Consent.FINDABLE) && isNamed(profile.name(), name))
                        .map(Profile::person)
                        .toList();
        return mentors.isEmpty() && people.size() == 1 ? Optional.of(people) : Optional.empty();
    }

    private static boolean isNamed(String name, String asked) {
        var full = folded(name);
        return full.equals(asked) || full.endsWith(" " + asked);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}|^@", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /// A mentor of the programme who is not in the chat has a name with a colon.
    private static boolean isInChat(Person person) {
        return !person.id().contains(":");
    }
}
