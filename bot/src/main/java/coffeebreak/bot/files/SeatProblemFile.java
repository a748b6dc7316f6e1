package coffeebreak.bot.files;

import coffeebreak.matching.Apart;
import coffeebreak.matching.Conflict;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.Place;
import coffeebreak.matching.Rules;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who wants a seat and where there are seats, from a JSON file with CSV files beside it. The format is on the page of
/// the module `matching`.
public final class SeatProblemFile {

    private static final double DEAREST_MOVE = 1000;
    private static final long MOST_PAIRS = 50_000_000;

    private final ProblemFolder folder;
    private final StrictJson json;
    private final MenteeKeys menteeKeys = new MenteeKeys();
    private final TableKeys tableKeys = new TableKeys();
    private final RuleKeys ruleKeys = new RuleKeys();

    private final Map<String, Mentee> mentees = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<Set<String>, Set<String>> sets = new HashMap<>();
    private boolean absentIsZero = true;
    private final List<Row> locked = new ArrayList<>();
    private final List<Row> current = new ArrayList<>();
    private long seed = 1;

    private record Row(Place place, int line) {}

    private SeatProblemFile(ProblemFolder folder, StrictJson json) {
        this.folder = folder;
        this.json = json;
    }

    /// @param watch is told which file is read
    /// @throws BadFile naming everything that is wrong with the file and those beside it
    public static SeatProblem read(Path file, Consumer<String> watch) {
        var folder = new ProblemFolder(file, watch);
        var reader = folder.read(SeatProblemFile::new, SeatProblemFile::document);
        return folder.finish(reader == null ? null : reader.problem());
    }

    private void document() {
        var values = json.object(
                () -> "the problem",
                Map.ofEntries(
                        Map.entry("mentees", () -> json.items(() -> "\"mentees\"", menteeKeys::read)),
                        Map.entry("tables", () -> json.items(() -> "\"tables\"", tableKeys::read)),
                        Map.entry("affinity", () -> folder.name("affinity", json)),
                        Map.entry(
                                "absent",
                                () -> absentIsZero = json.word(() -> "\"absent\"", List.of("zero", "forbidden"))
                                        .equals("zero")),
                        Map.entry("conflicts", () -> folder.name("conflicts", json)),
                        Map.entry("apart", () -> folder.name("apart", json)),
                        Map.entry("locked", () -> places("locked", locked)),
                        Map.entry("current", () -> places("current", current)),
                        Map.entry("rules", () -> json.object(() -> "\"rules\"", ruleKeys.keys)),
                        Map.entry("seed", () -> seed = json.whole(() -> "\"seed\"", Long.MIN_VALUE, Long.MAX_VALUE))));
        folder.needs(() -> "the problem", values, 0, "mentees", "tables", "affinity");
    }

    private final class MenteeKeys {
        private @Nullable String id;
        private int tier;
        private int seats = 1;
        private Set<String> breaks = Set.of();
        private Set<String> institutions = Set.of();
        private final Supplier<String> what = () -> id == null ? "a mentee" : "mentee " + id;
        private final Map<String, Runnable> keys = Map.of(
                "id", () -> id = json.text(named("id", what)),
                "tier", () -> tier = (int) json.whole(named("tier", what), 0, Integer.MAX_VALUE),
                "seats", () -> seats = (int) json.whole(named("seats", what), 1, Integer.MAX_VALUE),
                "breaks", () -> breaks = set(named("breaks", what)),
                "institutions", () -> institutions = set(named("institutions", what)));

        void read() {
            id = null;
            tier = 0;
            seats = 1;
            breaks = Set.of();
            institutions = Set.of();
            int line = json.line();
            folder.needs(what, json.object(what, keys), line, "id");
            if (id != null && isNew("mentee", id, line)) {
                mentees.put(id, new Mentee(id, tier, seats, breaks, institutions));
            }
        }
    }

    private final class TableKeys {
        private @Nullable String id;
        private @Nullable String mentor;
        private @Nullable String coffeeBreak;
        private int capacity;
        private int minimum;
        private Set<String> institutions = Set.of();
        private final Supplier<String> what = () -> id == null ? "a table" : "table " + id;
        private final Map<String, Runnable> keys = Map.of(
                "id", () -> id = json.text(named("id", what)),
                "mentor", () -> mentor = json.text(named("mentor", what)),
                "break", () -> coffeeBreak = json.text(named("break", what)),
                "capacity", () -> capacity = (int) json.whole(named("capacity", what), 0, Integer.MAX_VALUE),
                "minimum", () -> minimum = (int) json.whole(named("minimum", what), 0, Integer.MAX_VALUE),
                "institutions", () -> institutions = set(named("institutions", what)));

        void read() {
            id = null;
            mentor = null;
            coffeeBreak = null;
            capacity = 0;
            minimum = 0;
            institutions = Set.of();
            int line = json.line();
            folder.needs(what, json.object(what, keys), line, "id", "mentor", "capacity");
            if (id != null && isNew("table", id, line)) {
                tables.put(
                        id, new Table(id, mentor == null ? "" : mentor, coffeeBreak, capacity, minimum, institutions));
            }
        }
    }

