package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.EveryIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.feedback.InMemoryFeedbacks;
import coffeebreak.bot.feedback.Meetings;
import coffeebreak.bot.files.IcsFile;
import coffeebreak.bot.finding.Finding;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Avoiding;
import coffeebreak.bot.frontdesk.CalendarDesk;
import coffeebreak.bot.frontdesk.Consequences;
import coffeebreak.bot.frontdesk.FrontDesk;
import coffeebreak.bot.frontdesk.Home;
import coffeebreak.bot.frontdesk.Homes;
import coffeebreak.bot.frontdesk.InMemoryRemains;
import coffeebreak.bot.frontdesk.Leaving;
import coffeebreak.bot.frontdesk.Limits;
import coffeebreak.bot.frontdesk.MyData;
import coffeebreak.bot.frontdesk.MyDay;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.frontdesk.Questions;
import coffeebreak.bot.frontdesk.StaleHomes;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.InMemoryContacts;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.organizing.InMemoryAppointed;
import coffeebreak.bot.organizing.InMemoryAuditTrail;
import coffeebreak.bot.organizing.InMemoryDeadLetters;
import coffeebreak.bot.organizing.Office;
import coffeebreak.bot.organizing.OrganizerHome;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.InMemoryAcquaintances;
import coffeebreak.bot.signup.InMemoryDrafts;
import coffeebreak.bot.signup.SignUp;
import coffeebreak.bot.signup.SignUpDeadline;
import coffeebreak.bot.signup.Stage;
import coffeebreak.workspace.blocks.BlockKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything the bot says on a day on which every name has 80 characters, every interest 3,000, and people type what
/// would call the whole channel, look like a link, format the words around it or turn the line around.
class LongestScreensTest {

    private static final String NASTY =
            "نورا 👩‍🔬 <!channel> <@U0EVIL> <https://evil.invalid|x> <#C0EVIL> &amp; *b* _i_ `c` ~s~ \u202Eנעמה :coffee: ";
    private static final String NAME = exactly(80, NASTY);
    private static final String TITLE = exactly(300, NASTY);
    private static final String INTERESTS = exactly(3_000, "loss landscapes " + NASTY);
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Pattern FORMATTED = Pattern.compile("_i_|`c`|~s~");
    private static final Pattern TURNS_LINES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");
    private static final Person OLGA = new Person("U0OLGA");
    private static final Person MENTOR = new Person("U0LENKA");
    private static final Person INVITED = new Person("U0JULIA");
    private static final List<Person> EVERYBODY =
            IntStream.rangeClosed(1, 8).mapToObj(i -> new Person("U0ANA" + i)).toList();
    private static final Place DIRECT = new Place(Place.Kind.DIRECT, "D1", null, null, null, null);

    private static final Place PRESSED = new Place(Place.Kind.DIRECT, "D1", "1.0", null, "13.37", null);

    private final JsonMapper json = new JsonMapper();
    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final InMemoryFeedbacks feedbacks = new InMemoryFeedbacks();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();

    @SuppressWarnings("NullAway.Init")
    private Afterwards afterwards;

    private final Set<String> problems = new LinkedHashSet<>();
    private final List<Reply> replies = new ArrayList<>();
    private int screensSeen;
    private int arrivals;

    /// The desk on a day with the longest names, once a round is published.
    private FrontDesk published() {
        scene.programme = longest(scene.programme);
        scene.offering(
                new Mentor(
                        "cohen", NAME, MENTOR, Set.of("Elsewhere"), Scene.BOTH, 3, List.of(TITLE, "loss landscapes")),
                new Mentor("kempe", NAME, INVITED, Set.of("Elsewhere"), Scene.BOTH, 3, List.of(TITLE)));
        scene.invited.add("kempe");
        var desk = desk();
        for (var person : EVERYBODY) {
            hears(desk, person, signUp());
        }
        hears(desk, OLGA, new ChatIntent.OrganizerCommand("preview", ""));
        hears(desk, OLGA, new ChatIntent.Publish(0));
        return desk;
    }

