package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Those of a new table of peers are brought together in one conversation, besides the message each of them gets.
class PeerGroupsTest {

    /// One mentor's seat in the morning, which Ana gets; Bo, Cy and Di sit together.
    private final Scene scene =
            new Scene(new MatchingSettings(Stage.PHD2, true)).offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron"));

    private void publish() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        for (var name : List.of("Bo", "Cy", "Di")) {
            scene.signUp(name, Stage.PHD3, "", Set.of(MORNING), false);
        }
        scene.publish();
    }

    private List<Notice> together() {
        return scene.news().stream().filter(Notice::toSeveral).toList();
    }

    private void declines(String name) {
        var seat = scene.mentoring.plan().peers().of(person(name)).getFirst().seat();
        scene.mentoring.decline(person(name), seat.id());
    }

    @Test
    void oneMessageForTheTableSaysHowToBeginAndNamesNobody() {
        publish();

        var told = together();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().everybody()).containsExactlyInAnyOrder(person("bo"), person("cy"), person("di"));
        assertThat(Aloud.read(told.getFirst().content().message())).isEqualTo("""
                You sit together in Coffee Break 1. You can say hello here.
                To begin with: you care about loss landscapes. What about it puzzles each of you at the moment?
                (When and where, and what to do if you can't come: see what I wrote to each of you alone.)""");
        assertThat(scene.outbox.waiting())
                .filteredOn(notice -> !notice.toSeveral())
                .as("each alone")
                .hasSize(4);
    }

    @Test
    void onlyThoseAreThereWhoAgreedThatTheirTableMaySeeTheirName() {
        var shy = scene.signUp("Ed", Stage.PHD3, "", Set.of(MORNING), false);
        scene.change(Scene.agreeing(shy, EnumSet.of(Consent.PEERS)));
        publish();

        assertThat(together())
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.everybody()).doesNotContain(person("ed")))
                .anySatisfy(notice ->
                        assertThat(Aloud.read(notice.content().message())).contains("with one more participant"));
    }

    @Test
    void whenTheTableChangesAfterwardsTheMessageIsEditedAndNoOtherConversationOpened() {
        publish();
        var first = together().getFirst();
        declines("bo");
        var changed = together();
        declines("cy");

        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().content())
                .isInstanceOfSatisfying(
                        Content.TakeBack.class,
                        edit -> assertThat(edit.notice()).isEqualTo(first.id()));
        assertThat(Aloud.read(changed.getFirst().content().message())).contains("has changed");
        assertThat(together())
                .extracting(Notice::id)
                .as("the same again owes nothing")
                .isSubsetOf(changed.getFirst().id());
    }

    @Test
    void whoBlocksSomebodyBeforeItLeftIsNotBroughtTogetherWithThem() {
        publish();
        scene.blocks.change(person("bo"), List.of(person("cy")), List.of());
        scene.mentoring.separate(person("bo"));

        assertThat(scene.outbox.waiting()).noneMatch(Notice::toSeveral);
    }

    @Test
    void whoTakesBackThatTheirTableMaySeeThemIsNotBroughtTogetherWithIt() {
        publish();
        var bo = scene.profiles.find(person("bo")).orElseThrow();
        scene.change(Scene.agreeing(bo, EnumSet.of(Consent.PEERS)));
        scene.mentoring.renewCards(person("bo"));

        assertThat(scene.outbox.waiting()).noneMatch(Notice::toSeveral);
    }

    @Test
    void whoIsForgottenIsNamedByNoMessageThatWaits() {
        publish();
        for (var name : List.of("bo", "cy")) {
            scene.mentoring.forget(person(name));
            scene.outbox.dropFor(person(name));
        }

        assertThat(scene.outbox.waiting())
                .allSatisfy(notice -> assertThat(notice.everybody()).doesNotContain(person("bo"), person("cy")));
        assertThat(scene.mentoring.plan().toString()).doesNotContain("U-bo", "U-cy");
    }

    @Test
    void whereItIsSwitchedOffEverybodyIsWrittenToAlone() {
        var alone = new Scene().offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron"));
        for (var name : List.of("Bo", "Cy", "Di", "Ed")) {
            alone.signUp(name, Stage.PHD3, "", Set.of(MORNING), false);
        }
        alone.publish();

        assertThat(alone.news()).noneMatch(Notice::toSeveral);
    }
}
