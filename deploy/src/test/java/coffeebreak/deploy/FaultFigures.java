package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// How often somebody misses a notice, sees it twice or out of order, while everything fails again and again; and how
/// often with one rule of the delivery broken, or the zeros would mean nothing. `-Dfaults.seed=…` does it at other
/// moments, `-Dfaults.announcements=30` with 3,000 notices and as many fewer kills.
@TestInstance(Lifecycle.PER_CLASS)
final class FaultFigures {

    static final long SEED = Long.getLong("faults.seed", 2026);
    private static final Path FIGURES = Shipped.file("target/faults");

    private static final int ANNOUNCEMENTS = Integer.getInteger("faults.announcements", 100);
    private static final FaultPlan WHOLE = new FaultPlan(
            "as it ships", SEED, 3, 100, ANNOUNCEMENTS, often(40), often(10), often(10), 8, 60, true, 0, null);
    private static final FaultPlan CONTROL = new FaultPlan("control", SEED, 2, 100, 10, 2, 1, 1, 4, 60, true, 0, null);

    private final List<FaultRun.Outcome> outcomes = new ArrayList<>();

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void everybodyIsToldOnceAndInOrderThoughEverythingFailsAgainAndAgain() throws Exception {
        assertOnceAndInOrder(outcome(WHOLE));
    }

    @Test
    void theSameFaultsInShortLeaveNoTrace() throws Exception {
        assertOnceAndInOrder(outcome(CONTROL.broken("as it ships, short", 0, null)));
    }

    @Test
    void sendingAgainWithoutLookingShowsSomeTwice() throws Exception {
        Path naive = brokenClaim("naive", "return claim(id, 'sending', now, lease, intervals)");

        FaultRun.Outcome outcome = outcome(CONTROL.broken("sent again unsure", 0, naive));

        assertThat(outcome.twice()).isPositive();
    }

    @Test
    void neverSendingAgainLosesSome() throws Exception {
        Path atMostOnce = brokenClaim("at-most-once", "finish(id, 'delivered')");

        FaultRun.Outcome outcome = outcome(CONTROL.broken("never sent again", 0, atMostOnce));

        assertThat(outcome.missing()).isPositive();
    }

    @Test
    void aChatThatShowsItsMessagesLaterThanTheSettlingTimeShowsSomeTwice() throws Exception {
        FaultRun.Outcome outcome = outcome(CONTROL.broken("history too slow", 2.0 * CONTROL.settle(), null));

        assertThat(outcome.twice()).isPositive();
    }

    @AfterAll
    void print() {
        System.out.println(FaultRun.Outcome.table(outcomes));
    }

    /// In proportion to the notices.
    private static int often(int whole) {
        return Math.ceilDiv(whole * ANNOUNCEMENTS, 100);
    }

    private FaultRun.Outcome outcome(FaultPlan plan) throws Exception {
        FaultRun.Outcome outcome = run(plan, folder.resolve(slug(plan)));
        outcomes.add(outcome);
        return outcome;
    }

    /// Runs a plan, prints what came of it, and keeps it.
    static FaultRun.Outcome run(FaultPlan plan, Path folder) throws Exception {
        try (FaultRun run = FaultRun.start(plan, folder)) {
            FaultRun.Outcome outcome = run.run();
            System.out.println(FaultRun.Outcome.table(List.of(outcome)));
            Files.writeString(
                    Files.createDirectories(FIGURES).resolve("%s-%d.json".formatted(slug(plan), plan.seed())),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(outcome));
            return outcome;
        }
    }

    private static String slug(FaultPlan plan) {
        return plan.name().replaceAll("\\W+", "-");
    }

    static void assertOnceAndInOrder(FaultRun.Outcome outcome) {
        assertThat(outcome.missing()).as("missing in %s", outcome).isZero();
        assertThat(outcome.twice()).as("twice in %s", outcome).isZero();
        assertThat(outcome.outOfOrder()).as("out of order in %s", outcome).isZero();
    }

    /// The jar's own script that hands notices out, with another rule for those that are in doubt.
    private Path brokenClaim(String name, String rule) throws IOException {
        String whole = "return claim(id, 'looking', now, lease, intervals)";
        try (JarFile jar = new JarFile(RunningJar.JAR.toFile())) {
            String script = new String(
                    jar.getInputStream(
                                    Objects.requireNonNull(jar.getJarEntry("BOOT-INF/classes/redis/outbox-claim.lua")))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(script).as("the rule to break").containsOnlyOnce(whole);
            Path broken = folder.resolve(name);
            Path file = broken.resolve("redis/outbox-claim.lua");
            Files.createDirectories(file.getParent());
            Files.writeString(file, script.replace(whole, rule));
            return broken;
        }
    }
}
