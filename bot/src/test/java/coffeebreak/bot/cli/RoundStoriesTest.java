package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.organizing.AuditTrail;
import coffeebreak.bot.signup.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two organizers give out the seats, in the local workspace, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoundStoriesTest {

    private static final Person MARTA = new Person("UORGA");
    private static final Person KENJI = new Person("UKENJI");

    /// Few enough for Slack to take an edit for each of them at once.
    private static final int PEOPLE = 20;

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = LocalDay.withoutSignUps(folder, Map.of("COFFEEBREAK_ORGANIZERS", "UORGA,UKENJI"));
        var programme = day.parts().live().get();
        YamlRoster.demo(programme, LocalDay.START).profiles().stream()
                .filter(profile -> profile.breaks().size() == 2)
                .limit(PEOPLE)
                .forEach(profile -> {
                    day.parts().store().profiles().save(profile);
                    day.parts().interests().put(profile);
                });
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    private Visitor marta() {
        return day.person(MARTA.id());
    }

    private Visitor kenji() {
        return day.person(KENJI.id());
    }

    private SeatingPlan plan() {
        return day.parts().store().plans().current();
    }

    private AuditTrail.Entry latestAct() {
        return day.parts().store().auditTrail().latest(1).getFirst();
    }

    /// Scenario 37.
    @Test
    @Order(1)
    void whoIsNoOrganizerIsRefusedInPrivateNothingRunsAndTheAttemptIsWrittenDown() {
        for (var command : List.of("preview", "publish", "undo", "rounds")) {
            day.person("UANA").commands("/coffee-admin " + command).seesInGeneral("Only organizers can do that");
            assertThat(latestAct().who()).isEqualTo(new Person("UANA"));
            assertThat(latestAct().outcome()).isEqualTo("refused: not an organizer");
        }

        assertThat(marta().seesNothingIn("C0GENERAL", "Only organizers")).isTrue();
        assertThat(day.parts().store().plans().latestDraft()).isZero();
        assertThat(plan().published()).isFalse();
    }

    /// Scenario 38.
    @Test
    @Order(2)
    void aPreviewShowsEverythingAndNothingIsSentOrPublished() {
        var shown = marta().commands("/coffee-admin preview").seesInGeneral("Preview of round 1");

        assertThat(shown)
                .contains("rules broken: 0")
                .containsPattern("Seed \\d+, \\d+ ms")
                .containsPattern("affinity 0\\.\\d\\d: ");
        assertThat(plan().published()).isFalse();
        assertThat(day.parts().store().outbox().counts().delivered()).isZero();
    }

    /// Scenario 41.
    @Test
    @Order(3)
    void aPreviewThatIsStaleIsNotPublishedButShownAnewWithTheDifference() {
        var bo = day.person("UBO");
        bo.writes("I'm a 2nd-year PhD at EPFL working on loss landscapes").sees("Did I get that right?");
        bo.presses("That's right").sees("Question 1 of 4");
        for (var question = 2; question <= 4; question++) {
            bo.presses("Yes").sees("Question " + question + " of 4");
        }
        bo.presses("Yes").sees("You are signed up");

        var marta = marta();
        assertThat(marta.presses("Publish", "C0GENERAL").seesInGeneral("Not published. Round 2 instead?"))
                .contains("Round 1 was not published: sign-ups, mentors or breaks have changed since it was previewed.")
                .contains("What is different from round 1:")
                .contains("Now with a seat");
        assertThat(plan().published()).isFalse();
    }

    /// Scenario 40.
    @Test
    @Order(4)
    void ofTwoWhoPressWithinTheSameSecondOnePublishesAndTheOtherReadsWhoDid() throws Exception {
        kenji().commands("/coffee-admin publish 2").seesInGeneral("Publish round 2?");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = threads.invokeAll(List.<Callable<String>>of(
                    () -> marta().presses("Publish", "C0GENERAL").seesInGeneral("ublish"),
                    () -> kenji().presses("Publish", "C0GENERAL").seesInGeneral("ublish")));
            for (var each : both) {
                each.get();
            }
        }

        Visitor.await("one of them has published", () -> plan().published() ? Boolean.TRUE : null);
        var round = plan().round(2).orElseThrow();
        var other = round.by().equals(MARTA) ? kenji() : marta();
        assertThat(other.seesInGeneral("<@" + round.by().id() + ">"))
                .containsPattern("(is publishing since 0?8:4\\d|published already: <@\\w+> did it at 0?8:4\\d)");
        assertThat(plan().rounds()).hasSize(1);
    }

    /// Scenario 39.
    @Test
    @Order(5)
    void everybodyIsToldOnceTheProgressStandsInOneMessageAndASecondTimeNobodyIsTold() {
        var winner = day.person(plan().round(2).orElseThrow().by().id());
        var told = winner.seesInGeneral("messages are sent.");

        assertThat(told).contains("Round 2 is published").contains("It can be taken back until");
        assertThat(told()).isEqualTo(places());
        marta().commands("/coffee-admin publish 2").seesInGeneral("Nobody was told anything again.");
        assertThat(told()).isEqualTo(places());
    }

    /// How many messages about a place stand in each conversation.
    private Map<String, Long> told() {
        return people().stream()
                .collect(Collectors.toMap(
                        Person::id, person -> day.person(person.id()).countOf("You sit with")));
    }

    /// How many places each person has, with mentors and with peers.
    private Map<String, Long> places() {
        return people().stream()
                .collect(Collectors.toMap(
                        Person::id,
                        person -> (long) plan().takenBy(person).size()
                                + plan().peers().of(person).size()));
    }

    private List<Person> people() {
        return plan().seats().stream().map(Seat::mentee).distinct().toList();
    }

    /// Scenario 42.
    @Test
    @Order(6)
    void aRoundIsTakenBackWithinFiveMinutes() {
        var seat = plan().seats().getFirst();
        var another = plan().seats().getLast();
        day.person(another.mentee().id()).presses("I'll be there").sees("You said: I'll be there");

        var marta = marta();
        assertThat(marta.commands("/coffee-admin undo").seesInGeneral("Take round 2 back?"))
                .containsPattern("It concerns \\*\\d+ people\\*")
                .contains("said yes: that goes with the seat");
        marta.presses("Take it back", "C0GENERAL").seesInGeneral("Round 2 is taken back");

        assertThat(plan().published()).isFalse();
        assertThat(plan().seats()).noneMatch(each -> each.state().taken());
        day.person(seat.mentee().id()).sees("The organizers took this round back");
        var corrected = day.person(another.mentee().id());
        corrected.sees("The organizers took this round back");
        corrected.seesNoLonger("You sit with");
        marta.commands("/coffee-admin rounds").seesInGeneral("taken back by <@UORGA>");
        marta.commands("/coffee-admin undo").seesInGeneral("is taken back already: you did it");
    }

    /// Scenario 42, the other end of it.
    @Test
    @Order(7)
    void afterFiveMinutesPeopleCountOnIt() {
        var marta = marta();
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 3");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("messages are sent.");
        assertThat(plan().seats().stream().filter(seat -> seat.state().taken())).isNotEmpty();
        day.clock.jumpTo(day.clock.now().plus(Duration.ofMinutes(6)));

        marta.commands("/coffee-admin undo").seesInGeneral("more than five minutes ago");
        assertThat(plan().round()).isEqualTo(3);
    }

    /// Scenario 44.
    @Test
    @Order(8)
    void aFurtherRoundMovesOnlyWhoeverCannotSitWhereTheySitAndTheMovesAreShownFirst() {
        var before = plan();
        var seat = before.seats().stream()
                .filter(each -> each.state().taken() && profileMakesBoth(each))
                .findFirst()
                .orElseThrow();
        var profiles = day.parts().store().profiles();
        var profile = profiles.find(seat.mentee()).orElseThrow();
        var table = before.table(seat.table()).orElseThrow();
        var other = table.coffeeBreak().equals("s04") ? "s11" : "s04";
        profiles.save(making(profile, Set.of(other)));

        var shown = marta().commands("/coffee-admin preview").seesInGeneral("Against what is published (round 3)");

        assertThat(shown)
                .containsPattern("\\*" + Pattern.quote(profile.name()) + "\\* (moves from|loses the seat with) ");
        marta().presses("Publish", "C0GENERAL").seesInGeneral("Round 4 is published");
        Visitor.await("the round is in force", () -> plan().round() == 4 ? Boolean.TRUE : null);
        assertThat(before.seats().stream()
                        .filter(each -> each.state().taken() && !each.id().equals(seat.id())))
                .allMatch(each -> plan().seat(each.id()).orElseThrow().state().taken());
        assertThat(plan().seat(seat.id()).orElseThrow().state()).isEqualTo(Seat.State.MOVED);
    }

    private static Profile making(Profile profile, Set<String> breaks) {
        return new Profile(
                profile.person(),
                profile.name(),
                profile.zone(),
                profile.stage(),
                profile.institution(),
                profile.topics(),
                profile.interests(),
                breaks,
                profile.question(),
                profile.secondSeat(),
                profile.consents(),
                true,
                profile.invented(),
                profile.signedUp(),
                profile.version() + 1);
    }

    private boolean profileMakesBoth(Seat seat) {
        return day.parts()
                .store()
                .profiles()
                .find(seat.mentee())
                .filter(profile -> profile.breaks().size() == 2)
                .isPresent();
    }
}
