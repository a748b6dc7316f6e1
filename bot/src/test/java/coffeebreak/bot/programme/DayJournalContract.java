package coffeebreak.bot.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
    void ofTwoChangesOfTheSameDayOneIsRefused() {
        var changed = DayChanges.NONE.with(DELAY);

        assertThat(journal.replace(changed)).isTrue();
        assertThat(journal.replace(DayChanges.NONE.withoutDelays())).isFalse();
        assertThat(journal.replace(changed.withoutDelays())).isTrue();
        assertThat(journal.current()).isEqualTo(new DayChanges(2, java.util.List.of()));
    }
}
