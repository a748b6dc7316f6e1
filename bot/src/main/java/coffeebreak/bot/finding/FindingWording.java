package coffeebreak.bot.finding;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.finding.Found.Thing;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.programme.Topic;
import coffeebreak.index.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What was found and what is recommended, in words: few lines, what matched in bold.
final class FindingWording {

    private static final int SHOWN_OF_MANY_GROUPS = 3;
    private static final int SHOWN_OF_ONE_GROUP = 10;
    private static final int LONGEST_INTERESTS = 160;
    private static final int AUTHORS = 3;
    private static final int TOPICS_TO_TRY = 3;

    private final Supplier<Programme> programme;
    private final BooleanSupplier hasPapers;
    private final BiFunction<String, String, List<Stretch>> matches;

    /// @param matches cuts a text (second) by what a query (first) looks for
    FindingWording(
            Supplier<Programme> programme,
            BooleanSupplier hasPapers,
            BiFunction<String, String, List<Stretch>> matches) {
        this.programme = programme;
        this.hasPapers = hasPapers;
        this.matches = matches;
    }

    Message found(String query, Sought sought, Found found) {
        return listed(
                Message.saying(summary(query, found))
                        .paragraph(Text.of("For ").italic(query).plain(" I found:")),
                query,
                sought,
                found);
    }

    private static String summary(String query, Found found) {
        return "Found for \"" + query + "\": "
                + found.groups().entrySet().stream()
                        .map(group -> count(group.getKey(), group.getValue().size()))
                        .collect(Collectors.joining(", "));
    }

    /// Nothing of the sort they looked for, but something else.
    Message elsewhere(String query, Sought sought, Found found) {
        var none = sought == Sought.PAPERS && !hasPapers.getAsBoolean()
                ? "I know no papers or posters yet"
                : "I found no " + plural(sought) + " for \"" + query + "\"";
        return listed(Message.saying(none).paragraph(none + ", but:"), query, Sought.ANYTHING, found);
    }

    private Message listed(Message.Builder message, String query, Sought sought, Found found) {
        var shown = found.groups().size() == 1 ? SHOWN_OF_ONE_GROUP : SHOWN_OF_MANY_GROUPS;
        var more = new ArrayList<Button>();
        var near = false;
        for (var group : found.groups().entrySet()) {
            var things = group.getValue();
            near |= things.stream()
                    .limit(shown)
                    .anyMatch(thing -> !thing.why().isEmpty() && !hasBold(line(query, thing)));
            message.paragraph(Text.of("").bold(title(group.getKey())))
                    .points(things.stream()
                            .limit(shown)
                            .map(thing -> line(query, thing))
                            .toList());
            if (things.size() > shown && sought != group.getKey()) {
                more.add(Button.of("More " + plural(group.getKey()), new ChatIntent.Find(group.getKey(), query)));
            } else if (things.size() > shown) {
                message.small("… and more; add a word to see fewer.");
            }
        }
        if (found.groups().containsKey(Sought.MENTORS)) {
            more.add(Button.main("Find me a mentor", new ChatIntent.StartSignUp()));
        }
        if (found.participantsUnknown()) {
            message.small("Participants are left out: I cannot reach my memory just now.");
        }
        if (near) {
            message.small("Bold is what you looked for; a line without it is about something close to it.");
        }
        if (!more.isEmpty()) {
            message.actions(more.toArray(Button[]::new));
        }
        return message.build();
    }

    private static boolean hasBold(Text line) {
        return line.spans().stream().anyMatch(span -> span instanceof Text.Span.Bold);
    }

    private Text line(String query, Thing thing) {
        return switch (thing) {
            case Thing.OnStage(var talk, var why) -> {
                var line = marked(Text.of(when(talk) + " "), query, talk.introduced());
                var about = talk.about();
                yield about != null
                        ? marked(line.plain(": "), query, about)
                        : why.isEmpty()
                                ? line
                                : marked(line.plain(": no title yet; of the speaker's topics "), query, why);
            }
            case Thing.InPrint(var paper, var why) -> {
                var line = marked(marked(Text.of(""), query, paper.title()).plain(", "), query, authors(paper));
                var words = why.startsWith(paper.title())
                        ? why.substring(paper.title().length()).replaceFirst("^: ", "")
                        : why;
                yield words.isEmpty() ? line : marked(line.plain(": "), query, words);
            }
            case Thing.Host(var mentor, var why) -> {
                var line = marked(Text.of(""), query, mentor.introduced());
                var placed = mentor.breaks().isEmpty() ? line : line.plain(", table at " + times(mentor.breaks()));
                yield why.isEmpty() ? placed : marked(placed.plain(": "), query, why);
            }
            case Thing.Organizer(var person, var why) -> {
                var line = marked(Text.of(""), query, person.introduced());
                yield why.isEmpty() ? line : marked(line.plain(": "), query, why);
            }
            case Thing.Participant(var profile, var why) -> {
                var line = Text.of("").mention(profile.person());
                var told = why.isEmpty() ? line : marked(line.plain(": "), query, why);
                var whole = why.isEmpty() || isTopic(why) ? shortened(profile.interests()) : "";
                yield whole.isEmpty() ? told : marked(told.plain(why.isEmpty() ? ": " : "; "), query, whole);
            }
        };
    }

    /// Adds words to a text, what the query looks for in bold.
    private Text marked(Text text, String query, String words) {
        var line = text;
        for (var stretch : matches.apply(query, words)) {
            line = stretch.matched() ? line.bold(stretch.words()) : line.plain(stretch.words());
        }
        return line;
    }

    private boolean isTopic(String words) {
        return programme.get().topics().stream().anyMatch(topic -> topic.words().equals(words));
    }

