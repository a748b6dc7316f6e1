package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.organizing.ImportCounter.OLGA;
import static coffeebreak.bot.organizing.ImportCounter.PER;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.programme.CalledOff;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportDeskTest {

    private static final String TWO_BREAKS = """
            Start,Title
            10:30,Coffee Break
            15:10,Coffee Break
            15:40,Panel Discussion
            """;
    private static final String MENTORS = """
            Name,Mentor,Seats,E-mail,Breaks
            Jeremy Cohen,yes,4,cohen@flatiron.org,"1, 2"
            Julia Kempe,yes,6,julia@nyu.edu,2
            Ana Amber,no,,ana@epfl.ch,
            """;

    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 3, BOTH, "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("wyart", 3, BOTH, "Johns Hopkins University", "glass"));
    private final ImportCounter counter = new ImportCounter(scene);

    private Reply offered(String name, String content) {
        return counter.hands(OLGA, Sort.PROGRAMME, name, content);
    }

    private LocalTime afternoon() {
        return counter.live.get().session(AFTERNOON).orElseThrow().start();
    }

    @Test
    void nothingChangesBeforeSomebodySaysSoThenAllOfIt() {
        var shown = offered("day.csv", TWO_BREAKS);

        assertThat(Aloud.read(shown))
                .contains("Moved: Coffee Break: 15:00 to 15:30 becomes 15:10 to 15:40")
                .contains("Gone: Poster Session 1")
                .contains("[Take it over] [Leave it]");
        assertThat(afternoon()).isEqualTo("15:00");

        assertThat(Aloud.read(counter.presses(OLGA, "Take it over", shown))).startsWith("# Taken over\nday.csv is in");
        assertThat(afternoon()).isEqualTo("15:10");
        assertThat(counter.live.get().facts())
                .as("what a table does not speak of")
                .isNotEmpty();
        assertThat(counter.audit.latest(1))
                .extracting(AuditTrail.Entry::outcome)
                .containsExactly("taken over: 3 sessions, 2 mentoring breaks, 56 people, revision 1");
    }

    @Test
    void whatIsLeftAloneIsGone() {
        var shown = offered("day.csv", TWO_BREAKS);

        assertThat(Aloud.read(counter.presses(OLGA, "Leave it", shown)))
                .isEqualTo("Left alone: nothing of \"day.csv\" came in.");
        assertThat(Aloud.read(counter.presses(OLGA, "Take it over", shown)))
                .startsWith("What was read from that file is not kept any more");
        assertThat(afternoon()).isEqualTo("15:00");
    }

    @Test
    void aSecondPressSaysThatItIsDone() {
        var shown = offered("day.csv", TWO_BREAKS);
        counter.presses(OLGA, "Take it over", shown);

        assertThat(Aloud.read(counter.presses(PER, "Take it over", shown)))
                .startsWith("\"day.csv\" was taken over already, at ");
        assertThat(counter.live.changes().revision()).isEqualTo(1);
    }

    @Test
    void whateverElseChangedMeanwhileIsShownFirst() {
        var shown = offered("day.csv", TWO_BREAKS);
        counter.live.change(changes ->
                changes.with(new Delay(0, LocalTime.of(14, 0), Duration.ofMinutes(15), scene.clock.instant())));

        var again = counter.presses(OLGA, "Take it over", shown);

        assertThat(Aloud.read(again))
                .contains("The programme has changed since I showed you this")
                .contains("That the day runs 15 minutes late from 14:00 stays on top of it.");
        assertThat(afternoon()).isEqualTo("15:15");
        counter.presses(OLGA, "Take it over", again);
        assertThat(afternoon()).isEqualTo("15:25");
    }

    @Test
    void aDelayThatNothingFollowsAnyMoreIsNamed() {
        counter.live.change(changes ->
                changes.with(new Delay(0, LocalTime.of(16, 30), Duration.ofMinutes(15), scene.clock.instant())));

        assertThat(Aloud.read(offered("day.csv", TWO_BREAKS)))
                .contains("That the day runs 15 minutes late from 16:30 no longer applies: nothing begins after that.");
    }

    /// Scenario 47.
    @Test
    void whatIsCancelledDoesNotComeBackByAnImport() {
        var talk = counter.live.get().session("s09").orElseThrow();
        counter.live.change(changes -> changes.with(new CalledOff(talk, scene.clock.instant(), null, null)));
        assertThat(counter.live.get().session("s09")).isEmpty();

        var shown = offered("day.csv", TWO_BREAKS + "14:00,Invited talk 4,\n");
        assertThat(Aloud.read(shown)).contains("\"Invited talk 4\" stays cancelled.");
        counter.presses(OLGA, "Take it over", shown);
        assertThat(counter.live.get().sessions())
                .extracting(each -> each.title())
                .doesNotContain("Invited talk 4");

        assertThat(Aloud.read(offered("day.csv", TWO_BREAKS)))
                .contains("That \"Invited talk 4\" is cancelled no longer applies: it is not in the file.");
    }

    @Test
    void aBreakPeopleSitInIsNotTakenAwayByAnImportNorByTheWayBack() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(AFTERNOON), false);
        publish();

        assertThat(Aloud.read(offered("day.csv", "Start,Title\n10:30,Coffee Break\n15:30,Panel Discussion\n")))
                .startsWith("That would take away Coffee Break 2 (15:00), in which 1 person sits.");
        assertThat(afternoon()).isEqualTo("15:00");
    }

    @Test
    void whoSitsThereIsCountedAndStaysSeated() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(AFTERNOON), false);
        publish();
        var seat = scene.mentoring.plan().seats().getFirst();

        var shown = offered("day.csv", TWO_BREAKS);
        assertThat(Aloud.read(shown)).contains("Coffee Break 2 moves: 1 person sits there with ");
        counter.presses(OLGA, "Take it over", shown);
        scene.mentoring.timePasses();

        assertThat(scene.mentoring.plan().seat(seat.id())).contains(seat);
        assertThat(scene.owed)
                .filteredOn(notice -> notice.to().equals(seat.mentee()))
                .extracting(notice -> notice.content().message().summary())
                .filteredOn(summary -> summary.startsWith("The day has changed: Coffee Break 2 begins at 15:10"))
                .hasSize(1);
    }

    @Test
    void aFileThatCannotBeUsedSaysWhereAndChangesNothing() {
        assertThat(counter.hands(Sort.PROGRAMME, "day.csv", "Start,Title\nlate,Talk\n"))
                .contains("\"day.csv\" cannot be used as it is, so nothing was changed.")
                .contains("\"late\" is no time of day");
        assertThat(counter.audit.latest(1).getFirst().wasRefused()).isTrue();
    }

    @Test
    void noFileIsFetchedThatIsNotInTheChat() {
        counter.holds("large", new HandedFiles.Answer.TooLarge("all.json"));
        counter.holds("secret", new HandedFiles.Answer.NotAllowed("the app has no scope files:read"));
        counter.holds("lost", new HandedFiles.Answer.Unreached("no answer"));

        assertThat(counter.types("programme https://example.org/day.csv")).startsWith("I don't understand");
        assertThat(counter.types("papers large")).startsWith("\"all.json\" is larger than 5 MB");
        assertThat(counter.types("papers secret")).contains("no scope files:read");
        assertThat(counter.types("papers lost")).contains("try again in a minute");
        assertThat(Aloud.read(counter.hears(OLGA, new ChatIntent.OfferFile("papers", "gone"))))
                .startsWith("I don't see that file");
    }

    @Test
    void aPastedTableIsReadAsAFileIs() {
        assertThat(Aloud.read(counter.hears(
                        OLGA,
                        new ChatIntent.OrganizerForm(
                                "organizer-import-programme", Map.of("table", List.of(TWO_BREAKS))))))
                .contains("pasted table.csv holds 3 sessions");
    }

    @Test
    void aFileOfWhichNobodySaidWhatItIsIsAskedAbout() {
        assertThat(Aloud.read(counter.hears(OLGA, new ChatIntent.OfferFile("", "F1"))))
                .endsWith("[A programme] [Mentors] [Papers]");
    }

    @Test
    void theWayBackEndsWhereTheBotWasStarted() {
        assertThat(counter.types("back programme"))
                .startsWith("The programme in force are those the bot was started with");
        counter.presses(OLGA, "Take it over", offered("day.csv", TWO_BREAKS));

        var shown = counter.hears(OLGA, new ChatIntent.OrganizerCommand("import", "back programme"));
        assertThat(Aloud.read(shown)).contains("New: Poster Session 1").contains("becomes 15:00 to 15:30");
        assertThat(Aloud.read(counter.presses(OLGA, "Put it back", shown)))
                .contains("what the bot was started with is in force again");
        assertThat(afternoon()).isEqualTo("15:00");
        assertThat(counter.types("history")).contains("Programme: as the bot was started");
    }

    // Mentors.

    @Test
    void mentorsOfAListTakeThePlaceOfThoseBeforeAndKeepWhoTheyAreInTheChat() {
        var shown = counter.hands(OLGA, Sort.MENTORS, "mentors.csv", MENTORS);

        assertThat(Aloud.read(shown))
                .contains("mentors.csv holds 2 mentors, 0 have agreed")
                .contains("New: Julia Kempe (NYU & Meta), 6 seats")
                .contains("Gone: wyart (Johns Hopkins University), nobody sits there")
                .contains("Changed: Jeremy Cohen: 4 seats, before 3")
                .contains("1 new mentor is invited as soon as I know who they are in Slack.")
                .contains("1 e-mail address is looked up in Slack.");
        assertThat(counter.lists.mentors().all()).extracting(Mentor::id).containsExactly("cohen", "wyart");
        counter.presses(OLGA, "Take it over", shown);

        assertThat(counter.lists.mentors().all()).extracting(Mentor::id).containsExactly("cohen", "kempe");
        assertThat(counter.lists.mentors().byId("cohen").orElseThrow().person()).isEqualTo(new Person("U-cohen"));
        assertThat(scene.profiles.all()).as("a list signs nobody up").isEmpty();
        assertThat(counter.hands(Sort.MENTORS, "mentors.csv", MENTORS)).startsWith("# Nothing differs");
    }

    @Test
    void aMentorPeopleSitWithStaysThoughTheListHasThemNoMore() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        publish();
        var host = scene.mentoring.plan().seats().getFirst().table().replaceFirst("[-@].*", "");
        var other = host.equals("cohen") ? "Matthieu Wyart" : "Jeremy Cohen";

        var shown = counter.hands(OLGA, Sort.MENTORS, "mentors.csv", "Name,Mentor\n" + other + ",yes\n");

        assertThat(Aloud.read(shown)).contains("is not on the list, but 1 person sits there: the table stays.");
        counter.presses(OLGA, "Take it over", shown);
        assertThat(counter.lists.mentors().all()).hasSize(2);
    }

    @Test
    void aListWithoutAnyMentorIsOfNoUse() {
        assertThat(counter.hands(Sort.MENTORS, "people.csv", "Name,E-mail\nAna Amber,ana@epfl.ch\n"))
                .contains("Nobody in it is a mentor; add a column \"Mentor\"");
    }

    @Test
    void papersAreTakenOver() {
        var shown = counter.hands(OLGA, Sort.PAPERS, "papers.csv", "Title,Authors\nGrokking,Ana Amber\n");

        assertThat(Aloud.read(shown)).contains("New: Grokking");
        counter.presses(OLGA, "Take it over", shown);
        assertThat(counter.lists.papers()).hasSize(1);
        assertThat(counter.types("history")).contains("Papers: papers.csv, 1 paper, by");
    }

    private void publish() {
        scene.mentoring.publish(Scene.ORGANIZER, ((Preview.Ready) scene.mentoring.preview()).number());
    }
}
