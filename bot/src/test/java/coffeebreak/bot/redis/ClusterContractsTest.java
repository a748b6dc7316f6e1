package coffeebreak.bot.redis;

import coffeebreak.bot.notices.OutboxContract;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/// Every kind of script and command the store has stays in one slot.
class ClusterContractsTest extends StoreContracts {

    private final RealCluster servers;

    ClusterContractsTest(RealCluster servers) {
        this.servers = servers;
    }

    @Override
    RedisStore store() {
        return servers.store();
    }

    @Nested
    class OutboxThere extends OutboxContract {
        OutboxThere() {
            super(store().outbox());
        }

        @Override
        protected void pass(Duration time) {
            try {
                Thread.sleep(time.plusMillis(2));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
