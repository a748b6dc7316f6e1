package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.EveryIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Scene;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

    private static final Person STRANGER = new Person("U-stranger");

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final Office office = new Office(scene);

    static Stream<ChatIntent.OfOrganizer> everythingAnOrganizerCanDo() {
        return Stream.concat(
                new Office(new Scene())
                        .commands.all().stream().map(command -> new ChatIntent.OrganizerCommand(command.name(), "")),
                EveryIntent.samples()
                        .filter(ChatIntent.OfOrganizer.class::isInstance)
                        .map(ChatIntent.OfOrganizer.class::cast));
    }

    @ParameterizedTest
    @MethodSource("everythingAnOrganizerCanDo")
    void nobodyElseCanDoItAndTheAttemptIsWrittenDown(ChatIntent.OfOrganizer intent) {
        scene.signUp("Ana");
        office.types("preview");
        var drafts = scene.plans.latestDraft();

        assertThat(office.presses(STRANGER, intent))
                .isEqualTo("Only organizers can do that. If you are one, ask the person who runs this bot to add you.");
        assertThat(office.audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(STRANGER);
            assertThat(entry.outcome()).isEqualTo("refused: not an organizer");
            assertThat(entry.at()).isEqualTo(scene.clock.instant());
        });
        assertThat(scene.mentoring.plan().published()).isFalse();
        assertThat(scene.plans.latestDraft()).isEqualTo(drafts);
        assertThat(scene.owed).isEmpty();
    }

    @Test
    void everyCommandHasItsOwnNameAndExamplesThatBeginWithIt() {
        var names = new HashSet<String>();
        assertThat(office.commands.all()).allSatisfy(command -> {
            assertThat(names.add(command.name())).as(command.name()).isTrue();
            assertThat(command.examples())
                    .isNotEmpty()
                    .allMatch(example -> example.equals(command.name()) || example.startsWith(command.name() + " "));
            assertThat(command.does()).doesNotEndWith(".");
        });
    }

    @Test
    void helpNamesEveryCommandAndShowsHowOneIsUsed() {
        assertThat(office.types("")).startsWith("# What organizers can do");
        assertThat(office.commands.all()).allSatisfy(command -> {
            if (!command.name().equals("help")) {
                assertThat(office.types("help")).contains("- " + command.written() + " " + command.does());
            }
            assertThat(office.types("help " + command.name())).startsWith("# " + command.written());
        });
        assertThat(office.types("help delay")).isEqualTo("""
                # /coffee-admin delay MINUTES [from TIME] | off
                It lets the day run late, and everything follows; "delay off" takes it back.
                For example:
                - /coffee-admin delay 15m from 14:30
                - /coffee-admin delay 10
                - /coffee-admin delay off""");
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheOneThatWasMeant() {
        for (var typed : List.of("privew", "prev", "PREVIEWS")) {
            assertThat(office.types(typed))
                    .startsWith("I don't know \"" + typed + "\". Did you mean this?")
                    .contains("- /coffee-admin preview runs the matching");
        }
        assertThat(office.types("waltz with me"))
                .startsWith("I don't know \"waltz with me\".")
                .contains("/coffee-admin status");
        assertThat(office.audit.latest(1))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("unknown command", "unknown"));
    }

    @Test
    void whoeverIsNamedIsAnOrganizerAndNobodyElse() {
        assertThat(office.organizers.contains(OLGA)).isTrue();
        assertThat(office.organizers.contains(STRANGER)).isFalse();
    }
}
