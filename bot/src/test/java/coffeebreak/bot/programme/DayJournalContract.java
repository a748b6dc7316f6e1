package coffeebreak.bot.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal of the day promises.
public abstract class DayJournalContract {

    private static final Delay DELAY =
            new Delay(0, LocalTime.of(14, 30), Duration.ofMinutes(15), Instant.parse("2026-04-26T17:40:00Z"));

    private DayJournal journal;

    /// An empty one.
    protected abstract DayJournal journal();

    @BeforeEach
    void isEmpty() {
        journal = journal();
    }

    @Test
    void atFirstNothingHasChanged() {
        assertThat(journal.current()).isEqualTo(DayChanges.NONE);
    }

    @Test
    void aChangeIsKeptAsItIs() {
        var changed = DayChanges.NONE.with(DELAY);

        assertThat(journal.replace(changed)).isTrue();
        assertThat(journal.current()).isEqualTo(changed);
    }

    @Test
    void everyKindOfChangeIsKeptAsItIs() {
        var said = Instant.parse("2026-04-26T17:52:00Z");
        var panel = new Session(
                "s12",
                "Panel Discussion",
                Kind.usual("panel").orElseThrow(),
                0,
                LocalTime.of(15, 30),
                LocalTime.of(16, 30),
                false,
                1,
                List.of("kempe"),
                List.of(),
                false,
                null,
                null,
                null);
        var guest = new ProgrammePerson(
                "ada", "Ada Byron", List.of(), Set.of(Role.SPEAKER), List.of(), null, null, List.of());
        var off = new CalledOff(
                panel,
                said,
                new CalledOff.Instead(
                        "instead-2", "Quiz", Kind.usual("session").orElseThrow(), guest, Duration.ofMinutes(20)),
                null);
        var changed = DayChanges.NONE
                .with(DELAY)
                .with(off)
                .with(new Saying("wifi", "SCI4DL", List.of("wifi"), null, said, ""))
                .with(new DayChanges.SignUpGate(false, said));
        for (var revision = 1; revision < changed.revision(); revision++) {
            journal.replace(new DayChanges(revision, revision, List.of(), List.of(), List.of(), null, null));
        }

        assertThat(journal.replace(changed)).isTrue();
        assertThat(journal.current()).isEqualTo(changed);
    }

    @Test
    void ofTwoChangesOfTheSameDayOneIsRefused() {
        var changed = DayChanges.NONE.with(DELAY);

        assertThat(journal.replace(changed)).isTrue();
        assertThat(journal.replace(DayChanges.NONE.withoutDelays())).isFalse();
        assertThat(journal.replace(changed.withoutDelays())).isTrue();
        assertThat(journal.current()).isEqualTo(changed.withoutDelays());
    }
}
