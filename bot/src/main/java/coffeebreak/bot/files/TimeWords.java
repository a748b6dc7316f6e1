package coffeebreak.bot.files;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How tables write times of day: `9:00`, `09.00`, `9h30`, `9am`, `2:30 pm`, `noon`, `9:00 - 9:30`.
final class TimeWords {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})(?:\\s?[:.h]\\s?(\\d{2}))?(?::\\d{2}(?:\\.0+)?)?\\s*(?:uhr|hrs?|h|o'clock)?\\s*(?:([ap])\\.?\\s?m\\.?)?");
    private static final Pattern RANGE =
            Pattern.compile("(.+?)\\s*(?:-|–|—|‒|−|\\bto\\b|\\buntil\\b|\\btill\\b|\\bbis\\b)\\s*(.+)");

    private static final Pattern DAY = Pattern.compile("(\\p{L}{3,9})[.,]{0,2}\\s+(?=\\d)");
    private static final Pattern ZONE = Pattern.compile("\\s+\\(?(?:[A-Z]{1,3}[SD]?T|UTC|GMT|CEST|local time)\\)?$");
    private static final Pattern LENGTH = Pattern.compile(
            "(?:(\\d{1,2})\\s?(?:h|hrs?|hours?|std)\\s?)?(?:(\\d{1,3})\\s?(?:'|′|m|min|mins|minutes?|minuten)?)?");
    private static final Pattern CLOCKED = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");

    private TimeWords() {}

    /// How tables write how long something takes: `30`, `30 min`, `1h30`, `0:45`; empty where it is no such thing, or a
    /// whole day.
    static Optional<Duration> length(String written) {
        var words = written.toLowerCase(Locale.ROOT).strip();
        var clocked = words.length() > 20 ? Optional.<MatchResult>empty() : matched(CLOCKED, words);
        var length = clocked.or(() -> words.length() > 20 ? Optional.empty() : matched(LENGTH, words))
                .map(parts -> Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2))));
        return length.filter(each -> each.isPositive() && each.compareTo(Duration.ofHours(24)) < 0);
    }

    private static Optional<MatchResult> matched(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// A time of day, or a span of it.
    ///
    /// @param end       null where none is given
    /// @param halfKnown whether it says am or pm, or cannot be the other
    record Span(LocalTime start, @Nullable LocalTime end, boolean halfKnown) {}

    /// The day of the week before a time: "Sat" of "Sat 9:00 - 9:30"; empty where there is none.
    static String weekday(String written) {
        var day = DAY.matcher(written.strip());
        return day.lookingAt() && DateWords.weekday(day.group(1)).isPresent() ? day.group(1) : "";
    }

    /// Whether a time names a zone: "9:00 CET".
    static boolean namesZone(String written) {
        return ZONE.matcher(written.strip()).find();
    }

    /// Empty where it is no time of day. A day of the week before it and a zone behind it are passed over.
    static Optional<Span> read(String written) {
        var words = ZONE.matcher(written.strip().substring(weekday(written).length()))
                .replaceFirst("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\h\\s]+", " ")
                .replaceFirst("^[.,\\s]+", "")
                .strip()
                .replaceAll("\\b(?:12(?:[:.]00)? )?(?:noon|midday)\\b", "12:00 pm")
                .replaceAll("^(?:from|von|at|um|ab)\\s+", "");
        var one = clock(words);
        if (one.isPresent()) {
            return one.map(clock -> new Span(clock.time(), null, clock.halfKnown()));
        }
        var range = RANGE.matcher(words);
        if (!range.matches()) {
            return Optional.empty();
        }
        var end = clock(range.group(2));
        return clock(range.group(1)).flatMap(start -> end.map(to -> span(start, to)));
    }

    /// "2:00 - 2:30 pm" is in the afternoon as a whole, "11:30 - 12:30 pm" is not.
    private static Span span(Clock start, Clock end) {
        var time = start.time();
        if (!start.halfKnown() && end.named() && !end.time().isBefore(LocalTime.NOON)) {
            var later = time.getHour() < 12 ? time.plusHours(12) : time;
            time = later.isBefore(end.time()) ? later : time;
        }
        return new Span(time, end.time(), start.halfKnown() || end.named());
    }

    private record Clock(LocalTime time, boolean named, boolean halfKnown) {}

    private static Optional<Clock> clock(String words) {
        var parts = TIME.matcher(words.matches("\\d{4}") ? words.substring(0, 2) + ":" + words.substring(2) : words);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var hour = Integer.parseInt(parts.group(1));
        var minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        var half = parts.group(3);
        if (half != null && (hour < 1 || hour > 12) || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        var inTheDay = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return Optional.of(
                new Clock(LocalTime.of(inTheDay, minute), half != null, half != null || hour > 12 || hour == 0));
    }
}