    @Test
    void everyScreenOfTheDayFitsSlackAndShowsWhatPeopleTypedAsTheyTypedIt() {
        var desk = published();
        for (var command : List.of("status", "undo", "rounds", "publish")) {
            hears(desk, OLGA, new ChatIntent.OrganizerCommand(command, ""));
        }
        hears(desk, OLGA, new ChatIntent.OpenHome());
        theDayOf(desk, scene.mentoring.plan().seats().getFirst().mentee());
        theDayOf(desk, unseated());
        for (var seat : scene.mentoring.plan().seats()) {
            for (var intent : List.of(
                    new ChatIntent.ExplainSeat(seat.id()),
                    new ChatIntent.ConfirmSeat(seat.id()),
                    new ChatIntent.DeclineSeat(seat.id()))) {
                hears(desk, seat.mentee(), intent);
            }
        }
        for (var intent :
                EveryIntent.samples().filter(LongestScreensTest::canBePressed).toList()) {
            hears(desk, EVERYBODY.getFirst(), intent);
            hears(desk, MENTOR, intent);
            hears(desk, OLGA, intent);
        }
        theInvitedMentor(desk);
        scene.owed.forEach(notice -> look("a notice", notice.content().message()));
        afterTheBreaks(desk);

        assertThat(problems).isEmpty();
        assertThat(screensSeen).isGreaterThan(200);
        assertThat(scene.owed).hasSizeGreaterThan(EVERYBODY.size());
    }

    /// Everybody has the same long name.
    @Test
    void everyScreenOfSeatsByHandFitsSlack() {
        var desk = published();
        var who = "@" + EVERYBODY.getFirst().id();
        for (var said : List.of(
                "seats ",
                "seats @mentor:cohen",
                "seats " + INTERESTS,
                "lock " + who,
                "lock " + NAME,
                "lock " + INTERESTS,
                "lock @mentor:cohen in break 1",
                "move " + who + " to @mentor:cohen",
                "move " + who + " to " + INTERESTS,
                "move " + NAME + " to @mentor:cohen",
                "seat " + who + " with @mentor:cohen in " + INTERESTS,
                "seat " + who + " with @mentor:cohen in break 2",
                "unlock " + who,
                "move " + who + " to @mentor:cohen in break 1",
                "move " + who + " to peers",
                "forbid " + who + " with @" + EVERYBODY.get(1).id(),
                "forbid " + NAME + " with " + INTERESTS,
                "forbids ",
                "move " + who + " to line",
                "allow " + who + " with @" + EVERYBODY.get(1).id())) {
            var words = said.split(" ", 2);
            hears(desk, OLGA, new ChatIntent.OrganizerCommand(words[0], words[1].strip()));
        }
        var seat = scene.mentoring.plan().seats().getLast();
        for (var pressed : List.of(
                new ChatIntent.ShowTable(seat.table()),
                new ChatIntent.AskMove(seat.id()),
                new ChatIntent.LockTable(seat.table(), false))) {
            hears(desk, OLGA, PRESSED, new Arrival.Input.Intent(pressed));
        }
        scene.owed.forEach(notice -> look("a notice", notice.content().message()));
        assertThat(problems).isEmpty();
        assertThat(screensSeen).isGreaterThan(25);
    }

    /// Whoever is still expected is asked, answers at length and wants to stay in touch with everybody.
    private void afterTheBreaks(FrontDesk desk) {
        for (var person : EVERYBODY) {
            hears(desk, person, signUp());
        }
        hears(desk, OLGA, new ChatIntent.OrganizerCommand("preview", ""));
        hears(desk, OLGA, new ChatIntent.Publish(0));
        scene.itIs("16:00");
        afterwards.look();
        for (var person : EVERYBODY) {
            for (var intent : List.of(
                    new ChatIntent.TellMet("", true),
                    new ChatIntent.RateSeat("", 5),
                    new ChatIntent.WriteAboutSeat(""),
                    new ChatIntent.StayInTouch(""))) {
                hears(desk, person, PRESSED, new Arrival.Input.Intent(intent));
            }
            scene.mentoring.plan().takenBy(person).forEach(seat -> {
                hears(
                        desk,
                        person,
                        new ChatIntent.SubmitForm("feedback:" + seat.id(), Map.of("line", List.of(INTERESTS))));
                hears(desk, MENTOR, PRESSED, new Arrival.Input.Intent(new ChatIntent.StayInTouch(seat.table())));
            });
            hears(desk, person, new ChatIntent.MyData());
        }
        var asked = scene.outbox.waiting();
        assertThat(asked)
                .anyMatch(notice -> notice.content().message().summary().startsWith("Did you meet"));
        asked.forEach(notice -> look("a question afterwards", notice.content().message()));
    }

