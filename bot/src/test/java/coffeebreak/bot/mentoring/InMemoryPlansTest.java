package coffeebreak.bot.mentoring;

import coffeebreak.bot.notices.InMemoryOutbox;
import java.time.InstantSource;

class InMemoryPlansTest extends PlansContract {

    InMemoryPlansTest() {
        var outbox = new InMemoryOutbox();
        super(new InMemoryPlans(outbox, InstantSource.system()), outbox);
    }
}
