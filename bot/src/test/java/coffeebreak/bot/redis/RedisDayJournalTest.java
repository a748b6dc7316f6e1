package coffeebreak.bot.redis;

import coffeebreak.bot.programme.DayJournal;
import coffeebreak.bot.programme.DayJournalContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisDayJournalTest extends DayJournalContract {

    private final RealRedis redis;

    RedisDayJournalTest(RealRedis redis) {
        this.redis = redis;
    }

    @Override
    protected DayJournal journal() {
        return redis.store().dayJournal();
    }
}
