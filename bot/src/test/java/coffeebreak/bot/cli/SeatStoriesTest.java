package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.signup.Consent;
import coffeebreak.workspace.CallTypes;
import coffeebreak.workspace.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a seat from the moment it is given to the break, in the local workspace, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeatStoriesTest {

    private static final String MORNING = "s04";

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    private SeatingPlan plan() {
        return day.parts().store().plans().current();
    }

    private MentorTable table(Seat seat) {
        return plan().table(seat.table()).orElseThrow();
    }

    private List<Seat> inTheMorning() {
        return plan().seats().stream()
                .filter(seat ->
                        seat.state().expected() && table(seat).coffeeBreak().equals(MORNING))
                .toList();
    }

    private Visitor mentorOf(Seat seat) {
        var mentor = table(seat).mentor();
        return day.person("UM" + mentor.replaceFirst("-.*", "").toUpperCase(Locale.ROOT));
    }

    private boolean isNamedOnCards(Seat seat) {
        return day.parts()
                .store()
                .profiles()
                .find(seat.mentee())
                .filter(profile -> profile.agreesTo(Consent.CARD))
                .isPresent();
    }

    private List<Person> line() {
        return plan().standby().getOrDefault(MORNING, List.of());
    }

    /// Scenario 11.
    @Test
    @Order(1)
    void oneMessageSaysWithWhomWhenWhereWhyAndWhatCanBeAnswered() {
        var seat = inTheMorning().getFirst();
        var mentee = day.person(seat.mentee().id());

        assertThat(mentee.sees("You sit with"))
                .contains("Coffee Break 1, 10:30 to 11:00")
                .contains("place")
                .contains("*Why this table:*")
                .contains("*With you at the table:*")
                .contains("I'll be there")
                .contains("Can't come")
                .contains("Why this table?");
        assertThat(mentee.countOf("You sit with")).isEqualTo(1);
        mentee.presses("Why this table?").sees("I know");
    }

    /// Scenario 12.
    @Test
    @Order(2)
    void whoHasNoSeatReadsTheirPlaceInLineAndNoPromise() {
        var waiting = line().stream()
                .filter(person -> plan().takenBy(person).isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(day.person(waiting.id()).sees("in line for"))
                .containsAnyOf("You sit with peers", "I cannot promise you a seat");
        for (var person : line()) {
            assertThat(plan().takenBy(person)).as("nobody waits who sits").isEmpty();
        }
    }

    /// Scenario 21.
    @Test
    @Order(3)
    void whoKnowsTheirMentorIsToldHonestlyWhatCanBeDone() {
        var mentee = day.person(inTheMorning().get(1).mentee().id());

        assertThat(mentee.writes("I already know my mentor").sees("seat"))
                .containsAnyOf("whether they swap with you", "so you keep your seat", "in the same break now");
    }

    /// Scenario 15.
    @Test
    @Order(4)
    void whoTakesAnOfferOnTwoDevicesAtOnceHasOneSeatAndNoTableHasTooMany() throws Exception {
        var seat = inTheMorning().getLast();
        day.person(seat.mentee().id()).writes("I can't make it").sees("goes to the next person in line");
        var asked = plan().seats().stream()
                .filter(each -> each.state() == Seat.State.HELD)
                .findFirst()
                .orElseThrow();
        day.person(asked.mentee().id()).sees("is free for you");

        try (var devices = Executors.newFixedThreadPool(2)) {
            Callable<Visitor> takes = () -> day.person(asked.mentee().id()).presses("Take it");
            for (var device : devices.invokeAll(List.of(takes, takes))) {
                device.get();
            }
        }
        day.person(asked.mentee().id()).sees("You said: I'll be there");

        assertThat(plan().takenBy(asked.mentee())).hasSize(1);
        assertThat(plan().tables())
                .allSatisfy(table -> assertThat(plan().at(table)).hasSizeLessThanOrEqualTo(table.capacity()));
    }

    /// Scenario 19.
    @Test
    @Order(5)
    void nobodySitsWithAMentorFromTheirOwnInstitution() {
        var programme = day.parts().live().get();
        var mentors = day.parts().mentoring().mentors();
        var profiles = day.parts().store().profiles();
        assertThat(plan().seats()).isNotEmpty().allSatisfy(seat -> {
            var own = programme
                    .institutions()
                    .allIn(profiles.find(seat.mentee()).orElseThrow().institution());
            assertThat(mentors.byId(table(seat).mentor()).orElseThrow().institutions().stream()
                            .flatMap(name -> programme.institutions().allIn(name).stream()))
                    .doesNotContainAnyElementsOf(own);
        });
    }

    /// Scenario 8.
    @Test
    @Order(6)
    void whoWithdrawsFreesTheirSeatForTheFirstInLineAndTheMentorIsNotDisturbed() {
        var seat = inTheMorning().get(4);
        var mentor = mentorOf(seat);
        var messages = mentor.countOf("");
        var mentee = day.person(seat.mentee().id());

        mentee.writes("I don't want a mentor any more").sees("Withdraw your sign-up?");
        mentee.presses("Withdraw");

        day.person(seat.mentee().id()).sees("You are withdrawn");
        day.person(held(seat).mentee().id()).sees("is free for you");
        assertThat(plan().takenBy(seat.mentee())).isEmpty();
        assertThat(mentor.countOf("")).isEqualTo(messages);
        day.person(held(seat).mentee().id()).presses("No, thank you");
    }

    /// Scenario 31.
    @Test
    @Order(7)
    void whomAMentorWouldRatherNotSitWithIsMovedAndReadsNothingOfIt() {
        var seat = inTheMorning().stream()
                .filter(this::isNamedOnCards)
                .skip(5)
                .findFirst()
                .orElseThrow();

        mentorOf(seat)
                .writes("I'd rather not sit with <@" + seat.mentee().id() + ">")
                .sees("Nobody is told");

        assertThat(plan().takenBy(seat.mentee()))
                .noneMatch(held ->
                        held.table().replaceFirst("@.*", "").equals(table(seat).mentor()));
        var moved = day.person(seat.mentee().id());
        moved.sees("The tables had to be changed");
        assertThat(moved.countOf("rather not")).isZero();
    }

    /// Scenario 27.
    @Test
    @Order(8)
    void halfAnHourBeforeTheBreakEachMentorGetsOneCard() {
        var seat =
                inTheMorning().stream().filter(this::isNamedOnCards).findFirst().orElseThrow();
        var mentor = mentorOf(seat);
        assertThat(mentor.countOf("Your table in")).isZero();

        day.clock.jumpTo(Instant.parse("2026-04-26T13:00:10Z"));

        var name =
                day.parts().store().profiles().find(seat.mentee()).orElseThrow().name();
        assertThat(mentor.sees("Your table in Coffee Break 1")).contains(name).contains("*Asks:*");
    }

    /// Scenario 22.
    @Test
    @Order(9)
    void aQuarterOfAnHourBeforeEverybodyWhoComesIsRemindedOnce() {
        var gone = inTheMorning().get(2);
        day.person(gone.mentee().id()).writes("I can't come").sees("goes to the next person in line");
        var comes = inTheMorning().getFirst();

        day.clock.jumpTo(Instant.parse("2026-04-26T13:15:10Z"));

        var reminded = day.person(comes.mentee().id());
        assertThat(reminded.sees("At 10:30:")).contains("I'm here").contains("Running late");
        assertThat(reminded.countOf("At 10:30:")).isEqualTo(1);
        assertThat(day.person(gone.mentee().id()).countOf("At 10:30:")).isZero();
    }

    /// Scenario 18.
    @Test
    @Order(10)
    void whoRunsLateStandsSoOnTheCardAndTheMentorGetsNoMessage() {
        var seat = inTheMorning().getFirst();
        var mentor = mentorOf(seat);
        var messages = mentor.countOf("");

        day.person(seat.mentee().id()).writes("5 min late").sees("I keep your seat until 10:40");

        mentor.sees("comes about 5 minutes late");
        assertThat(mentor.countOf("")).isEqualTo(messages);
    }

    @Test
    @Order(11)
    void whoRunsLateCanStillSayThatTheyCannotCome() {
        var mentee = day.person(inTheMorning().get(2).mentee().id());

        mentee.presses("Running late").sees("You said that you come about 5 minutes late");
        mentee.presses("Can't come");

        day.person(mentee.id()).sees("You said you can't come");
        mentee.seesNoLonger("I'm here");
    }

    /// Scenario 17.
    @Test
    @Order(12)
    void fiveMinutesBeforeASeatIsOfferedForThreeMinutesEachAndTheMentorSeesTheFinalList() {
        day.clock.jumpTo(Instant.parse("2026-04-26T13:25:05Z"));
        var seat = inTheMorning().get(3);
        var mentor = mentorOf(seat);
        var messages = mentor.countOf("");
        day.person(seat.mentee().id()).presses("Can't come");
        day.person(seat.mentee().id()).sees("You said you can't come");
        var first = held(seat);
        assertThat(day.person(first.mentee().id()).sees("is free for you")).contains("I keep it for you until 10:29");

        day.clock.jumpTo(Instant.parse("2026-04-26T13:29:10Z"));

        day.person(first.mentee().id()).sees("no longer kept for you");
        var second = held(seat);
        assertThat(second.mentee()).isNotEqualTo(first.mentee());
        day.person(second.mentee().id()).sees("I keep it for you until 10:33");
        day.person(second.mentee().id()).presses("Take it").sees("You said: I'll be there");
        assertThat(plan().expectedAt(table(second))).extracting(Seat::mentee).contains(second.mentee());
        assertThat(mentor.countOf("")).as("the card is edited").isEqualTo(messages);
    }

    /// The latest offer of the seat somebody gave up.
    private Seat held(Seat given) {
        return plan().seats().stream()
                .filter(seat -> seat.state() == Seat.State.HELD && seat.table().equals(given.table()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// What people say at the table.
    @Test
    @Order(13)
    void whoSaysThatTheyAreHereIsThankedByTheMessagesAboutTheirSeat() {
        var seat = inTheMorning().getFirst();
        var mentee = day.person(seat.mentee().id());

        mentee.writes("I'm here").sees("Have a good talk with");
        mentee.writes("I'm at the table").sees("I know, have a good talk");
        assertThat(plan().seat(seat.id()).orElseThrow().state()).isEqualTo(Seat.State.HERE);
    }

    @Test
    @Order(100)
    void whateverWasAskedOfSlackIsAsSlacksOwnTypesHaveIt(@TempDir Path folder) {
        assertThat(new CallTypes(Node.orSkip(), folder).complaints(day.calls())).isEmpty();
    }
}
