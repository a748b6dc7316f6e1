package coffeebreak.bot.signup;

import coffeebreak.bot.notices.SettableClock;
import java.time.Duration;

class InMemoryDraftsTest extends DraftsContract {

    private final SettableClock clock;

    InMemoryDraftsTest() {
        var settable = new SettableClock();
        super(new InMemoryDrafts(settable, LIFETIME));
        clock = settable;
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