    private void theInvitedMentor(FrontDesk desk) {
        scene.invitations.look();
        hears(desk, INVITED, new ChatIntent.ShowHosting());
        hears(desk, OLGA, new ChatIntent.OrganizerCommand("mentors", ""));
        for (var words : List.of(
                "I'll host both",
                "I can take 12",
                NAME + " takes my table",
                "<@" + EVERYBODY.getFirst().id() + "> takes my table",
                "Tim " + NASTY.strip() + " takes my table",
                "I can't host")) {
            hears(desk, INVITED, DIRECT, new Arrival.Input.Words(words));
        }
        scene.invitations.look();
        for (var act : List.of(
                new ChatIntent.OrganizerCommand("mentors", ""),
                new ChatIntent.RemindMentor("kempe"),
                new ChatIntent.AgreeToDeputy("kempe"),
                new ChatIntent.ConfirmMentor("kempe"),
                new ChatIntent.OrganizerCommand("mentors", "absent " + NAME),
                new ChatIntent.OrganizerCommand("mentors", "absent Nobody " + NAME),
                new ChatIntent.AskForMentor("kempe", List.of(), false),
                new ChatIntent.SpeakForMentor("kempe", List.of(), false),
                new ChatIntent.SpeakForMentor("kempe", List.of(), true),
                new ChatIntent.ShowCards("cohen", false),
                new ChatIntent.ShowCards("cohen", true),
                new ChatIntent.OrganizerCommand("mentors", ""),
                new ChatIntent.Reseat("kempe"))) {
            hears(desk, OLGA, act);
        }
        hears(desk, MENTOR, DIRECT, new Arrival.Input.Words("I can't host both breaks"));
        scene.outbox
                .waiting()
                .forEach(notice -> look("a proposal", notice.content().message()));
        hears(desk, MENTOR, DIRECT, new Arrival.Input.Words("I'll host both breaks"));
        scene.invitations.look();
        scene.outbox
                .waiting()
                .forEach(notice -> look("a notice", notice.content().message()));
    }

