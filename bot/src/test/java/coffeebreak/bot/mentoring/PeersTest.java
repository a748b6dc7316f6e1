package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.peers.PeerTable;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Stage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nobody leaves with nothing: whoever has no mentor's seat sits with peers.
class PeersTest {

    /// One mentor's seat in the morning, which Ana gets: she alone is early in her career.
    private final Scene scene = new Scene().offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));

    private void signUp(String... names) {
        for (var name : names) {
            scene.signUp(name, Stage.PHD3, "", Set.of(MORNING), false);
        }
    }

    private void anaAndThreeWithoutASeat() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        signUp("Bo", "Cy", "Di");
    }

    private void published() {
        scene.publish();
        scene.news();
    }

    private List<List<String>> tables() {
        return scene.mentoring.plan().peers().all().stream()
                .map(PeerTable::expected)
                .filter(people -> !people.isEmpty())
                .map(people -> people.stream()
                        .map(person -> person.id().substring(2))
                        .sorted()
                        .toList())
                .toList();
    }

    @Test
    void thoseWithoutAMentorsSeatSitTogetherAndAreToldOnce() {
        anaAndThreeWithoutASeat();

        scene.publish();

        assertThat(tables()).containsExactly(List.of("bo", "cy", "di"));
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-ana: You sit with Jeremy Cohen",
                        "U-bo: You sit with peers in Coffee Break 1",
                        "U-cy: You sit with peers in Coffee Break 1",
                        "U-di: You sit with peers in Coffee Break 1");
    }

    @Test
    void theirMessageSaysWithWhomWhenAndHowToBegin() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.POSTDOC, "", Set.of(MORNING), false);
        scene.signUp("Di", Stage.PHD4, "", Set.of(MORNING), false);
        var hidden = scene.signUp("Cy", Stage.PHD3, "", Set.of(MORNING), false);
        scene.change(Scene.agreeing(hidden, EnumSet.of(Consent.PEERS)));

        scene.publish();

        assertThat(told("bo")).matches("""
                        # You sit with peers in Coffee Break 1
                        Coffee Break 1, 10:30 to 11:00\\. The place is not known yet; the organizers will tell you\\.
                        With you: Di and 1 more participant\\.
                        To begin with: you care about loss landscapes\\. What about it puzzles each of you at the moment\\?
                        Di is asked to be the host and begins\\.
                        Every mentor's seat you could have is taken\\. If one becomes free and it is your turn, I write to \
                        you at once\\.
                        - You are number \\d in line for Coffee Break 1 \\(10:30\\)
                        \\(I keep this message up to date when somebody leaves or joins\\.\\)
                        \\[Can't come]""");
        assertThat(told("di")).contains("Please be the host: begin");
        assertThat(told("di")).doesNotContain("Cy");
    }

    private String told(String name) {
        return scene.owed.stream()
                .filter(notice -> notice.to().equals(person(name)))
                .map(notice -> Aloud.read(notice.content().message()))
                .reduce("", (_, last) -> last);
    }

    @Test
    void whoDidNotAgreeSitsWithNobodyAndIsAskedWhetherTheyWould() {
        anaAndThreeWithoutASeat();
        var ed = scene.signUp("Ed", Stage.PHD3, "", Set.of(MORNING), false);
        scene.change(Scene.agreeing(ed, Set.of(Consent.CARD)));

        scene.publish();

        assertThat(tables()).containsExactly(List.of("bo", "cy", "di"));
        assertThat(told("ed")).contains("Would you like to sit with other participants instead?");
    }

    @Test
    void thePreviewCountsTablesOfPeersAndWhoIsLeftAlone() {
        anaAndThreeWithoutASeat();
        scene.signUp("Ed", Stage.PHD3, "", Set.of(AFTERNOON), false);

        var report = ((Preview.Ready) scene.mentoring.preview()).report();

        assertThat(report.peers()).containsExactly(3);
        assertThat(report.alone()).isEqualTo(1);
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void peersSitOnlyInABreakAllOfThemCanMake() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        signUp("Bo", "Cy");
        for (var name : List.of("Di", "Ed", "Flo")) {
            scene.signUp(name, Stage.PHD3, "", Set.of(AFTERNOON), false);
        }
        scene.signUp("Gil", Stage.PHD3, "", BOTH, false);

        scene.publish();

        assertThat(tables()).containsExactlyInAnyOrder(List.of("bo", "cy", "gil"), List.of("di", "ed", "flo"));
    }

    @Test
    void whoGetsASeatLaterLeavesTheirPeersWhoReadItInTheirMessage() {
        anaAndThreeWithoutASeat();
        signUp("Ed");
        published();
        assertThat(tables()).containsExactly(List.of("bo", "cy", "di", "ed"));
        var first = scene.mentoring
                .plan()
                .standby()
                .getOrDefault(MORNING, List.of())
                .getFirst();

        scene.mentoring.decline(person("ana"), "");
        assertThat(tables().getFirst())
                .as("whoever is asked still sits with their peers")
                .hasSize(4);
        scene.news();
        scene.mentoring.confirm(first, "");

        assertThat(tables().getFirst()).hasSize(3).doesNotContain(first.id().substring(2));
        assertThat(scene.headlines())
                .hasSize(5)
                .contains(
                        first + "* You sit with Jeremy Cohen",
                        first + "* You sat with peers, and now you have a mentor's seat: see below. (Coffee Break 1)")
                .filteredOn(line -> line.endsWith("* You sit with peers in Coffee Break 1"))
                .hasSize(3)
                .noneMatch(line -> line.startsWith(first.id()));
    }

    @Test
    void whoCannotComeSaysSoAndTheOthersReadIt() {
        anaAndThreeWithoutASeat();
        published();
        var seat = scene.mentoring.plan().peers().of(person("bo")).getFirst().seat();

        assertThat(scene.mentoring.decline(person("cy"), seat.id())).isEqualTo(new Answer.NoSeat());
        assertThat(scene.mentoring.confirm(person("bo"), "")).isEqualTo(new Answer.AtPeers(true));
        assertThat(scene.mentoring.decline(person("bo"), seat.id())).isEqualTo(new Answer.AtPeers(false));
        assertThat(scene.mentoring.decline(person("bo"), seat.id())).isEqualTo(new Answer.NoSeat());

        assertThat(tables()).containsExactly(List.of("cy", "di"));
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-bo* You said you can't come; the others at your table of peers are told. (Coffee Break 1)",
                        "U-cy* You sit with peers in Coffee Break 1",
                        "U-di* You sit with peers in Coffee Break 1");
    }

    @Test
    void theLastOneAtATableMovesToAnotherAndIsAloneOnlyWhereThereIsNone() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        signUp("Bo", "Cy", "Di", "Ed", "Flo", "Gil");
        published();
        var leaving = tables().getFirst();

        scene.mentoring.decline(person(leaving.get(0)), "");
        scene.mentoring.decline(person(leaving.get(1)), "");

        assertThat(tables())
                .singleElement()
                .satisfies(table -> assertThat(table).hasSize(4).contains(leaving.get(2)));
        scene.news();
        for (var name : List.copyOf(tables().getFirst()).subList(0, 3)) {
            scene.mentoring.decline(person(name), "");
        }
        assertThat(tables()).isEmpty();
        assertThat(scene.headlines().getLast()).contains("* The others at your table of peers can't come");
    }

    @Test
    void whoSignsUpLaterJoinsATableAndWhoSitsThereReadsIt() {
        anaAndThreeWithoutASeat();
        published();
        signUp("Ed");

        scene.publish();

        assertThat(tables()).containsExactly(List.of("bo", "cy", "di", "ed"));
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-bo* You sit with peers in Coffee Break 1",
                        "U-cy* You sit with peers in Coffee Break 1",
                        "U-di* You sit with peers in Coffee Break 1",
                        "U-ed: You sit with peers in Coffee Break 1");
    }

    @Test
    void whoWithdrawsOrIsForgottenLeavesTheirPeers() {
        anaAndThreeWithoutASeat();
        signUp("Ed");
        published();

        scene.mentoring.withdraw(person("bo"));
        assertThat(tables()).containsExactly(List.of("cy", "di", "ed"));
        scene.news();
        scene.profiles.remove(person("cy"));
        scene.mentoring.forget(person("cy"));

        assertThat(tables()).containsExactly(List.of("di", "ed"));
        assertThat(scene.mentoring.plan().peers().names(person("cy"))).isFalse();
        assertThat(scene.news()).extracting(Notice::to).doesNotContain(person("cy"));
    }

    @Test
    void whoStopsAgreeingToBeNamedIsNamedNoMore() {
        anaAndThreeWithoutASeat();
        published();
        var bo = scene.profiles.find(person("bo")).orElseThrow();

        scene.change(Scene.agreeing(bo, Set.of(Consent.PEERS)));
        scene.mentoring.renewCards(person("bo"));

        assertThat(told("cy")).contains("With you: Di and 1 more participant.").doesNotContain("Bo");
    }

    @Test
    void everyIdOfANoticeIsOwedOnce() {
        var names = new String[11];
        Arrays.setAll(names, number -> "P" + number);
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        signUp(names);
        scene.publish();
        for (var number : List.of(3, 5, 1, 7)) {
            scene.mentoring.decline(person("p" + number), "");
        }
        signUp("Q1", "Q2");
        scene.publish();

        assertThat(scene.owed).extracting(Notice::id).doesNotHaveDuplicates();
        assertThat(tables()).allSatisfy(table -> assertThat(table).hasSizeBetween(2, 4));
    }
}
