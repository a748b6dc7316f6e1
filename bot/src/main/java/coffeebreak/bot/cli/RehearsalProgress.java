package coffeebreak.bot.cli;

import coffeebreak.bot.rehearsal.Rehearsal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says on standard error what time of the rehearsed day it is.
record RehearsalProgress(Progress progress, ZoneId zone) implements Rehearsal.Watch {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

    @Override
    public void at(Instant now, int acts) {
        progress.step("playing the day", WHEN.format(now.atZone(zone)));
    }

    @Override
    public void event(String line) {
        progress.note(line);
    }
}
