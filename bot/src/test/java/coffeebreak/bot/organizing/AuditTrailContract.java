package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every audit trail does.
public abstract class AuditTrailContract {

    private final AuditTrail trail;

    /// @param trail with nothing in it
    protected AuditTrailContract(AuditTrail trail) {
        this.trail = trail;
    }

    @Test
    void theLatestEntriesComeFirst() {
        assertThat(trail.latest(3)).isEmpty();
        for (int round = 1; round <= 4; round++) {
            trail.append(entry(round));
        }

        assertThat(trail.latest(3)).containsExactly(entry(4), entry(3), entry(2));
    }

    private static AuditTrail.Entry entry(int round) {
        return new AuditTrail.Entry(
                Instant.parse("2026-04-26T12:00:00Z"), new Person("U-org"), "publish round " + round, "published");
    }
}
