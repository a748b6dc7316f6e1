package coffeebreak.bot.files;

import coffeebreak.bot.programme.Session;
import java.util.List;

/// How lists name a break: by its number, its time, or the half of the day it is in.
final class BreakWords {

    private static final List<String> ORDINALS = List.of("first|1st|one", "second|2nd|two", "third|3rd|three");

    private BreakWords() {}

    /// Whether words in lower case mean the break that is the how manieth, from 0.
    static boolean mean(String words, int index, Session coffeeBreak) {
        var start = coffeeBreak.start();
        var number = index + 1 + (index < ORDINALS.size() ? "|" + ORDINALS.get(index) : "");
        return words.matches("all|both|any|either|yes|(?:all|both|any) (?:coffee )?breaks?")
                || words.matches("(?:the )?(?:coffee )?(?:break ?)?#?(?:" + number + ")(?: (?:coffee )?break)?")
                || words.matches("0?" + start.getHour() + "[:.h]?0?" + start.getMinute() + "\\b.*")
                || words.matches("(?:the )?" + (start.getHour() < 12 ? "(?:morning|am)" : "(?:afternoon|pm)")
                        + "(?: (?:coffee )?break)?");
    }
}
