package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.files.SpeakerWords.Speaker;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Institutions;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Kind.Nature;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a programme of bare rows, as tables and calendars hold them: what they leave open is guessed, and a remark
/// says so.
final class Timetable {

    private static final Set<Role> MENTORS =
            EnumSet.of(Role.KEYNOTE_SPEAKER, Role.INVITED_SPEAKER, Role.PANELIST, Role.MENTOR);
    private static final int LONGEST_NOTE = 240;
    private static final Pattern LABEL =
            Pattern.compile("(\\p{L}[\\p{L} -]*?)(?:\\s+(?:\\d{1,2}|[IVX]{1,4}|[A-C]))?(?:\\s*[:–—|].*)?");
    /// "Coffee Break (mentorship programme)"
    private static final Pattern MENTORS_ASIDE = Pattern.compile("(?i)([^()]*\\S)\\s*\\(([^()]*mentor[^()]*)\\)");
    private static final int MOST_SESSIONS = 2_000;
    private static final int MOST_PEOPLE = 3_000;
    private static final int MOST_OVERLAPS = 50;

    /// An event lasts no longer.
    static final int MOST_DAYS = 60;

    private final List<Remark> remarks;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Somebody> people = new ArrayList<>();
    private final Map<String, Somebody> bySpelling = new HashMap<>();
    private final Set<Remark> guesses = new HashSet<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Kind> ownKinds = new HashMap<>();

    Timetable(List<Remark> remarks) {
        this.remarks = remarks;
    }

    /// One row.
    ///
    /// @param day      0 for the first
    /// @param kind     as written; may be empty
    /// @param room     may be empty
    /// @param note     may be empty
    record Entry(
            int line,
            int day,
            LocalTime start,
            @Nullable LocalTime end,
            String kind,
            String title,
            List<Speaker> speakers,
            String room,
            String note) {

        private Entry titled(String other, String itsNote) {
            return new Entry(line, day, start, end, kind, other, speakers, room, itsNote);
        }
    }

    /// A person as they are put together from the rows.
    private static final class Somebody {
        private final String id;
        private final String name;
        private final PersonName asName;
        private final int line;
        private final Set<String> affiliations = new LinkedHashSet<>();
        private final Set<Role> roles = EnumSet.noneOf(Role.class);

        private Somebody(String id, String name, int line) {
            this.id = id;
            this.name = name;
            this.asName = PersonName.of(name);
            this.line = line;
        }
    }

    void add(Entry entry) {
        var aside = MENTORS_ASIDE.matcher(entry.title());
        entries.add(
                entry.note().isEmpty() && entry.title().length() < LONGEST_NOTE && aside.matches()
                        ? entry.titled(aside.group(1), aside.group(2))
                        : entry);
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// "14 sessions on one day, 8 people"
    static String counted(Programme programme) {
        return "%d sessions on %s, %d people"
                .formatted(
                        programme.sessions().size(),
                        programme.days() == 1 ? "one day" : programme.days() + " days",
                        programme.people().size());
    }

    /// @param title of a session or a statement
    /// @return what nothing else is called: `coffee-break-2`
    String id(String title) {
        var slug = KindWords.plain(title).replace(' ', '-');
        var base = slug.isEmpty()
                ? "session"
                : slug.length() > 40 ? slug.substring(0, 40).replaceAll("-+$", "") : slug;
        var times = ids.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "-" + times;
    }

    /// @param file what to call it when there is too much in it
    /// @throws BadFile when there is
    Programme programme(String file, String name, @Nullable LocalDate date, @Nullable ZoneId zone) {
        refuseTooMuch(file);
        entries.sort(Comparator.comparingInt(Entry::day).thenComparing(Entry::start));
        var kinds = entries.stream().map(this::kind).toList();
        var mentoring = mentoring(kinds);
        var inferred = new ArrayList<Entry>();
        var open = new ArrayList<Entry>();
        var rows = new ArrayList<SessionRow>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var kind = kinds.get(i);
            var end = entry.end() == null ? nextStart(i, kinds, rows) : entry.end();
            if (entry.end() == null) {
                (end == null ? open : inferred).add(entry);
            }
            var talk = kind.nature() == Nature.TALK ? talkTitle(entry, kind) : "";
            rows.add(new SessionRow(
                    entry.line(),
                    id(entry.title()),
                    talk.isEmpty() ? entry.title() : one(kind),
                    kind,
                    entry.day(),
                    entry.start(),
                    end,
                    entry.end() == null && end != null,
                    people(entry, kind),
                    List.of(),
                    mentoring.contains(i),
                    entry.room().isEmpty() ? null : entry.room(),
                    talk.isEmpty() ? null : talk,
                    entry.note().isEmpty() ? null : shortened(entry)));
        }
        if (!inferred.isEmpty()) {
            guessed(0, "no end is given %s: taken from the start of what follows.".formatted(places(inferred)));
        }
        if (!open.isEmpty()) {
            guessed(0, "no end is given %s, and nothing follows: left open.".formatted(places(open)));
        }
        overlaps(rows);
        perhapsOne();
        mentors();
        return new Programme(
                name,
                name,
                1,
                false,
                date,
                zone,
                null,
                List.of(),
                SessionRow.numbered(rows),
                people.stream()
                        .map(somebody -> new ProgrammePerson(
                                somebody.id,
                                somebody.name,
                                List.copyOf(somebody.affiliations),
                                somebody.roles,
                                List.of(),
                                null,
                                null,
                                List.of()))
                        .toList(),
                facts,
                Institutions.none().over(YamlInstitutions.builtIn()));
    }

