package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.redis.RedisStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of what people said: edited, asked for, forgotten, kept no longer than it is needed. One day in the
/// local workspace, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataStoriesTest {

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 62.
    @Test
    @Order(1)
    void anEditedQuestionGetsOneAnswerWhichIsEdited() {
        var ana = day.person("UANA");
        ana.writes("when is lunch?").sees("12:30");

        ana.edits("when does Julia Kempe speak?");

        ana.sees("14:00");
        assertThat(ana.countOf("12:30")).isZero();
        assertThat(ana.countOf("14:00")).isEqualTo(1);
    }

    /// Scenario 69.
    @Test
    @Order(2)
    void whoseAccountIsDeactivatedGivesUpTheSeatAndIsNotWrittenTo() {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        var plan = store().plans().current();
        var seat = plan.seats().stream()
                .filter(each -> each.state().taken())
                .findFirst()
                .orElseThrow();
        var gone = seat.mentee();
        until("the seat is told", () -> day.person(gone.id()).countOf("You sit with") == 1);

        day.person(gone.id()).leaves();

        until("the seat is free", () -> store().plans().current().takenBy(gone).isEmpty());
        var next = store().plans().current().at(plan.table(seat.table()).orElseThrow());
        assertThat(next)
                .as("whoever waited for this break")
                .isNotEmpty()
                .noneMatch(each -> each.mentee().equals(gone));
        until("the notices have left", () -> store().outbox().counts().waiting() == 0);
        assertThat(callsTo(gone)).as("the seat, and nothing more").isEqualTo(1);
        marta.commands("/coffee-admin status").seesInGeneral("Cannot be reached");
    }

    private long callsTo(Person person) {
        return day.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage")
                        && call.toString().contains("\"channel\":\"" + person.id() + "\""))
                .count();
    }

    private RedisStore store() {
        return day.part(RedisStore.class);
    }

    private static void until(String what, BooleanSupplier reached) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
