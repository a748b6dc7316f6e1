package coffeebreak.bot.cli;

import coffeebreak.bot.SecurityTable;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.EveryIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.FrontDesk;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.redis.RedisStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every button, form and command there is, by everybody it does not belong to: filled with the ids of somebody else's
/// seat, table, question and name. Nothing of theirs changes, and nothing of theirs is told.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTableTest {

    /// Who may do what. A new intent does not compile until somebody has decided.
    private enum Right {
        /// Says what everybody may know, and changes nothing but what is said next.
        ANYBODY,
        /// About oneself alone: whoever presses it, nobody else's things change.
        ONESELF,
        /// As [#ONESELF], and only for full members of the workspace.
        MEMBER,
        /// About a seat or a table: only whoever holds it.
        HOLDER,
        /// About one's own tables: only a mentor.
        MENTOR,
        ORGANIZER
    }

    private static Right right(ChatIntent intent) {
        return switch (intent) {
            case ChatIntent.Greet _,
                    ChatIntent.Help _,
                    ChatIntent.Thank _,
                    ChatIntent.OpenHome _,
                    ChatIntent.InviteQuestion _,
                    ChatIntent.Ask _,
                    ChatIntent.Find _,
                    ChatIntent.Recommend _,
                    ChatIntent.UnknownCommand _ -> Right.ANYBODY;
            case ChatIntent.AskOrganizers _,
                    ChatIntent.DeclineSignUp _,
                    ChatIntent.DropDraft _,
                    ChatIntent.ShowProfile _,
                    ChatIntent.Withdraw _,
                    ChatIntent.ConfirmWithdraw _,
                    ChatIntent.ForgetMe _,
                    ChatIntent.ConfirmForgetMe _,
                    ChatIntent.ShowDay _,
                    ChatIntent.MyData _,
                    ChatIntent.Mute _,
                    ChatIntent.ShowSeat _,
                    ChatIntent.MoveSeat _,
                    ChatIntent.Avoid _,
                    ChatIntent.StopAvoiding _,
                    ChatIntent.ShowAvoided _ -> Right.ONESELF;
            case ChatIntent.StartSignUp _,
                    ChatIntent.DescribeMyself _,
                    ChatIntent.SaveDraft _,
                    ChatIntent.AnswerConsent _,
                    ChatIntent.SubmitForm _ -> Right.MEMBER;
            case ChatIntent.AddToCalendar _,
                    ChatIntent.TellMet _,
                    ChatIntent.RateSeat _,
                    ChatIntent.WriteAboutSeat _,
                    ChatIntent.StayInTouch _,
                    ChatIntent.ConfirmSeat _,
                    ChatIntent.DeclineSeat _,
                    ChatIntent.ExplainSeat _,
                    ChatIntent.Arrive _,
                    ChatIntent.RunLate _,
                    ChatIntent.KnowMentor _,
                    ChatIntent.AnswerSwap _ -> Right.HOLDER;
            case ChatIntent.OfMentor _ -> Right.MENTOR;
            case ChatIntent.OfOrganizer _ -> Right.ORGANIZER;
        };
    }

    private LocalDay day;
    private FrontDesk desk;
    private int arrivals;
    private long called;

    /// What each attacker's others had after their latest attempt.
    private final Map<Person, List<Object>> seen = new HashMap<>();

    private final SecurityTable table = new SecurityTable("rights");

    /// Somebody seated, their mentor, and what names them.
    private Person victim;
    private Person mentor;
    private Seat seat;
    private MentorTable host;
    private String secret;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder, Set.of(), Map.of("COFFEEBREAK_ORGANIZERS", "UORGA,UORGB"));
        desk = day.parts().frontDesk();
        day.person("UANA").becomes("RESTRICTED");
        day.person("UBO").becomes("ULTRA_RESTRICTED");
        day.person("UPRIYA").becomes("STRANGER");
        day.person("UKENJI").becomes("BOT");
        day.person("UORGB").becomes("RESTRICTED");
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        Visitor.await("everything has left", () -> store().outbox().counts().waiting() == 0 ? Boolean.TRUE : null);
        var plan = store().plans().current();
        seat = plan.seats().stream()
                .filter(each -> each.state().taken()
                        && plan.table(each.table()).orElseThrow().mentor().equals("cohen")
                        && !question(each).isBlank())
                .findFirst()
                .orElseThrow();
        victim = seat.mentee();
        host = plan.table(seat.table()).orElseThrow();
        secret = question(seat);
        mentor = new Person("UMCOHEN");
        hear(victim, new ChatIntent.Avoid("@UMULLER"));
    }

    private String question(Seat each) {
        return store().profiles().find(each.mentee()).orElseThrow().question();
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    @Test
    void whatBelongsToSomebodyElseIsNeitherChangedNorTold() {
        var plan = store().plans().current();
        var other = plan.seats().stream()
                .filter(each -> each.state().taken() && !each.table().equals(seat.table()))
                .filter(each -> !plan.takenBy(each.mentee()).isEmpty()
                        && plan.takenBy(each.mentee()).stream()
                                .noneMatch(mine -> mine.table().equals(seat.table())))
                .findFirst()
                .orElseThrow();
        var beside = plan.at(host).stream()
                .filter(each -> !each.mentee().equals(victim))
                .findFirst()
                .orElseThrow();
        var waiting = store().profiles().all().stream()
                .map(profile -> profile.person())
                .filter(who -> plan.takenBy(who).isEmpty() && !who.equals(victim))
                .findFirst()
                .orElseThrow();
        var people = Map.of(
                "somebody at another table", other.mentee(),
                "somebody at the same table", beside.mentee(),
                "somebody without a seat", waiting,
                "another mentor", new Person("UMWYART"),
                "an organizer", new Person("UORGA"),
                "a guest", new Person("UANA"),
                "a guest of one channel", new Person("UBO"),
                "a stranger", new Person("UPRIYA"),
                "a bot", new Person("UKENJI"),
                "an organizer who became a guest", new Person("UORGB"));
        var own = Map.of(other.mentee(), other.id(), beside.mentee(), beside.id());

        // Whoever can be forgotten is so at the end; by then everything else was tried with all they have.
        var intents = EveryIntent.samples()
                .sorted((one, two) -> Boolean.compare(endsAll(one), endsAll(two)))
                .toList();
        called = day.calls().size();
        for (var attacker : people.entrySet()) {
            seen.clear();
            for (var intent : intents) {
                if (!tells(right(intent), attacker.getKey())) {
                    continue;
                }
                forged(intent.getClass(), own.getOrDefault(attacker.getValue(), seat.id()))
                        .forEach(forgery -> tried(attacker.getKey(), attacker.getValue(), forgery));
            }
        }
        table.judge(1_000);
    }

    /// What everybody may know and do makes no difference between people; what guests may do, none between guests.
    private static boolean tells(Right right, String kind) {
        return switch (right) {
            case ANYBODY -> kind.equals("a stranger");
            case ONESELF, HOLDER ->
                !Set.of("a guest", "a guest of one channel", "a bot").contains(kind);
            case MEMBER, MENTOR, ORGANIZER -> true;
        };
    }

    private static boolean endsAll(ChatIntent intent) {
        return intent instanceof ChatIntent.ConfirmWithdraw || intent instanceof ChatIntent.ConfirmForgetMe;
    }

    private void tried(String kind, Person who, ChatIntent forgery) {
        var right = right(forgery);
        var organizers = right == Right.ORGANIZER || isOrganizersForm(forgery);
        if (organizers && who.id().equals("UORGA")) {
            return;
        }
        var before = seen.computeIfAbsent(who, this::ofOthers);

        hear(who, forgery);

        var after = ofOthers(who);
        seen.put(who, after);
        var changed = !after.equals(before);
        var since = day.calls(called);
        called += since.size();
        var told = since.stream()
                .map(call -> call.arguments().toString())
                .filter(arguments -> !arguments.contains("\"channel\":\"" + mentor.id() + "\"")
                        && !arguments.contains("\"channel\":\"" + victim.id() + "\""))
                .anyMatch(arguments -> arguments.contains(secret));
        var unnoted = organizers
                && store().auditTrail().latest(1).stream()
                        .noneMatch(
                                line -> line.who().equals(who) && line.outcome().equals("refused: not an organizer"));
        var admitted = right == Right.MEMBER
                && !day.parts().slack().directory().isMember(who)
                && store().profiles().find(who).isPresent();
        table.tried(
                right + " by " + kind,
                forgery
                        + (changed ? " changed" : "")
                        + (told ? " told" : "")
                        + (unnoted ? " unnoted" : "")
                        + (admitted ? " admitted" : ""),
                changed || told || unnoted || admitted);
    }

    private static boolean isOrganizersForm(ChatIntent intent) {
        return intent instanceof ChatIntent.SubmitForm(var form, var _)
                && form.startsWith(ChatIntent.OrganizerForm.PREFIX);
    }

    /// Everything that is not the attacker's, read from the store.
    private List<Object> ofOthers(Person who) {
        var store = store();
        var plan = store.plans().current();
        var lists = mentorsOf(who);
        return List.of(
                plan.round(),
                plan.locked(),
                plan.seat(seat.id()).orElseThrow(),
                plan.takenBy(victim),
                plan.tables().stream()
                        .filter(each -> !each.mentor().equals(lists))
                        .map(each -> each.id() + each.capacity())
                        .toList(),
                store.profiles().all().stream()
                        .filter(profile -> !profile.person().equals(who))
                        .sorted((one, two) ->
                                one.person().id().compareTo(two.person().id()))
                        .toList(),
                store.hosts().all().stream()
                        .filter(said -> !said.mentor().equals(lists))
                        .toList(),
                store.blocks().said().lines().stream()
                        .filter(line -> !line.startsWith(who.id() + " "))
                        .filter(line -> !line.contains("#"))
                        .sorted()
                        .toList(),
                store.feedbacks().all().stream()
                        .filter(said -> !said.by().equals(who))
                        .toList(),
                store.feedbacks().wishedBy(victim),
                store.feedbacks().wishedBy(mentor),
                List.of(
                        store.appointed().all(),
                        store.dayJournal().current(),
                        store.plans().latestDraft(),
                        store.announcements().all(),
                        store.contacts().noted().muted().stream()
                                .filter(each -> !each.equals(who))
                                .toList(),
                        store.remains().report()));
    }

    private static String mentorsOf(Person who) {
        return who.id().equals("UMWYART") ? "wyart" : "nobody";
    }

    private void hear(Person who, ChatIntent intent) {
        var place = new Place(Place.Kind.DIRECT, "", "1777203600.000100", null, "13." + arrivals, null);
        store().limits().forget(who);
        desk.workUnkept(new Arrival(Set.of("forged:" + arrivals++), who, place, new Arrival.Input.Intent(intent)));
    }

    /// The intents of one sort with each value somebody could put into the button.
    private Stream<ChatIntent> forged(Class<?> kind, String own) {
        var ids = List.of(seat.id(), host.id(), victim.id(), host.mentor(), own);
        if (kind == ChatIntent.SubmitForm.class || kind == ChatIntent.OrganizerForm.class) {
            return Stream.of(
                            "feedback:" + seat.id(),
                            "feedback:" + host.id(),
                            "rather-not",
                            "sign-up",
                            "organizer-answer-1",
                            "organizer-retire",
                            "organizer-announcement",
                            "organizer-fact",
                            "organizer-import-mentors",
                            "organizer-move-" + seat.id(),
                            "organizer-")
                    .filter(form -> kind == ChatIntent.SubmitForm.class || form.startsWith("organizer-"))
                    .flatMap(form -> Stream.of(seat.id())
                            .map(id -> Map.of(
                                    "line", List.of(id),
                                    "person", List.of(id),
                                    "user", List.of(victim.id()),
                                    "name", List.of("delete everything"),
                                    "words", List.of(id)))
                            .map(answers -> kind == ChatIntent.SubmitForm.class
                                    ? new ChatIntent.SubmitForm(form, answers)
                                    : new ChatIntent.OrganizerForm(form, answers)));
        }
        if (kind == ChatIntent.OrganizerCommand.class) {
            return Stream.of("publish", "undo", "move", "remove", "lock", "cards", "export", "retire", "delay", "audit")
                    .flatMap(command ->
                            Stream.of(seat.id(), victim.id()).map(id -> new ChatIntent.OrganizerCommand(command, id)));
        }
        var constructor = kind.getDeclaredConstructors()[0];
        var texts = Arrays.stream(constructor.getParameterTypes())
                .filter(String.class::equals)
                .count();
        if (kind == ChatIntent.AnswerSwap.class) {
            return Stream.of(true, false)
                    .flatMap(agreed -> Stream.of(
                            new ChatIntent.AnswerSwap(seat.id(), own, agreed),
                            new ChatIntent.AnswerSwap(own, seat.id(), agreed),
                            new ChatIntent.AnswerSwap(seat.id(), seat.id(), agreed),
                            new ChatIntent.AnswerSwap(host.id(), own, agreed)));
        }
        var filled = new ArrayList<List<Object>>(List.of(List.of()));
        for (var type : constructor.getParameterTypes()) {
            var next = new ArrayList<List<Object>>();
            for (var before : filled) {
                for (var value : values(type, texts > 1 ? ids.subList(0, 1) : ids)) {
                    next.add(Stream.concat(before.stream(), Stream.of(value)).toList());
                }
            }
            filled = next;
        }
        return filled.stream().map(arguments -> make(constructor, arguments));
    }

    private static ChatIntent make(java.lang.reflect.Constructor<?> constructor, List<Object> arguments) {
        try {
            return (ChatIntent) constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(constructor + " takes something else", broken);
        }
    }

    private static List<?> values(Class<?> type, List<String> ids) {
        if (type == String.class) {
            return ids;
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type == int.class) {
            return List.of(1, 5);
        }
        if (type == long.class) {
            return List.of(1L);
        }
        if (type == List.class) {
            return List.of(List.of(), ids);
        }
        if (type == Sought.class) {
            return Arrays.asList(Sought.values());
        }
        throw new AssertionError("nobody has said what to forge for a " + type.getSimpleName());
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