    private void overlaps(List<SessionRow> rows) {
        var told = new AtomicInteger();
        SessionRow.overlaps(rows, (one, other) -> {
            if (told.incrementAndGet() <= MOST_OVERLAPS) {
                guessed(
                        other.line(),
                        "\"%s\" (%s) begins before \"%s\" (%s to %s) ends: taken to be at the same time; if so, give both a room."
                                .formatted(called(other), other.start(), called(one), one.start(), one.end()));
            }
        });
        if (told.get() > MOST_OVERLAPS) {
            guessed(0, "%,d more begin before another ends.".formatted(told.get() - MOST_OVERLAPS));
        }
    }

    private static String called(SessionRow row) {
        return row.talkTitle() == null ? row.title() : row.talkTitle();
    }

    private Kind kind(Entry entry) {
        var named = KindWords.named(entry.kind().isEmpty() ? entry.title() : entry.kind());
        if (named.isPresent()) {
            return named.get();
        }
        var guess = KindWords.in(entry.title());
        var plain = label(entry.title()).flatMap(KindWords::named);
        if (entry.kind().isEmpty() && plain.isPresent()) {
            return plain.get();
        }
        if (entry.kind().isEmpty()) {
            var kind = guess.orElseGet(() ->
                    Kind.usual(entry.speakers().isEmpty() ? "session" : "talk").orElseThrow());
            guessed(entry.line(), "\"%s\" is taken for: %s.".formatted(entry.title(), kind.name()));
            return kind;
        }
        var kind = guess.or(() -> KindWords.in(entry.kind()))
                .orElseGet(() ->
                        ownKinds.computeIfAbsent(KindWords.plain(entry.kind()), _ -> KindWords.own(entry.kind())));
        guessed(
                entry.line(),
                ownKinds.containsValue(kind)
                        ? "\"%s\" is no usual kind of session: kept as a kind of its own.".formatted(entry.kind())
                        : "\"%s\" is no usual kind of session: \"%s\" is taken for: %s."
                                .formatted(entry.kind(), entry.title(), kind.name()));
        return kind;
    }

    /// "Invited talk" of "Invited talk 2: Why rivers meander", if it begins with such a label.
    private static Optional<String> label(String title) {
        var label = LABEL.matcher(title.length() > LONGEST_NOTE ? "" : title);
        return label.matches() ? Optional.of(label.group(1)) : Optional.empty();
    }

