package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the clock brings to those who sit and wait, and what they say to it.
class TimePassesTest {

    private final Scene scene = new Scene()
            .offering(
                    mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"),
                    mentor("kempe", 1, Set.of(AFTERNOON), "NYU"));

    /// Ana and Bo sit with Cohen in the morning; Cy and Di wait for that break.
    private void published() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Cy", Stage.FACULTY, "", Set.of(MORNING), false);
        scene.signUp("Di", Stage.FACULTY, "", Set.of(MORNING), false);
        scene.publish();
        scene.news();
    }

    private List<String> timePasses(String time) {
        scene.itIs(time);
        scene.mentoring.timePasses();
        return scene.headlines();
    }

    /// First and second in line for the morning.
    private List<Person> line() {
        return scene.mentoring.plan().standby().getOrDefault(MORNING, List.of());
    }

    /// The day slips by a quarter of an hour from ten o'clock.
    private void theDaySlips() {
        scene.programme = scene.programme
                .delayed(new Delay(0, LocalTime.of(10, 0), Duration.ofMinutes(15), scene.now()))
                .inVersion(scene.programme.version() + 1);
    }

    @Test
    void aMentorGetsOneCardHalfAnHourBeforeTheBreakAndEditsFromThenOn() {
        published();

        assertThat(timePasses("09:59")).isEmpty();
        assertThat(timePasses("10:00")).containsExactly("U-cohen: Your table in Coffee Break 1: 2 people");
        assertThat(timePasses("10:01")).isEmpty();

        scene.mentoring.runLate(person("ana"), "", 5);
        assertThat(scene.news())
                .filteredOn(notice -> notice.to().equals(person("cohen")))
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.content()).isInstanceOf(Notice.Content.Edit.class);
                    assertThat(Aloud.read(card.content().message()))
                            .contains("Ana, PhD student, 1st year (comes about 5 minutes late)");
                });
    }

    @Test
    void aCardIsSentAlsoToAMentorToWhomNobodyComes() {
        published();
        for (var name : List.of("ana", "bo")) {
            scene.mentoring.withdraw(person(name));
        }
        line().forEach(scene.mentoring::withdraw);
        scene.news();

        assertThat(timePasses("10:00")).containsExactly("U-cohen: Your table in Coffee Break 1: nobody yet");
    }

    @Test
    void everybodyWhoSitsIsRemindedOnceAQuarterOfAnHourBefore() {
        published();
        timePasses("10:14");

        assertThat(timePasses("10:15"))
                .containsExactlyInAnyOrder(
                        "U-ana: At 10:30: Jeremy Cohen",
                        "U-bo: At 10:30: Jeremy Cohen",
                        "U-cy: At 10:30: your table of peers",
                        "U-di: At 10:30: your table of peers");
        assertThat(timePasses("10:16")).isEmpty();
    }

    @Test
    void aReminderFollowsTheDayWhenItSlipsAndComesNoSecondTime() {
        published();
        timePasses("10:00");
        theDaySlips();

        assertThat(timePasses("10:15")).noneMatch(line -> line.contains(": At "));
        assertThat(timePasses("10:30")).contains("U-ana: At 10:45: Jeremy Cohen", "U-bo: At 10:45: Jeremy Cohen");
        theDaySlips();
        assertThat(timePasses("10:45"))
                .contains("U-ana* At 11:00: Jeremy Cohen")
                .noneMatch(line -> line.contains(": At "));
    }

    @Test
    void whenTheDaySlipsThoseConcernedAreToldOnceAndEveryMessageTellsTheNewTime() {
        published();
        timePasses("10:00");
        theDaySlips();

        scene.itIs("10:01");
        scene.mentoring.timePasses();
        var news = scene.news();

        assertThat(news)
                .filteredOn(notice -> notice.content() instanceof Notice.Content.Post)
                .filteredOn(notice -> !notice.to().equals(person("kempe")))
                .hasSize(5)
                .allSatisfy(notice -> assertThat(notice.content().message().summary())
                        .isEqualTo("The day has changed: Coffee Break 1 begins at 10:45."));
        assertThat(news)
                .filteredOn(notice -> notice.content() instanceof Notice.Content.Edit)
                .extracting(Notice::to)
                .containsExactlyInAnyOrder(person("ana"), person("bo"), person("cohen"), person("cy"), person("di"));
        assertThat(news)
                .noneMatch(notice -> Aloud.read(notice.content().message()).contains("10:30 to"));
        assertThat(timePasses("10:02")).isEmpty();
    }

    @Test
    void aSecondDelayWithinTenMinutesIsToldWithTheFirstAndOneThatIsTakenBackNotAtAll() {
        published();
        timePasses("09:40");
        theDaySlips();
        assertThat(timePasses("09:41")).anyMatch(line -> line.startsWith("U-ana: The day has changed"));

        theDaySlips();
        assertThat(timePasses("09:45"))
                .anyMatch(line -> line.startsWith("U-ana*"))
                .noneMatch(line -> line.startsWith("U-ana: "));
        assertThat(timePasses("09:51")).contains("U-ana: The day has changed: Coffee Break 1 begins at 11:00");

        var told = scene.programme;
        theDaySlips();
        timePasses("09:55");
        scene.programme = told.inVersion(scene.programme.version() + 1);
        assertThat(timePasses("09:56")).noneMatch(line -> line.startsWith("U-ana: "));
        assertThat(timePasses("10:05")).noneMatch(line -> line.startsWith("U-ana: The day"));
    }

    @Test
    void whatChangesInTheDayButInNoMessageRenewsNone() {
        published();
        scene.mentoring.timePasses();
        scene.news();

        scene.programme = scene.programme.inVersion(scene.programme.version() + 1);
        scene.mentoring.timePasses();
        scene.programme = scene.programme
                .delayed(new Delay(0, LocalTime.of(16, 0), Duration.ofMinutes(15), scene.now()))
                .inVersion(scene.programme.version() + 1);
        scene.mentoring.timePasses();
        assertThat(scene.news()).isEmpty();

        // What follows the afternoon's break: a mentor's card says when they have to go.
        scene.programme = scene.programme
                .delayed(new Delay(0, LocalTime.of(15, 30), Duration.ofMinutes(15), scene.now()))
                .inVersion(scene.programme.version() + 1);
        scene.mentoring.timePasses();
        assertThat(scene.news()).isNotEmpty();

        theDaySlips();
        scene.mentoring.timePasses();
        assertThat(scene.news()).isNotEmpty();
    }

    @Test
    void whoSaidThatTheyCannotComeIsNotRemindedNorWhoGotTheirSeatJustNow() {
        published();
        timePasses("10:14");
        scene.mentoring.decline(person("ana"), "");
        scene.itIs("10:15");
        var first = line().getFirst();
        scene.mentoring.confirm(first, "");
        scene.news();

        assertThat(timePasses("10:16"))
                .filteredOn(line -> line.contains("Jeremy Cohen"))
                .containsExactly("U-bo: At 10:30: Jeremy Cohen");
    }

    @Test
    void aReminderSaysWhatWasAnsweredAndLosesItsButtons() {
        published();
        timePasses("10:15");

        scene.mentoring.arrive(person("ana"), "");

        assertThat(scene.news())
                .filteredOn(notice -> notice.to().equals(person("ana")))
                .hasSize(2)
                .allSatisfy(notice -> assertThat(Aloud.read(notice.content().message()))
                        .contains("I'm here")
                        .doesNotContain("["));
    }

    @Test
    void aReminderThatHasNotLeftIsTakenBackWhenItsReaderCannotCome() {
        published();
        timePasses("10:15");

        scene.mentoring.decline(person("ana"), "");

        assertThat(scene.outbox.waitingFor(person("ana")))
                .extracting(waiting -> waiting.message().summary())
                .noneMatch(words -> words.startsWith("Your break with"));
    }

    @Test
    void anOfferNearTheBreakStandsForThreeMinutesAndThenGoesToTheNext() {
        published();
        var first = line().get(0);
        var second = line().get(1);
        scene.itIs("10:25");
        scene.mentoring.decline(person("ana"), "");
        assertThat(scene.news())
                .filteredOn(notice -> notice.to().equals(first))
                .singleElement()
                .satisfies(offer ->
                        assertThat(Aloud.read(offer.content().message())).contains("until 10:28"));

        assertThat(timePasses("10:27")).noneMatch(line -> line.contains("no longer kept"));
        assertThat(timePasses("10:28"))
                .contains(second + ": A seat with Jeremy Cohen is free for you")
                .anyMatch(line ->
                        line.startsWith(first + "* The seat with Jeremy Cohen") && line.contains("no longer kept"));
        assertThat(line()).as("whoever was silent comes last").containsExactly(second, first);

        scene.mentoring.confirm(second, "");
        assertThat(scene.mentoring.confirm(first, offerTo(first).id())).isInstanceOf(Answer.Already.class);
        assertThat(scene.seats()).containsExactly("bo@cohen/s04", second.id().substring(2) + "@cohen/s04");
    }

    @Test
    void aCardThatIsPrintedShowsOnlyWhoSaidYesAsTheOneInTheChatDoes() {
        published();
        scene.itIs("10:25");
        scene.mentoring.decline(person("ana"), "");

        assertThat(scene.mentoring.cardsOf("cohen"))
                .isEqualTo(scene.mentoring.cards(person("cohen")))
                .singleElement()
                .satisfies(card -> assertThat(card.summary()).contains("1 person"));
    }

    @Test
    void anOfferStandsAsLongAsNobodyElseWaitsForTheSeat() {
        published();
        var first = line().get(0);
        scene.mentoring.withdraw(line().get(1));
        scene.itIs("10:25");
        scene.mentoring.decline(person("ana"), "");
        scene.news();

        assertThat(timePasses("10:31")).noneMatch(line -> line.startsWith(first.id()));
        assertThat(scene.mentoring.confirm(first, "")).isInstanceOf(Answer.Done.class);
    }

    @Test
    void whoIsAskedLongBeforeTheBreakHasLongerAndAnHourAtMost() {
        published();
        scene.itIs("08:00");
        scene.mentoring.decline(person("ana"), "");
        assertThat(offerTo(line().getFirst()).until()).isEqualTo(scene.now().plus(Duration.ofMinutes(15)));
    }

    @Test
    void whoAnswersLateHasTheSeatIfNobodyElseHasIt() {
        published();
        var first = line().get(0);
        var second = line().get(1);
        scene.itIs("10:20");
        scene.mentoring.decline(person("ana"), "");
        timePasses("10:23");
        scene.mentoring.decline(second, "");
        var offer = offerTo(first);
        assertThat(offer.state()).isEqualTo(Seat.State.EXPIRED);

        assertThat(scene.mentoring.confirm(first, offer.id())).isInstanceOf(Answer.Done.class);
        assertThat(scene.seats()).contains(first.id().substring(2) + "@cohen/s04");
    }

    @Test
    void aSeatNobodySitsOnGoesToTheNextFiveMinutesIntoTheBreakWhereOthersSaidThatTheyAreThere() {
        published();
        var first = line().get(0);
        timePasses("10:15");
        assertThat(timePasses("10:36")).as("nobody has said anything").isEmpty();

        scene.mentoring.arrive(person("ana"), "");
        scene.news();
        assertThat(timePasses("10:36"))
                .contains(first + ": A seat with Jeremy Cohen is free for you")
                .anyMatch(line -> line.startsWith("U-bo* Nobody seemed to sit on your seat"));

        scene.mentoring.arrive(person("bo"), "");
        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "bo@cohen/s04");
        assertThat(offerTo(first).state()).isEqualTo(Seat.State.EXPIRED);
    }

    @Test
    void whoRunsLateKeepsTheirSeatForTenMinutes() {
        published();
        timePasses("10:15");
        assertThat(scene.mentoring.runLate(person("bo"), "", 8).words())
                .isEqualTo("Jeremy Cohen reads on the card that you come about 8 minutes late. I keep your seat until "
                        + "10:40.");
        scene.itIs("10:31");
        scene.mentoring.arrive(person("ana"), "");
        scene.news();

        assertThat(timePasses("10:38")).isEmpty();
        assertThat(scene.seats()).contains("bo@cohen/s04");
    }

    @Test
    void beforeTheBreakNobodyIsAtTheTableYet() {
        published();
        scene.itIs("09:00");

        assertThat(scene.mentoring.arrive(person("ana"), "").words())
                .isEqualTo("You are early: your break with Jeremy Cohen begins at 10:30. Tell me again when you are "
                        + "at the table.");
        assertThat(scene.mentoring.arrive(person("cy"), "").words()).startsWith("You have no seat");
    }

    @Test
    void whoWantsToSitInTheAfternoonMovesWhereASeatIsFree() {
        scene.signUp("Ana", Stage.PHD1, "", BOTH, false);
        scene.offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        scene.publish();
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 1, Set.of(AFTERNOON), "NYU"));
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.news();

        assertThat(scene.mentoring.moveTo(person("ana"), "the afternoon").words())
                .isEqualTo("Done: you sit in Coffee Break 2 now. Your other seat goes to the next in line.");

        assertThat(scene.headlines())
                .contains(
                        "U-ana: You sit with Julia Kempe",
                        "U-ana* You have another seat now. Your seat with Jeremy Cohen (Coffee Break 1, 10:30 to "
                                + "11:00) is somebody else's.",
                        "U-bo: A seat with Jeremy Cohen is free for you");
    }

    @Test
    void whereTheAfternoonIsFullTheyKeepTheirSeatAndWaitForOneInPlaceOfIt() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish();
        scene.change(Scene.making(scene.profiles.find(person("ana")).orElseThrow(), BOTH));

        assertThat(scene.mentoring.moveTo(person("ana"), "the afternoon").words())
                .isEqualTo("Every seat you could have in Coffee Break 2 is taken. You keep yours, and I put you in "
                        + "line as number 1.");
        scene.mentoring.decline(person("bo"), "");
        var offer = scene.mentoring.plan().everBy(person("ana")).getLast();
        scene.mentoring.confirm(person("ana"), offer.id());

        assertThat(scene.seats()).containsExactly("ana@kempe/s11");
    }

    @Test
    void aBreakTheyCannotMakeOrNobodyKnowsIsSaidToBeSo() {
        published();

        assertThat(scene.mentoring.moveTo(person("ana"), "the afternoon").words())
                .isEqualTo("Your sign-up says that you cannot make Coffee Break 2. Type \"edit\" to change that, and "
                        + "ask me again.");
        assertThat(scene.mentoring.moveTo(person("ana"), "the moon").words())
                .startsWith("I don't see which break you mean. The breaks with mentors that are still to come: Coffee "
                        + "Break 1 (10:30), Coffee Break 2 (15:00).");
        assertThat(scene.mentoring.moveTo(person("cy"), "the afternoon").words())
                .startsWith("You have no seat");
    }

    @Test
    void whoKnowsTheirMentorSitsAtAFreeTableOfTheSameBreak() {
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                mentor("kempe", 1, Set.of(MORNING), "NYU", "synthetic data"));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.news();
        assertThat(scene.seats()).containsExactly("ana@cohen/s04");

        assertThat(scene.mentoring.know(person("ana"), "").words())
                .startsWith("Done: you sit with Julia Kempe in the same break now");
        assertThat(scene.seats()).containsExactly("ana@kempe/s04");
    }

    @Test
    void whereNoTableIsFreeSomebodyWhoGainsIsAskedToSwap() {
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                mentor("kempe", 1, Set.of(MORNING), "NYU", "synthetic data"));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.news();
        var withCohen = scene.mentoring.plan().seats().stream()
                .filter(seat -> seat.table().startsWith("cohen"))
                .findFirst()
                .orElseThrow();
        var withKempe = scene.mentoring.plan().seats().stream()
                .filter(seat -> seat.table().startsWith("kempe"))
                .findFirst()
                .orElseThrow();

        assertThat(scene.mentoring.know(withKempe.mentee(), "").words())
                .as("with Cohen sits somebody who has more to say there")
                .startsWith("The other tables of that break are full, and nobody there would gain");
        assertThat(scene.mentoring.know(withCohen.mentee(), "").words()).startsWith("I ask somebody");
        assertThat(scene.headlines()).containsExactly(withKempe.mentee() + ": Would you swap seats?");

        scene.mentoring.answerSwap(withKempe.mentee(), withCohen.id(), withKempe.id(), true);
        assertThat(scene.seats())
                .containsExactlyInAnyOrder(
                        withCohen.mentee().id().substring(2) + "@kempe/s04",
                        withKempe.mentee().id().substring(2) + "@cohen/s04");
        assertThat(scene.mentoring
                        .answerSwap(withKempe.mentee(), withCohen.id(), withKempe.id(), true)
                        .words())
                .isEqualTo("This is settled already; your seat stays as it is.");
    }

    private Seat offerTo(Person person) {
        return scene.mentoring.plan().everBy(person).getLast();
    }
}
