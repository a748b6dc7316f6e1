package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An organizer sees the day before it comes, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RehearsalStoriesTest {

    private static final Duration A_DAY_IS_PLAYED = Duration.ofMinutes(5);

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 37.
    @Test
    @Order(1)
    void nobodyButAnOrganizerStartsARehearsal() {
        day.person("UANA").commands("/coffee-admin rehearse 8 people").seesInGeneral("Only organizers can do that");
        day.person("UORGA")
                .commands("/coffee-admin rehearse a bit")
                .seesInGeneral("I don't understand \"a bit\" as a rehearsal. Say for example");
        day.person("UORGA").commands("/coffee-admin rehearse stop").seesInGeneral("No rehearsal is being played.");
    }

    /// Scenario 72.
    @Test
    @Order(2)
    void theWholeDayIsPlayedElsewhereAndTheRealOneIsNotTouched() {
        var marta = day.person("UORGA");
        var before = kept();

        marta.commands("/coffee-admin rehearse 8 people").seesInGeneral("The rehearsal begins, with 8 invented people");
        marta.commands("/coffee-admin rehearse").seesInGeneral("A rehearsal is being played already.");

        marta.awaits("In the rehearsal it is");
        marta.awaits("The rehearsal went well", A_DAY_IS_PLAYED);
        assertThat(marta.countOf("The rehearsal went well")).isEqualTo(1);
        assertThat(marta.countOf("Every promise was kept")).isEqualTo(1);
        assertThat(marta.countOf("In the rehearsal it is"))
                .as("one message, edited")
                .isZero();
        assertThat(new String(marta.receives("rehearsal.html"), StandardCharsets.UTF_8))
                .contains("Every promise was kept")
                .contains("8 invented people");
        assertThat(day.person("UANA").countOf("")).as("what others read of it").isZero();
        assertThat(kept()).isEqualTo(before);
    }

    /// Scenario 72: it can be stopped.
    @Test
    @Order(3)
    void aRehearsalThatIsStoppedLeavesNothing() {
        var marta = day.person("UORGA");
        var before = kept();

        marta.commands("/coffee-admin rehearse 8 people x60").seesInGeneral("The rehearsal begins");
        marta.commands("/coffee-admin rehearse stop").seesInGeneral("The rehearsal is stopped.");

        marta.awaits("The rehearsal was stopped. Nothing of it is left.", A_DAY_IS_PLAYED);
        assertThat(marta.countOf("The rehearsal was stopped. Nothing of it is left."))
                .isEqualTo(1);
        assertThat(kept()).isEqualTo(before);
    }

    /// Everything but the trail of what organizers typed, and that something was typed at all.
    private Map<String, String> kept() {
        return new EverythingKept(day.redis()).without(":audit", ":seen:", ":inbox:", "outbox:pace", ":rest:");
    }
}
