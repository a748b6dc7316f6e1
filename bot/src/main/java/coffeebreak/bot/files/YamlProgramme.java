package coffeebreak.bot.files;

import coffeebreak.bot.files.YamlNodes.Fields;
import coffeebreak.bot.files.YamlNodes.Word;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Institutions;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.programme.Topic;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a programme in our own format; `sci4dl.yaml` is the example, its first lines explain it.
public final class YamlProgramme {

    private static final String BUILT_IN = "/sci4dl.yaml";
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})( inferred)?");

    private static final Set<String> TOP = Set.of(
            "name",
            "short_name",
            "tentative",
            "date",
            "zone",
            "place",
            "topics",
            "kinds",
            "sessions",
            "people",
            "facts",
            "institutions");

    private final YamlNodes yaml = new YamlNodes();
    private final Map<String, Integer> lineById = new HashMap<>();

    private YamlProgramme() {}

    /// The programme that comes with the bot.
    public static Programme builtIn() {
        return parse("sci4dl.yaml", TextFile.resource(BUILT_IN));
    }

    /// The programme in a file.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file or it cannot be used, with everything that is wrong
    public static Programme at(String location) {
        return parse(location, TextFile.read(location));
    }

    /// The programme in a text.
    ///
    /// @param file what to call it when something is wrong
    /// @throws BadFile with everything that is wrong
    public static Programme parse(String file, String text) {
        var reader = new YamlProgramme();
        var fields = reader.yaml.document(text);
        var programme = fields == null ? null : reader.programme(fields);
        if (programme == null || !reader.yaml.problems().isEmpty()) {
            throw new BadFile(file, reader.yaml.problems());
        }
        return programme;
    }

    private @Nullable Programme programme(Fields file) {
        file.only(TOP);
        var name = file.needed("name");
        var shortName = file.words("short_name");
        var topics = topics(file);
        var kinds = kinds(file);
        var people = people(file);
        var sessions = sessions(file, kinds, people);
        var facts = facts(file);
        if (sessions.isEmpty() && file.items("sessions").isEmpty()) {
            yaml.problem(file.line("sessions"), "the file needs \"sessions\", a list with at least one.");
        }
        var institutions = institutions(file);
        var date = date(file, "date");
        var zone = zone(file);
        if (!yaml.problems().isEmpty()) {
            return null;
        }
        return new Programme(
                name,
                shortName == null ? name : shortName,
                1,
                file.yes("tentative"),
                date,
                zone,
                file.words("place"),
                topics,
                sessions,
                people,
                facts,
                institutions);
    }

    private List<Topic> topics(Fields file) {
        var topics = new ArrayList<Topic>();
        for (var item : file.items("topics")) {
            if (yaml.fields(item, "a topic") instanceof Fields topic) {
                topic.only(Set.of("id", "words"));
                topics.add(new Topic(id(topic, "topic"), topic.needed("words")));
            }
        }
        return topics;
    }

    private Map<String, Kind> kinds(Fields file) {
        var kinds = new LinkedHashMap<String, Kind>();
        Kind.USUAL.forEach(kind -> kinds.put(kind.id(), kind));
        for (var item : file.items("kinds")) {
            if (yaml.fields(item, "a kind") instanceof Fields kind) {
                kind.only(Set.of("id", "name", "plural", "words", "nature"));
                var id = id(kind, "kind");
                var name = kind.needed("name");
                var plural = kind.words("plural");
                var natures = names(Kind.Nature.values());
                var nature = kind.words("nature");
                if (nature != null && !natures.containsKey(nature)) {
                    yaml.problem(
                            kind.line("nature"),
                            "\"%s\" is no nature of a kind.%s"
                                    .formatted(nature, Spelling.hint(nature, natures.keySet())));
                }
                kinds.put(
                        id,
                        new Kind(
                                id,
                                name,
                                plural == null ? name + "s" : plural,
                                words(kind.list("words")),
                                nature == null ? Kind.Nature.OTHER : natures.getOrDefault(nature, Kind.Nature.OTHER)));
            }
        }
        return kinds;
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        var names = new LinkedHashMap<String, E>();
        for (var value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return names;
    }

    private List<ProgrammePerson> people(Fields file) {
        var people = new ArrayList<ProgrammePerson>();
        var known = names(Role.values());
        for (var item : file.items("people")) {
            if (yaml.fields(item, "a person") instanceof Fields person) {
                person.only(Set.of("id", "name", "affiliations", "roles", "aliases", "email", "about", "hints"));
                var id = id(person, "person");
                var name = person.needed("name");
                var roles = EnumSet.noneOf(Role.class);
                for (var role : person.list("roles")) {
                    var found = known.get(role.words());
                    if (found == null) {
                        yaml.problem(
                                role.line(),
                                "\"%s\" is no role.%s"
                                        .formatted(role.words(), Spelling.hint(role.words(), known.keySet())));
                    } else {
                        roles.add(found);
                    }
                }
                var email = person.words("email");
                if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                    yaml.problem(
                            person.line("email"),
                            "\"%s\" is no e-mail address; correct it or leave it out.".formatted(email));
                }
                people.add(new ProgrammePerson(
                        id,
                        name,
                        words(person.list("affiliations")),
                        roles,
                        words(person.list("aliases")),
                        email,
                        person.words("about"),
                        words(person.list("hints"))));
            }
        }
        return people;
    }

    private static List<String> words(List<Word> list) {
        return list.stream().map(Word::words).toList();
    }

    private List<Session> sessions(Fields file, Map<String, Kind> kinds, List<ProgrammePerson> people) {
        var ids = people.stream().map(ProgrammePerson::id).toList();
        var rows = new ArrayList<SessionRow>();
        for (var item : file.items("sessions")) {
            if (yaml.fields(item, "a session") instanceof Fields session) {
                session(session, kinds, ids, rows);
            }
        }
        SessionRow.sort(rows);
        SessionRow.overlaps(
                rows,
                (one, other) -> yaml.problem(
                        Math.max(one.line(), other.line()),
                        "\"%s\" at %s overlaps \"%s\" (%s to %s); correct the times, or give both a different \"room\"."
                                .formatted(other.title(), other.start(), one.title(), one.start(), one.end())));
        return SessionRow.numbered(rows);
    }

    private void session(Fields session, Map<String, Kind> kinds, List<String> ids, List<SessionRow> rows) {
        session.only(Set.of(
                "id",
                "title",
                "kind",
                "day",
                "start",
                "end",
                "people",
                "parts",
                "mentorship",
                "room",
                "talk_title",
                "note"));
        var id = id(session, "session");
        var title = session.needed("title");
        var kindId = session.needed("kind");
        var kind = kinds.get(kindId);
        if (kind == null && !kindId.isEmpty()) {
            yaml.problem(
                    session.line("kind"),
                    "\"%s\" is no kind of session; declare it under \"kinds\".%s"
                            .formatted(kindId, Spelling.hint(kindId, kinds.keySet())));
        }
        var start = time(session, "start", true);
        var end = time(session, "end", false);
        ordered(session, start, end, "session");
        var day = day(session);
        var parts = parts(session, start, end, ids);
        var onStage = people(session, ids);
        if (start == null || kind == null) {
            return;
        }
        rows.add(new SessionRow(
                session.line(),
                id,
                title,
                kind,
                day,
                start.time(),
                end == null ? null : end.time(),
                end != null && end.inferred(),
                onStage,
                parts,
                session.yes("mentorship"),
                session.words("room"),
                session.words("talk_title"),
                session.words("note")));
    }

    private int day(Fields session) {
        var words = session.words("day");
        if (words == null) {
            return 0;
        }
        if (!words.matches("[1-9]\\d?")) {
            yaml.problem(session.line("day"), "\"%s\" is no day; 1 is the programme's first day.".formatted(words));
            return 0;
        }
        return Integer.parseInt(words) - 1;
    }

    private List<Session.Part> parts(Fields session, @Nullable Time start, @Nullable Time end, List<String> ids) {
        var parts = new ArrayList<Session.Part>();
        LocalTime last = null;
        for (var item : session.items("parts")) {
            if (!(yaml.fields(item, "a part") instanceof Fields part)) {
                continue;
            }
            part.only(Set.of("id", "title", "start", "end", "people", "talk_title"));
            var id = id(part, "part");
            var title = part.needed("title");
            var partStart = time(part, "start", true);
            var partEnd = time(part, "end", true);
            ordered(part, partStart, partEnd, "part");
            var onStage = people(part, ids);
            if (partStart == null || partEnd == null) {
                continue;
            }
            if (start != null && partStart.time().isBefore(start.time())
                    || end != null && partEnd.time().isAfter(end.time())) {
                yaml.problem(part.line("start"), "the part \"%s\" lies outside its session.".formatted(title));
            }
            if (last != null && partStart.time().isBefore(last)) {
                yaml.problem(
                        part.line("start"), "the part \"%s\" starts before the one above it ends.".formatted(title));
            }
            last = partEnd.time();
            parts.add(new Session.Part(
                    id,
                    title,
                    partStart.time(),
                    partStart.inferred(),
                    partEnd.time(),
                    partEnd.inferred(),
                    parts.size() + 1,
                    onStage,
                    part.words("talk_title")));
        }
        return parts;
    }

    private List<String> people(Fields of, List<String> ids) {
        for (var person : of.list("people")) {
            if (!ids.contains(person.words())) {
                yaml.problem(
                        person.line(),
                        "there is no person \"%s\" under \"people\".%s"
                                .formatted(
                                        person.words(),
                                        Spelling.closest(person.words(), ids)
                                                .map(id -> " Did you mean \"" + id + "\"?")
                                                .orElse(" Add the person there.")));
            }
        }
        return words(of.list("people"));
    }

    private void ordered(Fields of, @Nullable Time start, @Nullable Time end, String what) {
        if (start != null && end != null && !end.time().isAfter(start.time())) {
            yaml.problem(
                    of.line("end"),
                    "the %s ends at %s, which is not after its start at %s.".formatted(what, end.time(), start.time()));
        }
    }

    private List<Fact> facts(Fields file) {
        var facts = new ArrayList<Fact>();
        for (var item : file.items("facts")) {
            if (yaml.fields(item, "a fact") instanceof Fields fact) {
                fact.only(Set.of("id", "words", "asked", "date", "until"));
                var date = date(fact, "date");
                var until = date(fact, "until");
                if (date != null && until != null && until.isBefore(date)) {
                    yaml.problem(fact.line("until"), "the fact's last day %s is before its first.".formatted(until));
                }
                facts.add(new Fact(id(fact, "fact"), fact.needed("words"), words(fact.list("asked")), date, until));
            }
        }
        return facts;
    }

    private Institutions institutions(Fields file) {
        var table = file.inner("institutions", "the table of institutions");
        var own = table == null ? Institutions.none() : YamlInstitutions.read(yaml, table);
        return own.over(YamlInstitutions.builtIn());
    }

    private String id(Fields of, String what) {
        var id = of.needed("id");
        if (id.isEmpty()) {
            return id;
        }
        var before = lineById.putIfAbsent(what.equals("part") ? "session " + id : what + " " + id, of.line("id"));
        if (before != null) {
            yaml.problem(
                    of.line("id"),
                    "the id \"%s\" is taken (line %d); give this %s another one.".formatted(id, before, what));
        }
        return id;
    }

    private record Time(LocalTime time, boolean inferred) {}

    private @Nullable Time time(Fields of, String key, boolean needed) {
        var words = needed ? of.needed(key) : of.words(key);
        if (words == null || words.isEmpty()) {
            return null;
        }
        var matcher = TIME.matcher(words);
        if (matcher.matches()) {
            var hour = Integer.parseInt(matcher.group(1));
            var minute = Integer.parseInt(matcher.group(2));
            if (hour < 24 && minute < 60) {
                return new Time(LocalTime.of(hour, minute), matcher.group(3) != null);
            }
        }
        yaml.problem(
                of.line(key), "\"%s\" is no time of day; write it like 09:30, or 09:30 inferred.".formatted(words));
        return null;
    }

    private @Nullable LocalDate date(Fields of, String key) {
        var words = of.words(key);
        if (words == null) {
            return null;
        }
        try {
            return LocalDate.parse(words);
        } catch (DateTimeException e) {
            yaml.problem(of.line(key), "\"%s\" is no date; write it like 2026-04-26.".formatted(words));
            return null;
        }
    }

    private @Nullable ZoneId zone(Fields file) {
        var words = file.words("zone");
        if (words == null) {
            return null;
        }
        try {
            return ZoneId.of(words);
        } catch (DateTimeException e) {
            yaml.problem(
                    file.line("zone"),
                    "\"%s\" is no time zone; write one like America/Sao_Paulo.%s"
                            .formatted(
                                    words,
                                    Spelling.closest(words, ZoneId.getAvailableZoneIds())
                                            .map(zone -> " Did you mean \"" + zone + "\"?")
                                            .orElse("")));
            return null;
        }
    }
}
