package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Scene;
import org.junit.jupiter.api.Test;

class AuditDeskTest {

    private final Scene scene = new Scene();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final AuditDesk desk = new AuditDesk(trail, () -> scene.programme);

    private String types(String words) {
        return Aloud.read(desk.commands()
                .getFirst()
                .typed()
                .carryOut(new Person("UOLGA"), words)
                .reply());
    }

    private void done(int times, String who) {
        for (var time = 0; time < times; time++) {
            trail.append(new AuditTrail.Entry(scene.clock.instant(), new Person(who), "preview", "round " + time));
        }
    }

    @Test
    void theLatestComesFirstByTheVenuesClock() {
        done(1, "UOLGA");
        scene.itIs("09:05");
        trail.append(new AuditTrail.Entry(scene.clock.instant(), new Person("nobody"), "reseat cohen", "by default"));

        assertThat(types("")).isEqualTo("""
                # What was done, the latest first
                - 27 Apr 09:05:00 nobody: reseat cohen, by default
                - 27 Apr 08:00:00 @UOLGA: preview, round 0""");
    }

    @Test
    void aLongTrailHasPages() {
        done(25, "UOLGA");
        done(3, "UANA");

        assertThat(types("").lines()).hasSize(1 + 20 + 1);
        assertThat(types("")).endsWith("[Earlier]");
        assertThat(types("20 from 20")).startsWith("# What was done before").doesNotContain("[Earlier]");
        assertThat(types("20 from 20").lines()).hasSize(1 + 8);
        assertThat(types("<@UANA|ana>").lines()).hasSize(1 + 3);
        assertThat(types("10 @UOLGA from 20").lines()).hasSize(1 + 5);
        assertThat(types("20 from 28")).isEqualTo("There is nothing earlier.");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(types("everything please")).startsWith("I don't understand \"everything please\".");
        assertThat(types("")).isEqualTo("Nothing was done yet.");
    }
}
