package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.workspace.CallTypes;
import coffeebreak.workspace.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A mentor's day in the local workspace, told in order: asked, silent, fewer seats, a deputy, a table cancelled.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MentorStoriesTest {

    private static final String AFTERNOON = "s11";

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder, Set.of("wyart"), Map.of("COFFEEBREAK_MENTORS_DEADLINE", "2026-04-26T09:30"));
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 25.
    @Test
    @Order(25)
    void aMentorIsInvitedOnceWithTheirRoleTheirBreaksAndWhatWaitsOnStage() {
        var matthieu = day.person("UMWYART");

        assertThat(matthieu.sees("Will you host a mentoring table?"))
                .contains("You are an invited speaker and panelist at Sci4DL")
                .contains("Coffee Break 1, 10:30 to 11:00")
                .contains("Coffee Break 2, 15:00 to 15:30")
                .contains("Hard stop 15:25: your panel discussion starts at 15:30.")
                .contains("6 people")
                .contains("09:30 at the venue");
        assertThat(matthieu.countOf("Will you host")).isEqualTo(1);
        assertThat(day.person("UMKEMPE").countOf("Will you host")).isZero();
    }

    /// Scenario 32.
    @Test
    @Order(26)
    void whoSaysNoToOneBreakIsAskedForTheOtherAlone() {
        var matthieu = day.person("UMWYART");

        matthieu.presses("Not this one").sees("You don't host a table.");
        assertThat(matthieu.countOf("Not this one")).isEqualTo(1);
        assertThat(breaksOf("wyart")).isEmpty();
    }

    /// Scenario 26.
    @Test
    @Order(27)
    void whoIsSilentIsOnTheOrganizersListUntilOneOfThemConfirms() {
        day.clock.jumpTo(Instant.parse("2026-04-26T12:30:30Z"));
        var marta = day.person("UORGA");

        assertThat(marta.sees("1 mentor has answered for some of their breaks only."))
                .contains("Matthieu Wyart");
        marta.presses("Confirm Matthieu Wyart").sees("7 of 7 mentors have answered");

        assertThat(breaksOf("wyart")).containsExactly(AFTERNOON);
        day.person("UMWYART").sees("You host a table in Coffee Break 2");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        assertThat(plan().tables()).noneMatch(table -> table.id().equals("wyart@s04"));
    }

    /// Scenario 30.
    @Test
    @Order(30)
    void withFewerSeatsThoseSeatedFirstStayAndTheOthersAreFirstInLine() {
        var before = at("cohen", AFTERNOON);
        assertThat(before).hasSize(6);

        day.person("UMCOHEN").writes("I can take 3").sees("3 people");

        assertThat(at("cohen", AFTERNOON)).isEqualTo(before.subList(0, 3));
        for (var person : before.subList(3, 6)) {
            day.person(person.id()).sees("is no longer yours");
        }
    }

    /// Scenario 34.
    @Test
    @Order(34)
    void aDeputyIsAgreedToByAnOrganizerAndTheMessagesPeopleHaveAreEdited() {
        var guest = at("kempe", AFTERNOON).getFirst();
        day.person("UMKEMPE").writes("Tim Roith takes my table").sees("I have asked the organizers");

        var marta = day.person("UORGA");
        marta.sees("May Tim Roith take the table of Julia Kempe?");
        marta.presses("Agree").sees("Agreed: Tim Roith takes the table of Julia Kempe.");

        var reads = day.person(guest.id());
        reads.sees("You sit with Tim Roith (for Julia Kempe)");
        assertThat(reads.countOf("You sit with Julia Kempe")).isZero();
    }

    /// Scenario 28.
    @Test
    @Order(28 + 10)
    void whoCancelsTenMinutesBeforeMovesOnlyTheirSixAndEachGetsOneMessage() {
        day.clock.jumpTo(Instant.parse("2026-04-26T17:50:00Z"));
        var six = at("zdeborova", AFTERNOON);
        assertThat(six).hasSize(6);
        var others = plan();
        six.forEach(person -> day.person(person.id()).sees("At 15:00: Lenka Zdeborová"));
        var messages = messagesOf(six);

        day.person("UMZDEBOROVA").writes("I have to cancel").sees("need not write to anybody");
        var marta = day.person("UORGA");
        assertThat(marta.sees("Lenka Zdeborová can't host Coffee Break 2"))
                .contains("6 people would have come. Nobody at the table has been told.")
                .contains("Do it");
        assertThat(messagesOf(six)).isEqualTo(messages);
        marta.presses("Do it").sees("Each of them is told by one message.");

        for (var person : six) {
            day.person(person.id()).sees("Lenka Zdeborová can't come after all, so this seat");
        }
        assertThat(at("zdeborova", AFTERNOON)).isEmpty();
        untilAllAreTold(six, messages);
        messagesOf(six)
                .forEach((person, count) ->
                        assertThat(count).as("messages to " + person).isEqualTo(messages.getOrDefault(person, 0L) + 1));
        assertThat(plan().seats().stream().filter(seat -> !six.contains(seat.mentee())))
                .containsExactlyElementsOf(others.seats().stream()
                        .filter(seat -> !six.contains(seat.mentee()))
                        .toList());
    }

    /// Scenario 29.
    @Test
    @Order(29 + 10)
    void whenNobodyConfirmsItHappensByItselfAndIsWrittenDown() {
        day.person("UMNAKKIRAN").writes("I can't host the afternoon").sees("need not write to anybody");
        day.person("UORGA").sees("Preetum Nakkiran can't host Coffee Break 2");

        day.clock.jumpTo(Instant.parse("2026-04-26T17:54:00Z"));

        day.person("UORGA").sees("of Preetum Nakkiran's table have another place");
        assertThat(at("nakkiran", AFTERNOON)).isEmpty();
        assertThat(store().auditTrail().latest(3))
                .anyMatch(entry -> entry.act().equals("reseat nakkiran")
                        && entry.outcome().startsWith("by default, as nobody confirmed within 3 minutes"));
    }

    /// Scenario 33.
    @Test
    @Order(33 + 10)
    void fiveMinutesBeforeThePanelThePanelistsAreNudged() {
        day.clock.jumpTo(Instant.parse("2026-04-26T18:25:30Z"));

        for (var panelist : List.of("UMZDEBOROVA", "UMSOHL", "UMKEMPE", "UMWYART")) {
            day.person(panelist).sees("Your panel discussion starts at 15:30, in 5 minutes.");
        }
        assertThat(day.person("UMCOHEN").countOf("panel discussion starts at 15:30, in"))
                .isZero();
        assertThat(day.person("UMNAKKIRAN").countOf("panel discussion starts at 15:30, in"))
                .isZero();
    }

    @Test
    @Order(100)
    void whateverWasAskedOfSlackThatDayIsAsSlacksOwnTypesHaveIt(@TempDir Path folder) {
        assertThat(new CallTypes(Node.orSkip(), folder).complaints(day.calls())).isEmpty();
    }

    private void untilAllAreTold(List<Person> people, Map<Person, Long> before) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end
                && messagesOf(people).entrySet().stream()
                        .anyMatch(now -> now.getValue().equals(before.get(now.getKey())))) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Map<Person, Long> messagesOf(List<Person> people) {
        var counts = new HashMap<Person, Long>();
        people.forEach(person -> counts.put(person, day.person(person.id()).countOf("")));
        return counts;
    }

    private List<Person> at(String mentor, String coffeeBreak) {
        var plan = plan();
        return plan.table(mentor + "@" + coffeeBreak).stream()
                .flatMap(table -> plan.at(table).stream())
                .map(seat -> seat.mentee())
                .toList();
    }

    private Set<String> breaksOf(String mentor) {
        return day.parts().lineup().inForce().byId(mentor).orElseThrow().breaks();
    }

    private SeatingPlan plan() {
        return store().plans().current();
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
