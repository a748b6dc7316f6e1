package coffeebreak.bot.files;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How tables write dates: `2026-04-26`, `26.04.2026`, `4/26/2026`, `Sunday, April 26, 2026`; or only `Day 2`,
/// `Monday`.
///
/// @param monthFirst how `4/5/2026` is meant
record DateWords(boolean monthFirst) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(\\p{L}+)\\.? (\\d{4})");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})");
    private static final int LONGEST_HEADING = 200;
    private static final Pattern WITHIN = Pattern.compile(
            "\\d{4}-\\d{1,2}-\\d{1,2}|(?<![-–—\\d])(?:\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? \\p{L}{3,9}\\.?,? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})");
    private static final Pattern COUNTED = Pattern.compile("(?i)\\bday ?#?\\d{1,2}\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern DAY = Pattern.compile("(?:day|tag|jour|dia)? ?#?(\\d{1,2})");

    /// Reads the dates of a table the way in which they lie closest to each other: dates of one event do.
    static DateWords of(Collection<String> written) {
        return new DateWords(spread(written, true) < spread(written, false));
    }

    /// Whether both ways of reading slashes give dates that lie equally close.
    static boolean ambiguous(Collection<String> written) {
        var dates = written.stream()
                .flatMap(each -> new DateWords(true).date(each).stream())
                .toList();
        return spread(written, true) == spread(written, false)
                && !dates.equals(written.stream()
                        .flatMap(each -> new DateWords(false).date(each).stream())
                        .toList());
    }

    private static long spread(Collection<String> written, boolean monthFirst) {
        var dates = new ArrayList<LocalDate>();
        for (var each : written) {
            var date = new DateWords(monthFirst).date(each);
            if (date.isEmpty() && NUMBERS.matcher(plain(each)).find()) {
                return Long.MAX_VALUE;
            }
            date.ifPresent(dates::add);
        }
        dates.sort(null);
        return dates.isEmpty() ? 0 : ChronoUnit.DAYS.between(dates.getFirst(), dates.getLast());
    }

    /// The words within a heading that say which day it is about: "11 May 2026" of "Day 1: Monday, 11 May 2026 (Aula)".
    static Optional<String> within(String heading) {
        if (heading.length() > LONGEST_HEADING) {
            return Optional.empty();
        }
        var words = new DateWords(false);
        return Stream.concat(
                        WITHIN.matcher(heading).results().map(MatchResult::group).filter(found -> words.date(found)
                                .isPresent()),
                        Stream.concat(
                                COUNTED.matcher(heading).results().map(MatchResult::group),
                                WORD.matcher(heading)
                                        .results()
                                        .map(MatchResult::group)
                                        .filter(found -> found.length() > 5
                                                && weekday(found).isPresent())))
                .findFirst();
    }

    /// Empty where it is no date.
    Optional<LocalDate> date(String written) {
        var words = plain(written);
        var iso = ISO.matcher(words);
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2), iso.group(3));
        }
        var numbers = NUMBERS.matcher(words);
        if (numbers.matches()) {
            var year = numbers.group(4).length() == 2 ? "20" + numbers.group(4) : numbers.group(4);
            return monthFirst && !numbers.group(2).equals(".")
                    ? of(year, numbers.group(1), numbers.group(3))
                    : of(year, numbers.group(3), numbers.group(1));
        }
        var dayMonth = DAY_MONTH.matcher(words);
        if (dayMonth.matches()) {
            return month(dayMonth.group(2)).flatMap(month -> of(dayMonth.group(3), month, dayMonth.group(1)));
        }
        var monthDay = MONTH_DAY.matcher(words);
        return monthDay.matches()
                ? month(monthDay.group(1)).flatMap(month -> of(monthDay.group(3), month, monthDay.group(2)))
                : Optional.empty();
    }

    /// The number in `Day 2`.
    static Optional<Integer> number(String written) {
        var day = DAY.matcher(plain(written));
        return day.matches() && Integer.parseInt(day.group(1)) > 0
                ? Optional.of(Integer.parseInt(day.group(1)))
                : Optional.empty();
    }

    /// The day of the week, where that is all there is.
    static Optional<DayOfWeek> weekday(String written) {
        var words = written.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> words.length() >= 3
                        && day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(words))
                .findFirst();
    }

    private static String plain(String written) {
        return written.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\p{L}+day\\b|^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\\b\\.?", "")
                .replace(',', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<String> month(String word) {
        return List.of(Month.values()).stream()
                .filter(month -> word.length() >= 3
                        && month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(word))
                .findFirst()
                .map(month -> String.valueOf(month.getValue()));
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
