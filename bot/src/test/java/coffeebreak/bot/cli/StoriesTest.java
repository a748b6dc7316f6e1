package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.workspace.CallTypes;
import coffeebreak.workspace.JournalCall;
import coffeebreak.workspace.Node;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One day in the local workspace, told in order. Everything is real but Slack's own servers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesTest {

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    @Test
    @Order(1)
    void whoeverSaysHiIsOfferedTwoVerbsAndNothingIsStored() {
        var ana = day.person("UANA");

        assertThat(ana.writes("hi").sees("Coffeebreak"))
                .contains("Find me a mentor")
                .contains("Ask about the day");
        assertThat(profile("UANA")).isEmpty();
    }

    @Test
    @Order(1)
    void everythingThatIsADutyIsLookedAt() {
        var written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("coffeebreak.bot").stream()
                        .filter(each -> each.isAssignableTo(Timekeeper.Duty.class) && !each.isInterface())
                        .map(JavaClass::getName);

        assertThat(day.parts().everyDuty().map(duty -> duty.getClass().getName()))
                .containsAll(written.toList());
    }

    @Test
    @Order(2)
    void theDayIsToldByTheClock() {
        var ana = day.person("UANA");

        ana.writes("what's next?").sees("Invited talk 1");
        ana.writes("when does Julia Kempe speak?").sees("14:00");
        ana.writes("what is the wifi password?").sees("don't know");
        day.clock.jumpTo(Instant.parse("2026-04-26T13:05:00Z"));
        ana.writes("what's on now?").sees("Jeremy Cohen");
        day.clock.jumpTo(LocalDay.START);
    }

    @Test
    @Order(3)
    void aSentenceSignsUpAfterItWasShownBackAndEachConsentAsked() {
        var bo = day.person("UBO");

        bo.writes("I'm a 2nd-year PhD at EPFL working on loss landscapes").sees("Did I get that right?");
        assertThat(profile("UBO")).isEmpty();
        bo.presses("That's right").sees("Question 1 of 4");
        bo.presses("Yes").sees("Question 2 of 4");
        bo.presses("No").sees("Question 3 of 4");
        bo.writes("no").sees("Question 4 of 4");
        bo.presses("Yes").sees("You are signed up");

        var saved = profile("UBO").orElseThrow();
        assertThat(saved.institution()).isEqualTo("EPFL");
        assertThat(saved.topics()).contains("loss-landscapes");
        assertThat(saved.consents()).containsExactlyInAnyOrder(Consent.CARD, Consent.PEERS);
        bo.seesAtHome("You are signed up");
    }

    @Test
    @Order(4)
    void onlyOrganizersMaySteerAndTheRefusalIsPrivate() {
        var ana = day.person("UANA");

        ana.commands("/coffee-admin publish").seesInGeneral("Only organizers can do that");
        assertThat(day.person("UKENJI").seesNothingIn("C0GENERAL", "Only organizers"))
                .isTrue();
        assertThat(store().plans().current().published()).isFalse();
    }

    @Test
    @Order(5)
    void anUnknownSubcommandIsAnsweredWithAShortHelp() {
        day.person("UORGA").commands("/coffee-admin pubish").seesInGeneral("/coffee-admin publish");
    }

    @Test
    @Order(6)
    void anOrganizerPublishesAndEverybodyIsToldOnce() {
        var marta = day.person("UORGA");

        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");

        var bo = day.person("UBO");
        assertThat(bo.sees("You sit with")).contains("Why this table").contains("I'll be there");
        marta.commands("/coffee-admin publish 1").seesInGeneral("published already");
        assertThat(bo.countOf("You sit with")).isEqualTo(1);
    }

    @Test
    @Order(7)
    void whoHasNoSeatSitsWithPeersAndTheyReadWhoCannotCome() {
        var peers = store().plans().current().peers();
        assertThat(peers.all()).isNotEmpty();
        var place = peers.places().getFirst();
        var told = day.person(place.seat().person().id());
        assertThat(told.sees("You sit with peers"))
                .contains("*With you:*")
                .contains("*To begin with:*")
                .contains("in line for");
        assertThat(told.countOf("No mentor's seat")).isZero();

        told.writes("my table").sees("You sit with peers");
        told.writes("I can't come").sees("the others at your table of peers are told");
        assertThat(store().plans().current().peers().of(place.seat().person())).isEmpty();
        var left = place.table().expected().stream()
                .filter(person -> !person.equals(place.seat().person()))
                .findFirst()
                .orElseThrow();
        day.person(left.id()).sees("You sit with peers");
        assertThat(day.person(left.id()).countOf("You sit with peers")).isEqualTo(1);
    }

    @Test
    @Order(8)
    void whoBlocksSomebodyNeverSitsWithThemAndTheyCannotLearnOfIt() {
        var table = store().plans().current().peers().all().stream()
                .filter(each -> each.expected().size() > 2)
                .findFirst()
                .orElseThrow();
        var blocker = table.expected().getFirst();
        var blocked = table.expected().getLast();
        var says = day.person(blocker.id());

        says.writes("I'd rather not sit with <@" + blocked.id() + ">").sees("Nobody is told");
        says.writes("my blocks").sees("<@" + blocked.id() + ">");

        var after = store().plans().current().peers();
        assertThat(after.all())
                .noneMatch(each ->
                        each.expected().contains(blocker) && each.expected().contains(blocked));
        assertThat(after.of(blocked)).hasSize(1);
        var reads = day.person(blocked.id());
        reads.writes("my table").sees("You sit with peers");
        assertThat(reads.countOf("rather not")).isZero();
        assertThat(reads.countOf(blocker.id())).isZero();
        says.writes("I can sit with <@" + blocked.id() + "> again").sees("I may seat you with");
        assertThat(store().blocks().said().lines()).isEmpty();
    }

    @Test
    @Order(9)
    void whoCannotComeMakesRoomForTheFirstInLineAndTheCardFollows() {
        var before = store().plans().current();
        var seat = before.takenBy(new Person("UBO")).getFirst();
        var coffeeBreak = before.table(seat.table()).orElseThrow().coffeeBreak();
        var bo = day.person("UBO");

        bo.presses("Can't come").sees("goes to the next person in line");

        var after = store().plans().current();
        var table = after.table(seat.table()).orElseThrow();
        var moved = after.at(table).stream()
                .filter(each -> before.seat(each.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(before.standby().get(coffeeBreak)).contains(moved.mentee());
        assertThat(before.peers().of(moved.mentee())).hasSize(1);
        var next = day.person(moved.mentee().id());
        next.sees("is free for you");
        next.presses("Take it").sees("You said: I'll be there");
        assertThat(store().plans().current().peers().of(moved.mentee())).isEmpty();
        assertThat(bo.countOf("I'll be there")).isZero();
    }

    @Test
    @Order(10)
    void withoutRedisTheDayIsStillToldAndNothingIsAcknowledgedThatIsNotStored() {
        var ana = day.person("UANA");
        day.redisGoes();
        try {
            ana.writes("when is lunch?").sees("12:30");
            ana.writes("I'm a master's student at TU Munich working on grokking")
                    .sees("cannot reach my memory");
        } finally {
            day.redisComesBack();
        }
        ana.writes("I'm a master's student at TU Munich working on grokking").sees("Did I get that right?");
    }

    @Test
    @Order(11)
    void whoeverAsksToBeForgottenIs() {
        var bo = day.person("UBO");

        bo.writes("forget me").presses("Forget me").sees("Forgotten");

        assertThat(profile("UBO")).isEmpty();
        assertThat(store().plans().current().everBy(new Person("UBO"))).isEmpty();
        bo.writes("my profile").sees("nothing about you");
    }

    @Test
    @Order(12)
    void whoChoseToBeFoundIsFoundUntilTheyAreForgotten() {
        var ana = day.person("UANA");
        var kenji = day.person("UKENJI");

        ana.writes("find Zdeborova").sees("*Zdeborová*");
        ana.commands("/coffee find difusion models").seesInGeneral("*diffusion models*");
        ana.writes("any posters on grokking?").sees("I know no papers or posters yet, but:");
        ana.writes("find basket weaving").sees("I found no talk");

        kenji.writes("I'm a postdoc at MIT working on basket weaving").sees("Did I get that right?");
        kenji.presses("That's right").sees("Question 1 of 4");
        kenji.presses("No").sees("Question 2 of 4");
        kenji.presses("No").sees("Question 3 of 4");
        kenji.presses("Yes").sees("Question 4 of 4");
        kenji.presses("No").sees("You are signed up");
        ana.writes("who works on basket weaving?").sees("<@UKENJI>");
        kenji.writes("find basket weaving").sees("I found no talk");
        kenji.commands("/coffee recommend").seesInGeneral("comes close enough to your interests");

        kenji.writes("forget me").presses("Forget me").sees("Forgotten");
        ana.writes("who works on basket weaving?").sees("I found no talk");
    }

    @Test
    @Order(100)
    void whateverWasAskedOfSlackThatDayIsAsSlacksOwnTypesHaveIt(@TempDir Path folder) {
        var calls = day.calls();

        assertThat(calls).extracting(JournalCall::method).contains("chat.postMessage", "views.publish");
        assertThat(new CallTypes(Node.orSkip(), folder).complaints(calls)).isEmpty();
    }

    private RedisStore store() {
        return day.parts().store();
    }

    private Optional<Profile> profile(String id) {
        return store().profiles().find(new Person(id));
    }
}