    private static String shortened(String words) {
        if (words.length() <= LONGEST_INTERESTS) {
            return words;
        }
        var end = words.lastIndexOf(' ', LONGEST_INTERESTS);
        return words.substring(0, end > 0 ? end : LONGEST_INTERESTS) + "…";
    }

    private String when(Talk talk) {
        var day = programme.get().days() > 1 ? "day " + (talk.session().day() + 1) + ", " : "";
        return day + talk.start();
    }

    private String times(java.util.Set<String> breaks) {
        return programme.get().breaks().stream()
                .filter(each -> breaks.contains(each.id()))
                .map(Session::start)
                .map(Object::toString)
                .collect(Collectors.joining(" and "));
    }

    private static String authors(Paper paper) {
        var names = paper.authors().stream().map(Paper.Author::name).toList();
        return names.size() <= AUTHORS
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, AUTHORS - 1)) + " and " + (names.size() - AUTHORS + 1) + " others";
    }

    Message invite() {
        return Message.saying("What should I look for?")
                .paragraph(Text.of("What should I look for? For example ")
                        .italic("find diffusion models")
                        .plain(", ")
                        .italic("who works on grokking?")
                        .plain(" or ")
                        .italic("any posters on loss landscapes?"))
                .actions(Button.of("What should I see?", new ChatIntent.Recommend()))
                .build();
    }

    Message nothing(String query) {
        var topics = programme.get().topics().stream()
                .map(Topic::words)
                .limit(TOPICS_TO_TRY)
                .collect(Collectors.joining(", "));
        var tries = new ArrayList<Text>();
        tries.add(Text.of("fewer or other words" + (topics.isEmpty() ? "" : ", such as " + topics)));
        tries.add(Text.of("a name; participants are found only if they agreed to it"));
        tries.add(Text.of("").bold("what should I see?").plain(" for what fits your profile"));
        return Message.saying("Nothing found for \"" + query + "\"")
                .paragraph(Text.of("I found no talk, paper, mentor or participant for ")
                        .italic(query)
                        .plain(". You could try:"))
                .points(tries)
                .actions(Button.of("What should I see?", new ChatIntent.Recommend()))
                .build();
    }

    Message recommended(Map<Sought, List<Thing>> groups) {
        var message = Message.saying("What you could see").heading("What you could see");
        groups.forEach((group, things) -> message.paragraph(Text.of("").bold(title(group)))
                .points(things.stream().map(this::recommended).toList()));
        return message.small("From what you told me you care about, the closest first.")
                .actions(
                        Button.of("My profile", new ChatIntent.ShowProfile()),
                        Button.of("Edit", new ChatIntent.StartSignUp()))
                .build();
    }

    private Text recommended(Thing thing) {
        var why = thing.why().isEmpty() ? "close to what you wrote" : thing.why();
        return switch (thing) {
            case Thing.OnStage(var talk, var _) -> {
                var line = Text.of(when(talk) + " ").bold(talk.introduced());
                yield talk.about() != null
                        ? line.plain(": " + talk.about()).italic(" (" + why + ")")
                        : line.italic(" (" + why + ")").plain("; no title yet, so by the speaker's topics");
            }
            case Thing.InPrint(var paper, var _) ->
                Text.of("").bold(paper.title()).plain(", " + authors(paper)).italic(" (" + why + ")");
            case Thing.Host _, Thing.Organizer _, Thing.Participant _ ->
                throw new IllegalArgumentException("only talks and papers are recommended");
        };
    }

    Message unknownPerson() {
        return Message.saying("I don't know yet what you care about")
                .paragraph(
                        "I don't know yet what you care about, so I cannot recommend anything. Fill in the form, or just tell "
                                + "me in a sentence, for example:")
                .paragraph(Text.of("").italic("I'm a 2nd-year PhD at EPFL working on loss landscapes"))
                .small("That signs you up for a mentor too; withdraw and you keep the recommendations. To look around "
                        + "without telling anything: find loss landscapes.")
                .actions(Button.main("Tell me about you", new ChatIntent.StartSignUp()))
                .build();
    }

    Message saidNothing() {
        return Message.saying("Your profile names no interests yet")
                .paragraph(
                        "Your profile names no interests yet, so I cannot recommend anything. Add a line on what you work on "
                                + "or wonder about.")
                .actions(Button.main("Edit", new ChatIntent.StartSignUp()))
                .build();
    }

    Message nothingRecommended() {
        return Message.saying("Nothing comes close enough to your interests to recommend")
                .paragraph(Text.of(
                                "Of the talks that are still to come"
                                        + (hasPapers.getAsBoolean()
                                                ? " and the posters"
                                                : " (posters are not known yet)")
                                        + " nothing comes close enough to your interests for me to recommend. Look around with ")
                        .bold("find")
                        .plain(" and any words, or tell me more about what you care about."))
                .actions(Button.of("Edit", new ChatIntent.StartSignUp()))
                .build();
    }

    private static String title(Sought group) {
        return switch (group) {
            case ANYTHING -> "Everything";
            case TALKS -> "Talks";
            case PAPERS -> "Papers and posters";
            case MENTORS -> "Mentors";
            case PEOPLE -> "People";
            case PARTICIPANTS -> "Participants";
            case ORGANIZERS -> "Organizers and programme committee";
        };
    }

    private static String plural(Sought group) {
        return switch (group) {
            case ANYTHING -> "thing";
            case TALKS -> "talks";
            case PAPERS -> "papers";
            case MENTORS -> "mentors";
            case PEOPLE -> "people";
            case PARTICIPANTS -> "participants";
            case ORGANIZERS -> "organizers";
        };
    }

    private static String count(Sought group, int number) {
        var plural = plural(group);
        return number + " " + (number == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
