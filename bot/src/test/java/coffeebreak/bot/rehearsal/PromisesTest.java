package coffeebreak.bot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.cli.Furnished;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.rehearsal.Rehearsal.Piece;
import coffeebreak.bot.rehearsal.Report.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A promise that cannot be broken is worth nothing: on one small day each is broken once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesTest {

    private static final Set<Sabotage> ON_THE_DAY = EnumSet.of(Sabotage.TOLD_TWICE, Sabotage.OLD_TIME);

    private Played played;

    @BeforeAll
    void aDayIsPlayed() throws InterruptedException {
        var programme = YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 26), ZoneId.of("America/Sao_Paulo"));
        var piece = new Piece(programme, YamlRoster.demo(programme, Instant.EPOCH), List.of(), 14, 0, 1, ON_THE_DAY);
        try (var redis = TemporaryRedis.start()) {
            played = new Rehearsal(Furnished::settings).played(piece, redis.address(), new Silent());
        }
    }

    @Test
    void whatIsDoneOnTheDayBreaksNothingElse() {
        assertThat(broken(played))
                .containsExactlyInAnyOrder(beginning("Nobody was told"), beginning("After the delay"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOLD_TWICE", "OLD_TIME"})
    void eachOfTheOthersBreaksOnePromiseMore(Sabotage sabotage) {
        var before = broken(played);
        var after = broken(Tampering.with(Set.of(sabotage), played));

        assertThat(after).containsAll(before).hasSize(before.size() + 1);
    }

    @Test
    void togetherTheyBreakEveryPromise() {
        var broken = new HashSet<String>();
        for (var sabotage : Sabotage.values()) {
            broken.addAll(broken(Tampering.with(Set.of(sabotage), played)));
        }

        assertThat(Judgement.of(played)).extracting(Promise::name).containsExactlyInAnyOrderElementsOf(broken);
    }

    private String beginning(String words) {
        return Judgement.of(played).stream()
                .map(Promise::name)
                .filter(name -> name.startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> broken(Played day) {
        return Judgement.of(day).stream()
                .filter(promise -> !promise.kept())
                .map(Promise::name)
                .collect(Collectors.toSet());
    }

    private static final class Silent implements Rehearsal.Watch {
        @Override
        public void at(Instant now, int acts) {}

        @Override
        public void event(String line) {}
    }
}
