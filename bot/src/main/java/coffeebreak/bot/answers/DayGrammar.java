package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Programme;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads which day of the programme is meant: "the second day", "day 2", "the last day", and where the date is set
/// also "Tuesday" and "April 27".
final class DayGrammar {

    /// A day that the programme does not have.
    static final int NONE = Integer.MAX_VALUE;

    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7, "eighth", 8);
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight");

    private final Programme programme;
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    private final Map<String, Month> months = new HashMap<>();

    DayGrammar(Programme programme) {
        this.programme = programme;
        for (var day : DayOfWeek.values()) {
            weekdays.put(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT), day);
        }
        Map.of("mon", 1, "tue", 2, "tues", 2, "wed", 3, "thu", 4, "thur", 4, "thurs", 4, "fri", 5)
                .forEach((name, day) -> weekdays.put(name, DayOfWeek.of(day)));
        for (var month : Month.values()) {
            var name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            months.put(name, month);
            months.put(name.substring(0, 3), month);
        }
        // "May" is what one may do, far more often than a month.
        months.remove("may");
    }

    /// A day that is named from that word on.
    Optional<Mark> at(List<Word> words, int from) {
        return ordinal(words, from).or(() -> weekday(words, from)).or(() -> date(words, from));
    }

    private static String text(List<Word> words, int index) {
        return index < words.size() ? words.get(index).text() : "";
    }

    private static Optional<Mark> day(int from, int to, int index) {
        return Optional.of(new Mark(from, to, new Meaning.Day(index)));
    }

    private Optional<Mark> ordinal(List<Word> words, int from) {
        var first = text(words, from);
        var second = text(words, from + 1);
        if (second.equals("day")) {
            if (first.matches("last|final")) {
                return day(from, from + 2, programme.days() - 1);
            }
            var place = ORDINALS.getOrDefault(first, first.matches("\\d(st|nd|rd|th)") ? first.charAt(0) - '0' : 0);
            return place > 0 ? day(from, from + 2, within(place - 1)) : Optional.empty();
        }
        if (first.equals("day") && (second.matches("\\d") || NUMBERS.indexOf(second) > 0)) {
            var number = second.matches("\\d") ? second.charAt(0) - '0' : NUMBERS.indexOf(second);
            return day(from, from + 2, within(number - 1));
        }
        return Optional.empty();
    }

    private int within(int index) {
        return index >= 0 && index < programme.days() ? index : NONE;
    }

    private Optional<Mark> weekday(List<Word> words, int from) {
        var named = weekdays.get(text(words, from));
        var first = programme.date();
        if (named == null || first == null) {
            return Optional.empty();
        }
        for (var index = 0; index < programme.days(); index++) {
            if (first.plusDays(index).getDayOfWeek() == named) {
                return day(from, from + 1, index);
            }
        }
        return day(from, from + 1, NONE);
    }

    /// "April 27", "27 April", "27th of April".
    private Optional<Mark> date(List<Word> words, int from) {
        var first = programme.date();
        if (first == null) {
            return Optional.empty();
        }
        var month = months.get(text(words, from));
        if (month != null) {
            var number = number(text(words, from + 1));
            return number.isPresent() ? day(from, from + 2, index(first, month, number.getAsInt())) : Optional.empty();
        }
        var number = number(text(words, from));
        var to = text(words, from + 1).equals("of") ? from + 2 : from + 1;
        month = months.get(text(words, to));
        return month != null && number.isPresent()
                ? day(from, to + 1, index(first, month, number.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,2}(st|nd|rd|th)?")
                ? OptionalInt.of(Integer.parseInt(text.replaceAll("\\D", "")))
                : OptionalInt.empty();
    }

    private int index(LocalDate first, Month month, int dayOfMonth) {
        try {
            var day = MonthDay.of(month, dayOfMonth).atYear(first.getYear());
            return within((int) ChronoUnit.DAYS.between(first, day));
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }
}
