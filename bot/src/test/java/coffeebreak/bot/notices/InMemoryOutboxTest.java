package coffeebreak.bot.notices;

import java.time.Duration;

class InMemoryOutboxTest extends OutboxContract {

    private final SettableClock storeClock;

    InMemoryOutboxTest() {
        var clock = new SettableClock();
        super(new InMemoryOutbox(clock));
        storeClock = clock;
    }

    @Override
    protected void pass(Duration time) {
        storeClock.advance(time);
    }
}
