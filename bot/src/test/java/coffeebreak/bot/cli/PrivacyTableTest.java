package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.SecurityTable;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.FrontDesk;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who may read which field of whose profile, in which state of the day: every field of everybody holds a word of its
/// own, everybody agreed to something else, and whatever anybody could read is looked through for all of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyTableTest {

    private static final Pattern WORD = Pattern.compile("(nm|ins|int|que)q\\d{3}z");
    private static final String SECRET_WISH = "UMULLER";

    /// What is looked for, and who but oneself may read it.
    private enum Field {
        /// Their mentor with the card, their table where they agreed; organizers.
        NAME("nm"),
        /// Their mentor, and organizers, with the card.
        INSTITUTION("ins"),
        /// Their mentor with the card; any member where they may be found.
        INTERESTS("int"),
        /// Their mentor; organizers, when they look at a mentor's card.
        QUESTION("que");

        private final String start;

        Field(String start) {
            this.start = start;
        }

        String word(int number) {
            return "%sq%03dz".formatted(start, number);
        }
    }

    private LocalDay day;
    private FrontDesk desk;
    private int arrivals;
    private final SecurityTable table = new SecurityTable("privacy");
    private final List<Profile> people = new ArrayList<>();

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
        desk = day.parts().frontDesk();
        day.person("UANA").becomes("RESTRICTED");
        day.person("UPRIYA").becomes("STRANGER");
        var consents = Consent.values();
        for (var profile : store().profiles().all().stream()
                .sorted((one, other) ->
                        one.person().id().compareTo(other.person().id()))
                .toList()) {
            var number = people.size();
            var agreed = Arrays.stream(consents)
                    .filter(consent -> (number >> consent.ordinal() & 1) == 1)
                    .collect(Collectors.toSet());
            var marked = new Profile(
                    profile.person(),
                    "Kim " + Field.NAME.word(number),
                    profile.zone(),
                    profile.stage(),
                    "University of " + Field.INSTITUTION.word(number),
                    profile.topics(),
                    "diffusion models and loss landscapes " + Field.INTERESTS.word(number),
                    profile.breaks(),
                    "Why " + Field.QUESTION.word(number) + "?",
                    profile.secondSeat(),
                    agreed,
                    true,
                    false,
                    profile.signedUp(),
                    profile.version() + 1);
            assertThat(store().profiles().save(marked)).isTrue();
            day.parts().interests().put(marked);
            people.add(marked);
        }
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    @Test
    void nobodyReadsMoreThanSomebodyAgreedTo() {
        var viewers =
                new ArrayList<>(people.stream().map(Profile::person).limit(8).toList());
        Stream.of("UANA", "UPRIYA", "UBO", "UMCOHEN", "UMWYART", "UMKEMPE", "UORGA")
                .map(Person::new)
                .forEach(viewers::add);
        hear(people.get(3).person(), new ChatIntent.Avoid("@" + SECRET_WISH));
        lookAround(viewers);
        judged("before a round");

        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        day.untilQuiet();
        lookAround(viewers);
        for (var command : List.of("status", "tables", "seats", "cards", "export", "report", "audit", "rounds")) {
            hear(new Person("UORGA"), new ChatIntent.OrganizerCommand(command, ""));
        }
        judged("with a seat");

        day.clock.jumpTo(Instant.parse("2026-04-26T13:05:00Z"));
        Visitor.await("a card", () -> read(new Person("UMCOHEN")).contains("queq") ? Boolean.TRUE : null);
        day.untilQuiet();
        lookAround(viewers);
        judged("with the card");

        day.clock.jumpTo(Instant.parse("2026-04-26T18:40:00Z"));
        day.untilQuiet();
        lookAround(viewers);
        judged("after the breaks");

        wishes();
        assertThat(read(new Person("UMCOHEN")))
                .as("what is looked for can be found")
                .contains("nmq");
        table.judge(20_000);
    }

    private void lookAround(List<Person> viewers) {
        for (var who : viewers) {
            store().limits().forget(who);
            var seats = store().plans().current().takenBy(who);
            hear(who, new ChatIntent.OpenHome());
            hear(who, new ChatIntent.ShowSeat());
            hear(who, new ChatIntent.ShowDay());
            hear(
                    who,
                    new ChatIntent.ExplainSeat(
                            seats.isEmpty() ? "" : seats.getFirst().id()));
            hear(who, new ChatIntent.Find(Sought.PARTICIPANTS, "loss landscapes"));
            hear(who, new ChatIntent.Find(Sought.PEOPLE, "diffusion models"));
            hear(who, new ChatIntent.Ask("who is Kim?"));
            hear(who, new ChatIntent.ShowHosting());
        }
    }

    /// Everything anybody could read so far, held against what they may.
    private void judged(String state) {
        var read = words();
        var plan = store().plans().current();
        var organizers = Set.of("UORGA");
        var mentors = day.parts().lineup().inForce();
        for (var number = 0; number < people.size(); number++) {
            var profile = people.get(number);
            var hosts = new HashSet<String>();
            var tablemates = new HashSet<String>();
            plan.everBy(profile.person()).forEach(seat -> {
                var at = plan.table(seat.table()).orElseThrow();
                mentors.byId(at.mentor())
                        .map(mentor -> mentor.person())
                        .ifPresent(person -> hosts.add(String.valueOf(person)));
                plan.seats().stream()
                        .filter(other -> other.table().equals(at.id()))
                        .forEach(other -> tablemates.add(other.mentee().id()));
            });
            plan.peers().all().stream()
                    .filter(peers -> peers.seats().stream()
                            .anyMatch(seat -> seat.person().equals(profile.person())))
                    .forEach(peers -> peers.seats()
                            .forEach(seat -> tablemates.add(seat.person().id())));
            for (var viewer : read.entrySet()) {
                var who = viewer.getKey();
                if (who.equals(profile.person().id())) {
                    continue;
                }
                var host = hosts.contains(who);
                var organizer = organizers.contains(who);
                var card = profile.agreesTo(Consent.CARD);
                var found = profile.agreesTo(Consent.FINDABLE)
                        && !Set.of("UANA", "UPRIYA").contains(who);
                for (var field : Field.values()) {
                    var may = switch (field) {
                        case NAME ->
                            organizer
                                    || host && card
                                    || tablemates.contains(who) && profile.agreesTo(Consent.TABLEMATES);
                        case INSTITUTION -> (host || organizer) && card;
                        case INTERESTS -> host && card || found;
                        case QUESTION -> host || organizer;
                    };
                    table.tried(
                            state + ", " + field.name().toLowerCase(java.util.Locale.ROOT),
                            who + " read it of " + profile.person() + ", who agreed to " + profile.consents(),
                            !may && viewer.getValue().contains(field.word(number)));
                }
            }
        }
    }

    /// Whom somebody would rather not sit with stands in nothing anybody reads, the organizers' trail included.
    private void wishes() {
        var who = people.get(3).person();
        read().forEach((viewer, text) -> table.tried(
                "a wish not to sit with somebody",
                viewer,
                !viewer.equals(who.id()) && text.contains("rather not") && text.contains("<@" + SECRET_WISH + ">")));
        store().auditTrail()
                .latest(1_000)
                .forEach(line -> table.tried(
                        "a wish not to sit with somebody",
                        "the trail",
                        line.toString().contains(SECRET_WISH)));
    }

    /// Per person the marked words that stand in what they could read.
    private Map<String, Set<String>> words() {
        return read().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> WORD.matcher(entry.getValue())
                                .results()
                                .map(found -> found.group())
                                .collect(Collectors.toSet())));
    }

    private String read(Person who) {
        return read().getOrDefault(who.id(), "");
    }

    /// Per person everything that was written where they read it.
    private Map<String, String> read() {
        var members = new HashMap<String, List<String>>();
        var read = new LinkedHashMap<String, StringBuilder>();
        for (var call : day.calls()) {
            var arguments = call.arguments();
            var channel = arguments.path("channel").asString("");
            if (call.method().equals("conversations.open")) {
                members.put(
                        call.response().path("channel").path("id").asString(""),
                        List.of(arguments.path("users").asString("").split(",")));
            }
            if (channel.startsWith("U")) {
                members.putIfAbsent(call.response().path("channel").asString(""), List.of(channel));
            }
            var to = arguments.has("user_id")
                    ? List.of(arguments.path("user_id").asString(""))
                    : arguments.has("user") && call.method().equals("chat.postEphemeral")
                            ? List.of(arguments.path("user").asString(""))
                            : channel.startsWith("U")
                                    ? List.of(channel)
                                    : channel.startsWith("C") ? everybody() : members.getOrDefault(channel, List.of());
            to.forEach(who -> read.computeIfAbsent(who, _ -> new StringBuilder())
                    .append(arguments)
                    .append('\n'));
        }
        return read.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private List<String> everybody() {
        return people.stream().map(profile -> profile.person().id()).toList();
    }

    private void hear(Person who, ChatIntent intent) {
        var place = new Place(Place.Kind.DIRECT, "", null, null, null, null);
        desk.workUnkept(new Arrival(Set.of("look:" + arrivals++), who, place, new Arrival.Input.Intent(intent)));
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