    private Person unseated() {
        return EVERYBODY.stream()
                .filter(person -> scene.mentoring.plan().everBy(person).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// No button of ours carries a consent that is none; whoever forges one hears that something went wrong.
    private static boolean canBePressed(ChatIntent intent) {
        return !(intent instanceof ChatIntent.AnswerConsent);
    }

    private void theDayOf(FrontDesk desk, Person person) {
        for (var intent : List.of(
                new ChatIntent.OpenHome(),
                new ChatIntent.ShowProfile(),
                new ChatIntent.Avoid(NAME),
                new ChatIntent.Avoid(INTERESTS),
                new ChatIntent.ShowAvoided(),
                new ChatIntent.StopAvoiding(NAME),
                new ChatIntent.ShowSeat(),
                new ChatIntent.ShowDay(),
                new ChatIntent.AddToCalendar(""),
                new ChatIntent.AddToCalendar("the panel"),
                new ChatIntent.AddToCalendar(INTERESTS),
                new ChatIntent.StartSignUp(),
                new ChatIntent.Recommend(),
                new ChatIntent.Ask(INTERESTS),
                new ChatIntent.Ask("who is " + NAME + "?"),
                new ChatIntent.Ask("when is " + TITLE + "?"),
                new ChatIntent.UnknownCommand("/coffee", INTERESTS),
                new ChatIntent.DescribeMyself("I'm a postdoc at " + NAME + " working on " + INTERESTS),
                new ChatIntent.ShowProfile())) {
            hears(desk, person, intent);
        }
        for (var sought : Sought.values()) {
            hears(desk, person, new ChatIntent.Find(sought, INTERESTS));
            hears(desk, person, new ChatIntent.Find(sought, "loss landscapes"));
        }
        for (var words : List.of(
                NAME,
                INTERESTS,
                "find " + INTERESTS,
                "who works on " + NAME,
                "I'm a PhD student at " + NAME + " working on " + INTERESTS,
                "what's next?",
                "what is on today?",
                "who speaks?",
                "bonjour",
                "ayuda",
                "où suis-je assise ?",
                "¿Dónde me siento?",
                "onde me sento?",
                "wo sitze ich?",
                "我坐在哪里？",
                "wer spricht?",
                "my profile",
                "no")) {
            hears(desk, person, DIRECT, new Arrival.Input.Words(words));
            hears(desk, person, DIRECT, new Arrival.Input.Command("/coffee", words));
        }
        hears(desk, person, DIRECT, new Arrival.Input.Command("/coffee-admin", INTERESTS));
    }

    private static ChatIntent signUp() {
        return new ChatIntent.SubmitForm(
                "sign-up",
                Map.of(
                        "stage", List.of(Stage.PHD1.name()),
                        "institution", List.of(NAME),
                        "interests", List.of(INTERESTS),
                        "breaks", List.copyOf(Scene.BOTH),
                        "question", List.of(INTERESTS),
                        "consents",
                                Arrays.stream(Consent.values()).map(Enum::name).toList()));
    }

    private void hears(FrontDesk desk, Person who, ChatIntent intent) {
        hears(desk, who, DIRECT, new Arrival.Input.Intent(intent));
    }

    private void hears(FrontDesk desk, Person who, Place place, Arrival.Input input) {
        replies.clear();
        desk.workUnkept(new Arrival(Set.of("event-" + arrivals++), who, place, input));
        var what = input.getClass().getSimpleName() + " " + exactly(60, input + " ");
        replies.forEach(reply -> look(what, reply));
    }

    private void look(String what, Reply reply) {
        switch (reply) {
            case Reply.Say(var message) -> look(what, message);
            case Reply.Replace(var message) -> look(what, message);
            case Reply.Unfolding(var message, var news) -> {
                look(what, message);
                news.get().ifPresent(each -> look(what, each));
            }
            case Reply.Show(var form) ->
                look(what, () -> {
                    var view = json(screens.modal(form));
                    BlockKit.view(view).forEach(problem -> problems.add(what + ": " + problem));
                    return List.of(view);
                });
            case Reply.Attach(var _, var comment) -> look(what, comment);
            case Reply.Home(var home) ->
                look(what, () -> {
                    var view = json(screens.home(home));
                    BlockKit.view(view).forEach(problem -> problems.add(what + ": " + problem));
                    return List.of(view);
                });
            case Reply.Several(var several) -> several.forEach(each -> look(what, each));
            case Reply.Nothing() -> {}
        }
    }

    private void look(String what, Message message) {
        look(what, () -> {
            var blocks = json(screens.blocks(message));
            BlockKit.message(blocks).forEach(problem -> problems.add(what + ": " + problem));
            var fallback = screens.fallback(message);
            if (fallback.isBlank() || fallback.contains("Something went wrong on my side")) {
                problems.add(what + ": says " + fallback);
            }
            return List.of(blocks, json.createObjectNode().put("type", "mrkdwn").put("text", fallback));
        });
    }

    private void look(String what, java.util.function.Supplier<List<JsonNode>> screen) {
        screensSeen++;
        try {
            screen.get().forEach(tree -> mentionsNobody(what, tree));
        } catch (IllegalArgumentException broken) {
            problems.add(what + ": " + broken.getMessage());
        }
    }

    /// Nothing between angle brackets but the people who are really meant, and nothing that formats or turns a line
    /// around.
    private void mentionsNobody(String what, JsonNode tree) {
        if (tree.path("type").asString("").equals("mrkdwn")) {
            MARKUP.matcher(tree.path("text").asString())
                    .results()
                    .map(match -> match.group())
                    .filter(markup -> !markup.matches("<@(U0ANA[1-8]|U0LENKA|U0OLGA)>"))
                    .forEach(markup -> problems.add(what + ": has " + markup));
            FORMATTED
                    .matcher(tree.path("text").asString())
                    .results()
                    .forEach(match -> problems.add(what + ": formats " + match.group()));
        }
        if (TURNS_LINES.matcher(tree.path("text").asString("")).find()) {
            problems.add(what + ": turns the line around");
        }
        tree.forEach(each -> mentionsNobody(what, each));
    }

    private JsonNode json(Object screen) {
        return json.readTree(Golden.json(screen));
    }

    private FrontDesk desk() {
        Directory directory = _ -> Optional.of(new Directory.Entry(NAME, Scene.VENUE, true));
        var drafts = new InMemoryDrafts(scene.clock, Duration.ofMinutes(30));
        var marks = new InMemoryAcquaintances();
        var deadline = new SignUpDeadline(() -> scene.programme, Optional.empty(), scene.clock);
        var signUp = new SignUp(
                () -> scene.programme,
                scene.profiles,
                drafts,
                directory,
                scene.interests,
                scene.clock,
                marks,
                new Consequences(() -> scene.programme, scene.mentoring, deadline),
                SignUp.USUAL_RETENTION_DAYS);
        var office = new Office(scene, contacts, feedbacks, audit);
        var library = new Library(
                scene.index,
                () -> scene.programme,
                () -> scene.mentors,
                List.of(new Paper(
                        "p1",
                        "Loss landscapes " + TITLE,
                        IntStream.range(0, 30)
                                .mapToObj(i -> new Paper.Author(NAME, ""))
                                .toList(),
                        INTERESTS,
                        List.of(),
                        TITLE)));
        library.follow();
        var day = new MyDay(() -> scene.programme, scene.mentoring, scene.profiles, directory, library, scene.clock);
        var avoiding = new Avoiding(scene.blocks, scene.profiles, scene.mentoring, _ -> true);
        var questions = new Questions(
                new Answers(() -> scene.programme, scene.clock, Nearness.none()),
                directory,
                Optional::empty,
                office.questions,
                _ -> {});
        afterwards = new Afterwards(
                new Meetings(() -> scene.programme, scene.mentoring, scene.profiles),
                directory,
                feedbacks,
                scene.outbox,
                new NoticeIds(() -> new byte[] {1}),
                scene.clock);
        var homes = new Homes(
                new Home(signUp, scene.mentoring, office.organizers, new OrganizerHome(office.overview), day, deadline),
                new StaleHomes(),
                office.organizers,
                marks,
                (_, _, _) -> {},
                scene.clock);
        return new FrontDesk(
                (_, _, reply) -> replies.add(reply),
                office.organizers,
                office.commands,
                scene.mentoring,
                scene.hosting,
                signUp,
                avoiding,
                questions,
                new Finding(
                        scene.index,
                        library,
                        () -> scene.programme,
                        () -> scene.mentors,
                        scene.profiles,
                        _ -> true,
                        scene.clock),
                new Leaving(
                        signUp,
                        avoiding,
                        scene.mentoring,
                        questions,
                        scene.forbids,
                        contacts,
                        feedbacks,
                        _ -> true,
                        audit,
                        new InMemoryAppointed(),
                        scene.outbox,
                        _ -> {},
                        new InMemoryRemains()),
                contacts,
                new MyData(
                        () -> scene.programme,
                        scene.profiles,
                        drafts,
                        scene.mentoring,
                        scene.blocks,
                        feedbacks,
                        contacts,
                        scene.outbox,
                        marks,
                        questions,
                        new InMemoryDeadLetters(),
                        scene.clock),
                afterwards,
                homes,
                marks,
                scene.clock,
                day,
                new CalendarDesk(() -> scene.programme, scene.mentoring, day, new IcsFile(), scene.clock),
                Limits.NONE);
    }

    /// The same day with the longest titles and names.
    private static Programme longest(Programme day) {
        return new Programme(
                day.name(),
                day.shortName(),
                day.version(),
                day.tentative(),
                day.date(),
                day.zone(),
                TITLE,
                day.topics(),
                day.sessions().stream().map(LongestScreensTest::longest).toList(),
                day.people().stream().map(LongestScreensTest::longest).toList(),
                day.facts(),
                day.institutions());
    }

    private static Session longest(Session session) {
        return new Session(
                session.id(),
                exactly(300, session.title() + " " + NASTY),
                session.kind(),
                session.day(),
                session.start(),
                session.end(),
                session.endInferred(),
                session.ordinal(),
                session.people(),
                session.parts(),
                session.mentorship(),
                TITLE,
                session.talkTitle() == null ? null : TITLE,
                session.note() == null ? null : TITLE);
    }

    private static ProgrammePerson longest(ProgrammePerson person) {
        return new ProgrammePerson(
                person.id(),
                exactly(80, person.name() + " " + NASTY),
                List.of(NAME),
                person.roles(),
                person.aliases(),
                person.email(),
                person.about() == null ? null : INTERESTS,
                person.hints());
    }

    private static String exactly(int length, String words) {
        return words.repeat(length / words.length() + 1).substring(0, length);
    }
}
