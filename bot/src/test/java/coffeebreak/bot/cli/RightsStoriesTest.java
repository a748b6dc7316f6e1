package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.EveryIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.organizing.Command;
import coffeebreak.bot.organizing.Commands;
import coffeebreak.bot.organizing.Refusal;
import coffeebreak.bot.redis.RedisStore;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Everything organizers can do, as the bot puts it together: nobody else can, and the module's page lists all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsStoriesTest {

    private static final Path PAGE = Path.of("src/main/java/coffeebreak/bot/organizing/README.md");
    private static final String ONLY =
            "Only organizers can do that. If you are one, ask the person who runs this bot to add you.";
    private static final int ALL = 10_000;

    private LocalDay day;
    private Commands commands;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
        commands = day.parts().commands();
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        Visitor.await("everything has left", () -> store().outbox().counts().waiting() == 0 ? Boolean.TRUE : null);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 37: every command, every button and every form, by a participant, a mentor, a guest and a stranger.
    @Test
    void nobodyButAnOrganizerCanDoAnythingOfTheirs() {
        var acts = Stream.concat(
                        commands.all().stream()
                                .flatMap(command -> Stream.concat(
                                        Stream.of(new ChatIntent.OrganizerCommand(command.name(), "")),
                                        command.examples().stream()
                                                .map(example -> new ChatIntent.OrganizerCommand(
                                                        command.name(),
                                                        example.substring(command.name()
                                                                        .length())
                                                                .strip())))),
                        EveryIntent.samples()
                                .filter(ChatIntent.OfOrganizer.class::isInstance)
                                .map(ChatIntent.OfOrganizer.class::cast))
                .toList();
        assertThat(acts).hasSizeGreaterThan(20);
        var before = everything();
        var lines = store().auditTrail().latest(ALL).size();

        for (var who : List.of("UANA", "UMCOHEN", "U0GUEST", "UNOBODY")) {
            for (var act : acts) {
                var reply = commands.hear(new Person(who), act);

                assertThat(reply).as(who + ": " + act).isEqualTo(new Reply.Say(Message.of(ONLY)));
                lines++;
                var trail = store().auditTrail().latest(ALL);
                assertThat(trail).as("one line for each attempt").hasSize(lines);
                assertThat(trail.getFirst().who()).isEqualTo(new Person(who));
                assertThat(trail.getFirst().outcome()).isEqualTo("refused: not an organizer");
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    /// Everything but the trail.
    private List<Object> everything() {
        var store = store();
        return List.of(
                store.plans().current(),
                store.plans().latestDraft(),
                store.dayJournal().current(),
                store.outbox().counts(),
                store.profiles().all().size(),
                store.hosts().all(),
                store.blocks().said().lines(),
                store.appointed().all(),
                store.remains().report());
    }

    /// Over the wire as well: the refusal is seen by whoever typed it, and by nobody else.
    @Test
    void theRefusalIsPrivate() {
        day.person("UANA").commands("/coffee-admin publish").seesInGeneral("Only organizers can do that");

        assertThat(day.person("UBO").seesNothingIn("C0GENERAL", "Only organizers can do that"))
                .isTrue();
    }

    @Test
    void thePageOfTheModuleListsEveryCommandAndEveryRefusal() throws IOException {
        assertThat(commands.all()).extracting(Command::name).doesNotHaveDuplicates();
        var page = page();
        if (Boolean.getBoolean("pages.rewrite")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readAllLines(PAGE))
                .as("run this test with -Dpages.rewrite=true and review what it wrote")
                .containsExactlyElementsOf(page.lines().toList());
    }

    private String page() {
        var lines = new ArrayList<String>();
        lines.add("# What organizers can do");
        lines.add("");
        lines.add(
                "Written by [`RightsStoriesTest`](../../../../../test/java/coffeebreak/bot/cli/RightsStoriesTest.java) from the "
                        + "[registry](Commands.java), which fails when this page is stale; `-Dpages.rewrite=true` writes it anew.");
        lines.add(
                "Each command works typed behind `/coffee-admin`, and by the buttons of what it shows. `…` stands for "
                        + "what a refusal names.");
        var listed = new HashSet<Refusal>();
        for (var command : commands.all()) {
            lines.add("");
            lines.addAll(section(command));
            listed.addAll(command.refusals());
        }
        var others = refusals().filter(refusal -> !listed.contains(refusal)).toList();
        if (!others.isEmpty()) {
            lines.add("");
            lines.add("## Refused whatever was asked for, or by a button");
            lines.add("");
            others.forEach(refusal -> lines.add(line(refusal)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> section(Command command) {
        var lines = new ArrayList<String>();
        lines.add("## `" + (command.name() + " " + command.usage()).strip() + "`");
        lines.add("");
        lines.add(command.does().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + command.does().substring(1) + ".");
        lines.add("");
        lines.add("For example: "
                + String.join(
                        ", ",
                        command.examples().stream()
                                .map(example -> "`/coffee-admin " + example + "`")
                                .toList())
                + ".");
        if (!command.refusals().isEmpty()) {
            lines.add("");
            command.refusals().forEach(refusal -> lines.add(line(refusal)));
        }
        return lines;
    }

    private static String line(Refusal refusal) {
        return "- *" + refusal.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + "*: "
                + refusal.template().replaceAll("%(\\d\\$)?[sd]", "…").replace("%%", "%");
    }

    /// Every constant of every enum of refusals there is.
    private static Stream<Refusal> refusals() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("coffeebreak.bot").stream()
                        .filter(kind -> kind.isEnum() && kind.isAssignableTo(Refusal.class))
                        .sorted(Comparator.comparing(kind -> kind.getName()))
                        .flatMap(kind -> Arrays.stream(kind.reflect().getEnumConstants()))
                        .map(Refusal.class::cast);
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
