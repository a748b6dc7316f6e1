package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Staleness;
import coffeebreak.bot.signup.Stage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever would rather not sit with somebody does not, on any path, and nobody else learns of it.
class ApartTest {

    private final Scene scene = new Scene();

    private void offering(Mentor... mentors) {
        scene.offering(mentors);
    }

    private void signUp(Stage stage, String... names) {
        for (var name : names) {
            scene.signUp(name, stage, "", Set.of(MORNING), false);
        }
    }

    /// One says so; whoever it is about must not matter.
    private void ratherNot(String one, String other) {
        scene.blocks.change(person(one), List.of(person(other)), List.of());
        scene.mentoring.separate(person(one));
    }

    private List<List<String>> peers() {
        return scene.mentoring.plan().peers().all().stream()
                .map(table -> table.expected().stream()
                        .map(person -> person.id().substring(2))
                        .sorted()
                        .toList())
                .filter(table -> !table.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana bo", "bo ana"})
    void inARoundTheyShareNoTable(String who) {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 2, Set.of(MORNING), "NYU"));
        signUp(Stage.PHD1, "Ana", "Bo", "Cy", "Di");
        ratherNot(who.split(" ")[0], who.split(" ")[1]);

        scene.publish();

        assertThat(scene.seats()).hasSize(4);
        assertThat(tableOf("ana")).isNotEqualTo(tableOf("bo"));
    }

    private String tableOf(String name) {
        return scene.seatOf(name).table();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana cohen", "cohen ana"})
    void nobodySitsWithAMentorTheyMustBeApartFrom(String who) {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 1, Set.of(MORNING), "NYU"));
        signUp(Stage.PHD1, "Ana", "Bo");
        ratherNot(who.split(" ")[0], who.split(" ")[1]);

        scene.publish();

        assertThat(scene.seats()).containsExactly("ana@kempe/s04", "bo@cohen/s04");
    }

    @Test
    void aMentorWhoIsNotInTheChatIsKnownByTheProgramme() {
        var listed = new Mentor("cohen", "Jeremy Cohen", null, Set.of(), Set.of(MORNING), 2, List.of());
        offering(listed);
        signUp(Stage.PHD1, "Ana", "Bo");
        scene.blocks.change(person("ana"), listed.identities(), List.of());

        scene.publish();

        assertThat(scene.seats()).containsExactly("bo@cohen/s04");
    }

    @Test
    void inAFurtherRoundNobodyJoinsATableTheyMustNotSitAt() {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana");
        scene.publish();
        signUp(Stage.PHD1, "Bo", "Cy");
        ratherNot("bo", "ana");

        scene.publish();

        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "cy@cohen/s04");
    }

    @Test
    void whoWouldMoveUpToSuchATableIsPassedOver() {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana", "Bo");
        signUp(Stage.PHD3, "Cy");
        signUp(Stage.POSTDOC, "Di");
        scene.publish();
        var first = scene.mentoring
                .plan()
                .standby()
                .getOrDefault(MORNING, List.of())
                .getFirst();
        var second = scene.mentoring
                .plan()
                .standby()
                .getOrDefault(MORNING, List.of())
                .getLast();
        scene.blocks.change(first, List.of(person("bo")), List.of());

        scene.mentoring.decline(person("ana"), "");

        assertThat(scene.mentoring.plan().takenBy(first)).isEmpty();
        assertThat(scene.mentoring.plan().takenBy(second)).hasSize(1);
    }

    @Test
    void peersAreKeptApartToo() {
        offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana");
        signUp(Stage.PHD3, "Bo", "Cy", "Di", "Ed", "Flo", "Gil");
        ratherNot("bo", "cy");

        scene.publish();

        assertThat(peers()).hasSize(2).noneMatch(table -> table.containsAll(List.of("bo", "cy")));
    }

    @Test
    void whoSaysItAboutSomebodyAtTheirTableMovesAndNobodyReadsWhy() {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 2, Set.of(MORNING), "NYU"));
        signUp(Stage.PHD1, "Ana", "Bo", "Cy");
        scene.publish();
        var plan = scene.mentoring.plan();
        var full = plan.tables().stream()
                .filter(table -> plan.at(table).size() == 2)
                .findFirst()
                .orElseThrow();
        var says = plan.at(full).getFirst().mentee();
        var about = plan.at(full).getLast().mentee();
        scene.news();

        scene.blocks.change(says, List.of(about), List.of());
        scene.mentoring.separate(says);

        assertThat(scene.mentoring.plan().takenBy(says))
                .singleElement()
                .satisfies(seat -> assertThat(seat.table()).isNotEqualTo(full.id()));
        assertThat(scene.mentoring.plan().at(full)).extracting(Seat::mentee).containsExactly(about);
        assertThat(scene.owed)
                .as("whom it is about reads only who sits there now")
                .filteredOn(notice -> notice.to().equals(about))
                .allSatisfy(notice -> assertThat(notice.content()).isInstanceOf(Notice.Content.Edit.class));
        assertNothingIsSaid(scene.owed.stream()
                .map(notice -> Aloud.read(notice.content().message()))
                .toList());
    }

    private static void assertNothingIsSaid(Collection<String> words) {
        assertThat(words).noneMatch(text -> text.matches("(?is).*(rather not|block|apart|avoid).*"));
    }

    @Test
    void aMentorWhoSaysItStaysAndTheMenteeIsFirstInLineElsewhere() {
        offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana");
        signUp(Stage.PHD3, "Bo");
        scene.publish();
        scene.news();

        ratherNot("cohen", "ana");

        assertThat(scene.seats()).containsExactly("bo@cohen/s04");
        assertThat(scene.mentoring.plan().standby().get(MORNING)).startsWith(person("ana"));
        assertThat(scene.headlines())
                .contains(
                        "U-ana* The tables had to be changed, so your seat with Jeremy Cohen (Coffee Break 1, 10:30 to "
                                + "11:00) is no longer yours. You have another one, in a newer message, or are the first in line.");
    }

    @Test
    void atATableOfPeersWhoSaysItMovesToAnotherOne() {
        offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana");
        signUp(Stage.PHD3, "Bo", "Cy", "Di", "Ed", "Flo", "Gil");
        scene.publish();
        var table = peers().getFirst();
        scene.news();

        ratherNot(table.get(0), table.get(1));

        assertThat(peers())
                .hasSize(2)
                .contains(List.of(table.get(1), table.get(2)))
                .anySatisfy(other -> assertThat(other).hasSize(4).contains(table.get(0)));
        assertThat(scene.headlines())
                .hasSize(6)
                .allMatch(line -> line.endsWith("* You sit with peers in Coffee Break 1"));
    }

    @Test
    void aPreviewIsStaleOnceSomebodySaidSo() {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana", "Bo");
        var number = ((Preview.Ready) scene.mentoring.preview()).number();
        scene.blocks.change(new Person("U-ana"), List.of(person("bo")), List.of());

        assertThat(scene.publish(number)).isEqualTo(new Publication.Stale(number, new Staleness.AskedOtherwise()));
    }

    @Test
    void aRoundPublishedInTheSameMomentIsNotWritten() {
        offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        signUp(Stage.PHD1, "Ana", "Bo");
        scene.preview();
        scene.plans.faster = () -> ratherNot("ana", "bo");

        assertThat(scene.publish(1)).isInstanceOf(Publication.Stale.class);
        assertThat(scene.seats()).isEmpty();
    }
}
