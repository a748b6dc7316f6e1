package coffeebreak.bot.answers;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads times of day, spans from now, and zones. A bare number is a time only where a preposition or "o'clock" says
/// so, never after "talk" or "session".
final class TimeGrammar {

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40));

    private static final Set<String> AT =
            Set.of("at", "around", "by", "from", "since", "till", "until", "before", "after", "to", "about");

    private final Map<String, ZoneId> zones = new HashMap<>();

    TimeGrammar() {
        for (var id : ZoneId.getAvailableZoneIds()) {
            var slash = id.lastIndexOf('/');
            if (slash > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
                zones.putIfAbsent(Normalizer.fold(id.substring(slash + 1).replace('_', ' ')), ZoneId.of(id));
            }
        }
        Map.ofEntries(
                        Map.entry("pt", "America/Los_Angeles"),
                        Map.entry("pst", "America/Los_Angeles"),
                        Map.entry("pdt", "America/Los_Angeles"),
                        Map.entry("pacific time", "America/Los_Angeles"),
                        Map.entry("pacific", "America/Los_Angeles"),
                        Map.entry("california", "America/Los_Angeles"),
                        Map.entry("san francisco", "America/Los_Angeles"),
                        Map.entry("sf", "America/Los_Angeles"),
                        Map.entry("seattle", "America/Los_Angeles"),
                        Map.entry("bay area", "America/Los_Angeles"),
                        Map.entry("et", "America/New_York"),
                        Map.entry("est", "America/New_York"),
                        Map.entry("edt", "America/New_York"),
                        Map.entry("eastern time", "America/New_York"),
                        Map.entry("eastern", "America/New_York"),
                        Map.entry("nyc", "America/New_York"),
                        Map.entry("boston", "America/New_York"),
                        Map.entry("cst", "America/Chicago"),
                        Map.entry("central time", "America/Chicago"),
                        Map.entry("utc", "UTC"),
                        Map.entry("gmt", "UTC"),
                        Map.entry("bst", "Europe/London"),
                        Map.entry("uk", "Europe/London"),
                        Map.entry("uk time", "Europe/London"),
                        Map.entry("cet", "Europe/Paris"),
                        Map.entry("cest", "Europe/Paris"),
                        Map.entry("central european time", "Europe/Paris"),
                        Map.entry("france", "Europe/Paris"),
                        Map.entry("germany", "Europe/Berlin"),
                        Map.entry("munich", "Europe/Berlin"),
                        Map.entry("lausanne", "Europe/Zurich"),
                        Map.entry("geneva", "Europe/Zurich"),
                        Map.entry("switzerland", "Europe/Zurich"),
                        Map.entry("barcelona", "Europe/Madrid"),
                        Map.entry("spain", "Europe/Madrid"),
                        Map.entry("jst", "Asia/Tokyo"),
                        Map.entry("japan", "Asia/Tokyo"),
                        Map.entry("kst", "Asia/Seoul"),
                        Map.entry("korea", "Asia/Seoul"),
                        Map.entry("ist", "Asia/Kolkata"),
                        Map.entry("india", "Asia/Kolkata"),
                        Map.entry("bangalore", "Asia/Kolkata"),
                        Map.entry("bengaluru", "Asia/Kolkata"),
                        Map.entry("mumbai", "Asia/Kolkata"),
                        Map.entry("delhi", "Asia/Kolkata"),
                        Map.entry("new delhi", "Asia/Kolkata"),
                        Map.entry("chennai", "Asia/Kolkata"),
                        Map.entry("beijing", "Asia/Shanghai"),
                        Map.entry("china", "Asia/Shanghai"),
                        Map.entry("shenzhen", "Asia/Shanghai"),
                        Map.entry("israel", "Asia/Jerusalem"),
                        Map.entry("tel aviv", "Asia/Jerusalem"),
                        Map.entry("rio", "America/Sao_Paulo"),
                        Map.entry("brazil", "America/Sao_Paulo"),
                        Map.entry("sao paulo", "America/Sao_Paulo"),
                        Map.entry("montreal", "America/Toronto"))
                .forEach((name, id) -> zones.put(name, ZoneId.of(id)));
    }

    /// A time, span or zone that starts at that word; empty where none does.
    Optional<Mark> at(List<Word> words, int from) {
        return later(words, from)
                .or(() -> spoken(words, from))
                .or(() -> clock(words, from))
                .or(() -> zone(words, from));
    }

    private static String text(List<Word> words, int index) {
        return index >= 0 && index < words.size() ? words.get(index).text() : "";
    }

    private static int number(String text) {
        if (!text.isEmpty() && text.length() <= 3 && text.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(text);
        }
        return NUMBERS.getOrDefault(text, -1);
    }

    /// "in 20 minutes", "in an hour", "in half an hour", "20 min from now".
    private static Optional<Mark> later(List<Word> words, int from) {
        var in = text(words, from).equals("in");
        var at = in ? from + 1 : from;
        if (in
                && text(words, at).equals("half")
                && text(words, at + 1).matches("an?")
                && text(words, at + 2).equals("hour")) {
            return Optional.of(new Mark(from, at + 3, new Meaning.Later(Duration.ofMinutes(30))));
        }
        var amount = text(words, at).matches("an?") ? 1 : number(text(words, at));
        var unit = text(words, at + 1);
        if (amount < 1 || !unit.matches("minutes?|mins?|hours?|hrs?|h")) {
            return Optional.empty();
        }
        var fromNow = text(words, at + 2).equals("from") && text(words, at + 3).equals("now");
        if (!in && !fromNow) {
            return Optional.empty();
        }
        var duration = unit.startsWith("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
        return Optional.of(new Mark(from, at + (fromNow ? 4 : 2), new Meaning.Later(duration)));
    }

    /// "half past two", "quarter to three", "ten past nine", "noon", "midday".
    private static Optional<Mark> spoken(List<Word> words, int from) {
        var first = text(words, from);
        if (first.equals("noon") || first.equals("midday")) {
            return Optional.of(new Mark(from, from + 1, new Meaning.Clock(LocalTime.NOON, false)));
        }
        var at = first.equals("a") && text(words, from + 1).equals("quarter") ? from + 1 : from;
        var minutes =
                text(words, at).equals("half") ? 30 : text(words, at).equals("quarter") ? 15 : number(text(words, at));
        var direction = text(words, at + 1);
        var hour = number(text(words, at + 2));
        if (minutes < 1 || minutes > 59 || hour < 1 || hour > 23 || !direction.matches("past|to")) {
            return Optional.empty();
        }
        var full = LocalTime.of(hour, 0);
        var time = direction.equals("past") ? full.plusMinutes(minutes) : full.minusMinutes(minutes);
        return halved(words, at + 3, from, time);
    }

    /// "14:00", "2.30 pm", "9h30", "14h", "2 pm", "at 3", "3 o'clock", "14 uhr", "14:30 uhr".
    private static Optional<Mark> clock(List<Word> words, int from) {
        var text = text(words, from);
        if (text.matches("\\d{1,2}[:.h]\\d{2}")) {
            var parts = text.split("[:.h]");
            var hour = Integer.parseInt(parts[0]);
            var minute = Integer.parseInt(parts[1]);
            return hour < 24 && minute < 60
                    ? halved(words, from + 1, from, LocalTime.of(hour, minute))
                    : Optional.empty();
        }
        var hour = number(text);
        if (hour < 0 || hour > 23) {
            return Optional.empty();
        }
        var next = text(words, from + 1);
        if (next.equals("am")
                || next.equals("pm")
                || next.equals("a") && text(words, from + 2).equals("m")
                || next.equals("p") && text(words, from + 2).equals("m")) {
            return hour > 12 || hour == 0 ? Optional.empty() : halved(words, from + 1, from, LocalTime.of(hour, 0));
        }
        if (next.equals("h") || next.equals("uhr") || next.equals("horas")) {
            return Optional.of(new Mark(from, from + 2, new Meaning.Clock(LocalTime.of(hour, 0), hour <= 12)));
        }
        if (next.equals("o") && text(words, from + 2).equals("clock")) {
            return Optional.of(new Mark(from, from + 3, new Meaning.Clock(LocalTime.of(hour, 0), hour <= 12)));
        }
        var spelled = !words.get(from).number();
        var ends = text(words, from + 1).matches("|o|in|today|tomorrow|right|correct|please|and|or|then|sharp|on");
        return AT.contains(text(words, from - 1)) && (!spelled || ends)
                ? halved(words, from + 1, from, LocalTime.of(hour, 0))
                : Optional.empty();
    }

    /// The time with the "am" or "pm" that may follow it.
    private static Optional<Mark> halved(List<Word> words, int after, int from, LocalTime time) {
        var next = text(words, after);
        var split = text(words, after + 1).equals("m");
        if (next.equals("pm") || next.equals("p") && split) {
            var later = time.getHour() < 12 ? time.plusHours(12) : time;
            return Optional.of(new Mark(from, after + (next.equals("pm") ? 1 : 2), new Meaning.Clock(later, false)));
        }
        if (next.equals("am") || next.equals("a") && split) {
            var earlier = time.getHour() == 12 ? time.minusHours(12) : time;
            return Optional.of(new Mark(from, after + (next.equals("am") ? 1 : 2), new Meaning.Clock(earlier, false)));
        }
        if (next.equals("uhr")) {
            return Optional.of(new Mark(from, after + 1, new Meaning.Clock(time, false)));
        }
        var bare = time.getHour() >= 1 && time.getHour() <= 12;
        return Optional.of(new Mark(from, after, new Meaning.Clock(time, bare)));
    }

    /// "in Tokyo", "Tokyo time", "PT", "here in Bangalore".
    private Optional<Mark> zone(List<Word> words, int from) {
        var in = text(words, from).equals("in");
        var at = in ? from + 1 : from;
        for (var length = 3; length > 0; length--) {
            if (at + length > words.size()) {
                continue;
            }
            var name = new StringBuilder();
            for (var word : words.subList(at, at + length)) {
                name.append(name.isEmpty() ? "" : " ").append(word.text());
            }
            var zone = zones.get(name.toString());
            var time = text(words, at + length).equals("time");
            var short3 = name.length() <= 4
                    && name.toString().matches("pt|pst|pdt|et|est|edt|cst|utc|gmt|bst|cet|cest|jst|kst|ist|nyc");
            if (zone != null && (in || time || short3)) {
                return Optional.of(new Mark(from, at + length + (time ? 1 : 0), new Meaning.Zone(zone)));
            }
        }
        return Optional.empty();
    }
}
