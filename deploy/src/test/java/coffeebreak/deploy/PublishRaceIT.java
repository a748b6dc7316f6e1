package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two organizers publish within the same second, on two bots with one Redis: one wins, everybody is told once.
///
/// `-Drace.times=200` does it that often, `-Drace.seed=…` at other moments.
final class PublishRaceIT {

    private static final int TIMES = Integer.getInteger("race.times", 5);
    private static final long SEED = Long.getLong("race.seed", 2026);

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void ofTwoWhoPublishWithinTheSameSecondOneWinsAndEverybodyIsToldOnce() throws Exception {
        List<Race.Outcome> outcomes = new ArrayList<>();
        try (Race race = Race.start(folder, SEED)) {
            for (int time = 1; time <= TIMES; time++) {
                outcomes.add(race.run());
                System.out.println(time + ": " + outcomes.getLast());
            }
        }
        System.out.println(table(outcomes));

        assertThat(outcomes).hasSize(TIMES).allSatisfy(outcome -> {
            assertThat(outcome.winners()).as("winners in %s", outcome).isEqualTo(1);
            assertThat(outcome.rounds()).as("rounds in %s", outcome).isEqualTo(1);
            assertThat(outcome.answer()).as("what the other read").isNotEqualTo(Race.Answer.SOMETHING_ELSE);
            assertThat(outcome.missing()).as("missing in %s", outcome).isZero();
            assertThat(outcome.twice()).as("twice in %s", outcome).isZero();
        });
    }

    private static String table(List<Race.Outcome> outcomes) {
        return """
                times  one winner  read "is publishing"  read "has published"  notices missing  twice
                %5d  %10d  %20d  %20d  %15d  %5d
                """.formatted(
                        outcomes.size(),
                        outcomes.stream().filter(each -> each.winners() == 1).count(),
                        count(outcomes, Race.Answer.IS_PUBLISHING),
                        count(outcomes, Race.Answer.HAS_PUBLISHED),
                        outcomes.stream().mapToInt(Race.Outcome::missing).sum(),
                        outcomes.stream().mapToInt(Race.Outcome::twice).sum());
    }

    private static long count(List<Race.Outcome> outcomes, Race.Answer answer) {
        return outcomes.stream().filter(each -> each.answer() == answer).count();
    }
}
