package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every keeper of announcements does.
public abstract class AnnouncementsContract {

    private static final Instant NOW = Instant.parse("2026-04-26T17:40:00Z");

    private final Announcements announcements;

    /// @param announcements with nothing in them
    protected AnnouncementsContract(Announcements announcements) {
        this.announcements = announcements;
    }

    private static Announcement draft(int number) {
        return new Announcement(number, 1, "Lunch! 🥗", "everybody", true, new Person("U-olga"), "", List.of(), NOW, 0);
    }

    @Test
    void whatWasAnnouncedComesBackAsItWas() {
        var sent = draft(2).sentTo(List.of(new Person("U-ana"), new Person("U-bo")), NOW);

        assertThat(announcements.replace(draft(2))).isTrue();
        assertThat(announcements.replace(sent)).isTrue();
        assertThat(announcements.replace(draft(1))).isTrue();

        assertThat(announcements.all()).containsExactly(draft(1), sent);
    }

    @Test
    void ofManyWhoSendAtOnceOneDoes() {
        announcements.replace(draft(1));
        var sent = IntStream.range(0, 20)
                .parallel()
                .filter(_ -> announcements.replace(draft(1).sentTo(List.of(new Person("U-ana")), NOW)))
                .count();

        assertThat(sent).isEqualTo(1);
    }
}
