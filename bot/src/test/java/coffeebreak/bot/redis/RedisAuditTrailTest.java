package coffeebreak.bot.redis;

import coffeebreak.bot.organizing.AuditTrailContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisAuditTrailTest extends AuditTrailContract {

    RedisAuditTrailTest(RealRedis redis) {
        super(redis.store().auditTrail());
    }
}
