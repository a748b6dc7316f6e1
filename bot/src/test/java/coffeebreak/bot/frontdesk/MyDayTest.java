package coffeebreak.bot.frontdesk;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.Stage;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people read when they ask what they have today.
class MyDayTest {

    private static final Person ANA = new Person("U-ana");

    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("kempe", 1, Set.of(AFTERNOON), "Meta", "loss landscapes"));
    private final Map<Person, Directory.Entry> inTheChat = new java.util.HashMap<>();
    private List<Paper> papers = List.of();

    private String asks(Person who) {
        var library = new Library(scene.index, () -> scene.programme, () -> scene.mentors, papers);
        return Aloud.read(new MyDay(
                        () -> scene.programme,
                        scene.mentoring,
                        scene.profiles,
                        person -> Optional.ofNullable(inTheChat.get(person)),
                        library,
                        scene.clock)
                .message(who));
    }

    /// Scenario 16: the match and the programme in order.
    @Test
    void theSeatStandsAtItsPlaceInTheProgramme() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();

        assertThat(asks(ANA)).isEqualTo("""
                # Your day
                Next for you: 10:30 Coffee Break 1 (you sit with Jeremy Cohen).
                (Monday, 27 April 2026. Times at the venue (America/Sao_Paulo).)
                - 09:00  Invited talk 1: Jascha Sohl-Dickstein
                - 09:30  Invited talk 2: Preetum Nakkiran
                - 10:00  Invited talk 3: Jeremy Cohen
                - 10:30  Coffee Break 1: you sit with Jeremy Cohen
                - 11:00  Contributed talks 1 & 2
                - 11:30  Poster Session 1
                - 12:30  Lunch Break
                - 13:30  Contributed talks 3 & 4
                - 14:00  Invited talk 4: Julia Kempe
                - 14:30  Invited talk 5: Matthieu Wyart
                - 15:00  Coffee Break 2
                - 15:30  Panel Discussion: Lenka Zdeborová, Jascha Sohl-Dickstein, Julia Kempe, Richard Baraniuk, Matthieu Wyart
                - 16:30  Competition winners
                - 17:00  Poster Session 2
                [Add to calendar]""");
    }

    @Test
    void whatIsOverIsSmallAndWhatIsOnIsMarked() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish();
        scene.itIs("14:40");

        assertThat(asks(ANA))
                .contains("(Earlier: 09:00 Invited talk 1 · 09:30 Invited talk 2 · ")
                .contains(
                        "\n- Now, until 15:00  Invited talk 5: Matthieu Wyart\n- 15:00  Coffee Break 2: you sit with Julia Kempe\n");
        scene.itIs("15:10");
        assertThat(asks(ANA)).contains("Now: Coffee Break 2 (you sit with Julia Kempe).");
        scene.itIs("17:30");
        assertThat(asks(ANA))
                .contains("nothing of your own in the programme from here on")
                .contains("- Now  Poster Session 2");
    }

    @Test
    void aMentorReadsTheirTableTheirTalkAndTheirPanel() {
        scene.signUp("Ana");
        scene.publish();

        assertThat(asks(new Person("U-kempe")))
                .contains("- 14:00  Invited talk 4: your talk\n")
                .contains("- 15:00  Coffee Break 2: you host a table, ")
                .contains("- 15:30  Panel Discussion: you are on the panel\n");
    }

    @Test
    void whoIsNamedInTheProgrammeAsInTheChatReadsTheirOwnPart() {
        var wyart = new Person("U-matthieu");
        inTheChat.put(wyart, new Directory.Entry("matthieu wyart", ZoneId.of("Asia/Kolkata"), true));

        assertThat(asks(wyart))
                .contains("Times at the venue (America/Sao_Paulo), in brackets on your own clock.")
                .contains("- 14:30 (23:00 for you)  Invited talk 5: your talk\n");
    }

    @Test
    void aPaperIsWovenInWhereItCanOnlyBeShownInOnePlace() {
        scene.signUp("Ana Lima", Stage.PHD1, "", BOTH, false);
        papers = List.of(
                new Paper("p1", "On sharpness", List.of(new Paper.Author("Ana Lima", "")), "", List.of(), "Poster"));
        var ana = new Person("U-ana lima");

        assertThat(asks(ana)).contains("(Among the papers is yours: On sharpness. When it is presented");
        var day = scene.programme;
        scene.programme = new coffeebreak.bot.programme.Programme(
                day.name(),
                day.shortName(),
                day.version(),
                day.tentative(),
                day.date(),
                day.zone(),
                day.place(),
                day.topics(),
                day.sessions().stream()
                        .filter(session -> !session.id().equals("s14"))
                        .toList(),
                day.people(),
                day.facts(),
                day.institutions());
        assertThat(asks(ana)).contains("- 11:30  Poster Session 1: your poster \"On sharpness\"\n");
    }

    @Test
    void aDayWithoutADateSaysSo() {
        scene.programme = coffeebreak.bot.files.YamlProgramme.builtIn();

        assertThat(asks(ANA))
                .contains("(The date is not set yet. Times at the venue.)")
                .contains("- 09:00  Invited talk 1");
    }
}
