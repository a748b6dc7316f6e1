package coffeebreak.bot.notices;

import java.time.Duration;

/// Time that passes with a settable clock: whoever rests moves it.
public record SettablePassage(SettableClock clock) implements Passage {

    @Override
    public long nanoseconds() {
        var now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    @Override
    public void rest(Duration time) {
        clock.advance(time);
    }
}