    /// The breaks that speak of mentors; where none does, the coffee breaks.
    private Set<Integer> mentoring(List<Kind> kinds) {
        var coffee = new LinkedHashSet<Integer>();
        var named = new LinkedHashSet<Integer>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (kinds.get(i).nature() == Nature.COFFEE) {
                coffee.add(i);
            }
            if (kinds.get(i).nature().rest()
                    && KindWords.plain(entry.kind() + " " + entry.title() + " " + entry.note())
                            .contains("mentor")) {
                named.add(i);
            }
        }
        var chosen = named.isEmpty() ? coffee : named;
        guessed(
                0,
                chosen.isEmpty()
                        ? "no coffee break is found, so there is none for mentors' tables."
                        : "mentors hold their tables in %s: %s."
                                .formatted(
                                        named.isEmpty() ? "the coffee breaks" : "the breaks that say so",
                                        chosen.stream()
                                                .map(entries::get)
                                                .map(entry -> (days() > 1 ? "day " + (entry.day() + 1) + " " : "")
                                                        + entry.start())
                                                .collect(Collectors.joining(", "))));
        return chosen;
    }

    private int days() {
        return entries.getLast().day() + 1;
    }

    /// The start of what follows on that day: in the same room, or where everybody goes. Where nothing goes on
    /// elsewhere and the room is not used again before the next break, everybody goes to what comes next.
    ///
    /// @param before what is known of those above
    private @Nullable LocalTime nextStart(int of, List<Kind> kinds, List<SessionRow> before) {
        var entry = entries.get(of);
        LocalTime next = null;
        for (var i = of + 1; i < entries.size() && entries.get(i).day() == entry.day(); i++) {
            var other = entries.get(i);
            if (!other.start().isAfter(entry.start())) {
                continue;
            }
            next = next == null ? other.start() : next;
            var sameRoom = other.room().equals(entry.room());
            if (sameRoom
                    || entry.room().isEmpty()
                    || other.room().isEmpty()
                    || kinds.get(i).nature().rest()
                    || kinds.get(of).nature().rest()) {
                return sameRoom || isElsewhere(of, before) ? other.start() : next;
            }
        }
        return isElsewhere(of, before) ? null : next;
    }

    private boolean isElsewhere(int of, List<SessionRow> before) {
        var entry = entries.get(of);
        var running = before.stream()
                .anyMatch(row -> row.day() == entry.day()
                        && row.room() != null
                        && !row.room().equals(entry.room())
                        && row.end() != null
                        && row.end().isAfter(entry.start()));
        return running
                || entries.stream()
                        .anyMatch(other -> other != entry
                                && other.day() == entry.day()
                                && other.start().equals(entry.start())
                                && !other.room().equals(entry.room()));
    }

    /// What a talk is about, where its title says more than its kind, its number and its speaker.
    private static String talkTitle(Entry entry, Kind kind) {
        var title = entry.title();
        var label = title.split("\\s*[:–—|]\\s*|\\s+-\\s+", 2);
        var about = label.length == 2 && !label[1].isBlank() && isLabel(label[0], kind) ? label[1].strip() : title;
        var named = entry.speakers().stream()
                .anyMatch(speaker -> PersonName.of(speaker.name()).to(PersonName.of(about)) != Likeness.DIFFERENT);
        return isLabel(about, kind) || named ? "" : unquoted(about);
    }

    /// Without quotes around the whole of it: `"Sediment "on the move""` has them, `"Ebb" and "flow"` has not.
    private static String unquoted(String title) {
        if (title.length() < 3 || "\"“„".indexOf(title.charAt(0)) < 0 || !title.matches(".*[\"”“]")) {
            return title;
        }
        var inside = title.substring(1, title.length() - 1);
        var quote = Math.max(inside.indexOf('"'), Math.max(inside.indexOf('“'), inside.indexOf('”')));
        return quote < 0 || quote > 0 && Character.isWhitespace(inside.charAt(quote - 1)) ? inside : title;
    }

    private static boolean isLabel(String words, Kind kind) {
        return KindWords.plain(words)
                .replaceAll(
                        "\\b(?:" + KindWords.plain(kind.name()) + "|" + KindWords.plain(kind.plural())
                                + "|invited|contributed|keynote|plenary|opening|closing|talks?|lectures?|tutorials?|orals?|spotlights?|lightning|speakers?|sessions?|presentations?|tba|tbd|and|to|[ivx]{1,4}|[a-c]|\\d+)\\b",
                        "")
                .isBlank();
    }

    /// "Contributed talk": a row is one of them.
    private static String one(Kind kind) {
        var name = kind.name().replaceFirst("talks$", "talk");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String shortened(Entry entry) {
        var note = entry.note().replaceAll("\\s+", " ");
        if (note.length() <= LONGEST_NOTE) {
            return note;
        }
        guessed(entry.line(), "the note of \"%s\" is long: only its beginning is kept.".formatted(entry.title()));
        var sentence = note.substring(0, LONGEST_NOTE).lastIndexOf(". ");
        if (sentence > 40) {
            return note.substring(0, sentence + 1);
        }
        var word = note.lastIndexOf(' ', LONGEST_NOTE - 1);
        var letters = Character.isHighSurrogate(note.charAt(LONGEST_NOTE - 2)) ? LONGEST_NOTE - 2 : LONGEST_NOTE - 1;
        return note.substring(0, word > 0 ? word : letters) + "…";
    }

    private List<String> people(Entry entry, Kind kind) {
        return entry.speakers().stream()
                .map(speaker -> person(speaker, entry.line(), role(speaker, kind)))
                .distinct()
                .toList();
    }

    private static Role role(Speaker speaker, Kind kind) {
        if (speaker.role() != null) {
            return speaker.role();
        }
        return switch (kind.id()) {
            case "keynote" -> Role.KEYNOTE_SPEAKER;
            case "invited_talk" -> Role.INVITED_SPEAKER;
            case "panel" -> Role.PANELIST;
            default -> Role.SPEAKER;
        };
    }

    private String person(Speaker speaker, int line, Role role) {
        var spelling = String.join("", PersonName.of(speaker.name()).words());
        var known = spelling.isEmpty() ? null : bySpelling.get(spelling);
        if (known == null) {
            known = new Somebody(personId(speaker.name()), speaker.name(), line);
            people.add(known);
            bySpelling.put(spelling, known);
        }
        known.affiliations.addAll(speaker.affiliations());
        known.roles.add(role);
        return known.id;
    }

    /// Ids of people and of sessions are apart; two people who are not one may still be spelt alike.
    private String personId(String name) {
        var slug = String.join("-", PersonName.of(name).words());
        var taken = people.stream().map(somebody -> somebody.id).collect(Collectors.toSet());
        var base = slug.isEmpty() ? "person" : slug;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? base : base + "-" + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    /// Only names that end in the same word or have the same words can be one person's.
    private void perhapsOne() {
        var alike = new HashMap<String, List<Somebody>>();
        for (var other : people) {
            var words = other.asName.words();
            var keys = words.isEmpty()
                    ? Set.<String>of()
                    : Set.copyOf(
                            List.of(words.getLast(), words.stream().sorted().collect(Collectors.joining(" "))));
            keys.stream()
                    .flatMap(key -> alike.getOrDefault(key, List.of()).stream())
                    .distinct()
                    .filter(one -> one.asName.to(other.asName) == Likeness.POSSIBLE)
                    .forEach(one -> guessed(
                            other.line,
                            "\"%s\" and \"%s\" (line %d) are taken for two people; if they are one, write the name the same way."
                                    .formatted(other.name, one.name, one.line)));
            keys.forEach(
                    key -> alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(other));
        }
    }

    /// Whoever was invited to speak or sits on a panel offers a table; where nobody was, whoever speaks.
    private void mentors() {
        var invited = people.stream()
                .filter(somebody -> somebody.roles.stream().anyMatch(MENTORS::contains))
                .toList();
        var mentors = invited.isEmpty()
                ? people.stream()
                        .filter(somebody -> somebody.roles.contains(Role.SPEAKER))
                        .toList()
                : invited;
        mentors.forEach(mentor -> mentor.roles.add(Role.MENTOR));
        guessed(
                0,
                mentors.isEmpty()
                        ? "nobody is taken for a mentor, since no speaker is named."
                        : "%d mentors, since they %s: %s."
                                .formatted(
                                        mentors.size(),
                                        invited.isEmpty() ? "speak" : "were invited or are on a panel",
                                        mentors.stream()
                                                .map(mentor -> mentor.name)
                                                .collect(Collectors.joining(", "))));
    }

    private void guessed(int line, String what) {
        var remark = new Remark(line, "", Remark.Kind.GUESSED, what);
        if (guesses.add(remark)) {
            remarks.add(remark);
        }
    }

    /// By their lines; by their starts where a file has one line only, as programs write them.
    private String places(List<Entry> some) {
        if (some.size() > 1 && entries.stream().mapToInt(Entry::line).distinct().count() == 1) {
            return "for what begins at "
                    + some.stream()
                            .map(entry -> (days() > 1 ? "day " + (entry.day() + 1) + " " : "") + entry.start())
                            .distinct()
                            .collect(Collectors.joining(", "));
        }
        var lines = some.stream()
                .map(entry -> String.valueOf(entry.line()))
                .distinct()
                .toList();
        return (lines.size() == 1 ? "in line " : "in lines ") + String.join(", ", lines);
    }

    private void refuseTooMuch(String file) {
        if (entries.size() > MOST_SESSIONS) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            entries.get(MOST_SESSIONS).line(),
                            "there are more than %,d sessions; keep those of one event.".formatted(MOST_SESSIONS))));
        }
        if (entries.stream().mapToInt(entry -> entry.speakers().size()).sum() > MOST_PEOPLE) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            0, "more than %,d people are named; keep those of one event.".formatted(MOST_PEOPLE))));
        }
    }
}