    private final class RuleKeys {
        private Rules rules = Rules.standard();
        private final Map<String, Runnable> keys = Map.of(
                "oneSeatPerBreak", () -> rules = rules.withOneSeatPerBreak(yes("oneSeatPerBreak")),
                "neverSameMentorTwice", () -> rules = rules.withNeverSameMentorTwice(yes("neverSameMentorTwice")),
                "avoidSameInstitution", () -> rules = rules.withAvoidSameInstitution(yes("avoidSameInstitution")),
                "onePerInstitutionPerTable",
                        () -> rules = rules.withOnePerInstitutionPerTable(yes("onePerInstitutionPerTable")),
                "fairness",
                        () -> rules = rules.withFairness(
                                json.word(() -> "\"fairness\"", List.of("none", "maxmin"))
                                                .equals("none")
                                        ? Rules.Fairness.NONE
                                        : Rules.Fairness.MAXMIN),
                "movePrice", () -> rules = rules.withMovePrice(json.number(() -> "\"movePrice\"", 0, DEAREST_MOVE)),
                "maxMoves",
                        () -> rules = rules.withMaxMoves((int) json.whole(() -> "\"maxMoves\"", 0, Integer.MAX_VALUE)));

        private boolean yes(String key) {
            return json.yes(() -> "\"" + key + "\"");
        }
    }

    private static Supplier<String> named(String key, Supplier<String> what) {
        return () -> "\"%s\" of %s".formatted(key, what.get());
    }

    /// Many have the same few.
    private Set<String> set(Supplier<String> name) {
        var set = Set.copyOf(json.texts(name));
        return sets.computeIfAbsent(set, _ -> set);
    }

    private boolean isNew(String kind, String id, int line) {
        var first = lines.putIfAbsent(kind + " " + id, line);
        if (first != null) {
            folder.problems()
                    .note(line, () -> "%s %s is listed twice (first on line %d); keep one.".formatted(kind, id, first));
        }
        return first == null;
    }

    private void places(String key, List<Row> rows) {
        json.items(() -> "\"" + key + "\"", () -> {
            int line = json.line();
            var pair = json.texts(() -> "a " + key + " seat");
            if (pair.size() == 2) {
                rows.add(new Row(new Place(pair.get(0), pair.get(1)), line));
            } else {
                folder.problems().note(line, () -> "a %s seat is [\"mentee\", \"table\"].".formatted(key));
            }
        });
    }

    private SeatProblem problem() {
        var menteeList = List.copyOf(mentees.values());
        var tableList = List.copyOf(tables.values());
        long pairs = (long) menteeList.size() * tableList.size();
        if (absentIsZero && pairs > MOST_PAIRS) {
            folder.problems()
                    .note(
                            0,
                            () ->
                                    "\"absent\":\"zero\" makes %,d seats possible, more than %,d: list whom each may sit with and write \"absent\":\"forbidden\"."
                                            .formatted(pairs, MOST_PAIRS));
        }
        var menteeIds = new Ids(List.copyOf(mentees.keySet()));
        var mentorIds = MentorScores.mentors(tableList);
        var conflicts = new ArrayList<Conflict>();
        folder.beside(
                "conflicts",
                (file, problems) -> new PairFile(
                                new PairFile.Column("mentee", menteeIds),
                                new PairFile.Column("mentor", mentorIds),
                                false)
                        .readEachOnce(
                                file,
                                problems,
                                (_, mentee, mentor, _) ->
                                        conflicts.add(new Conflict(menteeIds.id(mentee), mentorIds.id(mentor)))));
        var apart = new ArrayList<Apart>();
        folder.beside(
                "apart",
                (file, problems) -> PairFile.mutual("mentee", menteeIds, false)
                        .readEachOnce(
                                file,
                                problems,
                                (_, one, other, _) -> apart.add(new Apart(menteeIds.id(one), menteeIds.id(other)))));
        var lockedPlaces = known("locked", locked);
        var currentPlaces = known("current", current);
        var read = new ArrayList<MentorScores>();
        boolean sound = folder.beside(
                "affinity",
                (file, problems) -> read.add(MentorScores.read(file, problems, menteeList, tableList, absentIsZero)));
        var problem = new SeatProblem(
                menteeList,
                tableList,
                // Locks are judged whatever is wrong with the scores.
                sound ? read.getFirst() : MentorScores.none(menteeList, tableList),
                conflicts,
                apart,
                lockedPlaces,
                currentPlaces,
                ruleKeys.rules,
                seed);
        problem.contradictions().forEach(contradiction -> folder.problems().note(0, () -> contradiction));
        return problem;
    }

    private List<Place> known(String key, List<Row> rows) {
        var seen = new HashMap<Place, Integer>();
        var places = new ArrayList<Place>();
        for (var row : rows) {
            var place = row.place();
            boolean known = true;
            if (!mentees.containsKey(place.mentee())) {
                known = false;
                folder.problems()
                        .note(
                                row.line(),
                                () -> "the problem has no mentee \"%s\", who has a %s seat."
                                        .formatted(place.mentee(), key));
            }
            if (!tables.containsKey(place.table())) {
                known = false;
                folder.problems()
                        .note(
                                row.line(),
                                () -> "the problem has no table \"%s\", which has a %s seat."
                                        .formatted(place.table(), key));
            }
            var first = seen.putIfAbsent(place, row.line());
            if (first != null) {
                folder.problems()
                        .note(
                                row.line(),
                                () -> "the %s seat of %s at %s stands twice (first on line %d); keep one."
                                        .formatted(key, place.mentee(), place.table(), first));
            } else if (known) {
                places.add(place);
            }
        }
        return places;
    }
}
