package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.rehearsal.Daybook.Done;
import coffeebreak.bot.rehearsal.Report.Affinity;
import coffeebreak.bot.rehearsal.Report.Hour;
import coffeebreak.bot.rehearsal.Report.MethodFigures;
import coffeebreak.bot.rehearsal.Report.Promise;
import coffeebreak.bot.rehearsal.Report.StageFigures;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import coffeebreak.index.TopicIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts the day up.
record Tally(
        Rehearsal.Piece piece,
        Crowd crowd,
        Daybook book,
        Correspondence letters,
        Bot bot,
        Map<Person, Profile> profiles,
        List<Promise> promises,
        Duration took) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE HH:00", Locale.ENGLISH);
    private static final int PARTS = 10;

    /// In a minute, as Slack documents it.
    private static final Map<String, Integer> ALLOWED = Map.of(
            "chat.postMessage", 300,
            "chat.update", 50,
            "chat.postEphemeral", 100,
            "views.open", 100,
            "views.publish", 100,
            "users.info", 100,
            "conversations.open", 50,
            "conversations.history", 50);

    Report report() {
        return new Report(
                promises.stream().allMatch(Promise::kept),
                piece.programme().shortName(),
                String.valueOf(piece.programme().date()),
                piece.people(),
                piece.seed(),
                took.toMillis() / 1000.0,
                promises,
                book.events(),
                figures(),
                stages(),
                affinity(),
                perHour(),
                calls(),
                acts());
    }

    private Report.Figures figures() {
        var seats = Judgement.seatsAtStarts(book).size();
        var peers = Judgement.withPeersAtAnyStart(book);
        var seated = Judgement.seatedAtAnyStart(book);
        var seeking = profiles.values().stream().filter(Profile::seeking).toList();
        var waiting = seeking.stream()
                .map(Profile::person)
                .filter(person -> !seated.contains(person) && !peers.contains(person))
                .count();
        var times = book.done().stream().mapToLong(Done::millis).sorted().toArray();
        var all = letters.all();
        return new Report.Figures(
                seeking.size(),
                book.published()
                        .map(published -> published.plan().tables().stream()
                                .mapToInt(table -> table.capacity())
                                .sum())
                        .orElse(0),
                seats,
                peers.size(),
                (int) waiting,
                book.asked().size(),
                (int) book.asked().stream().filter(asked -> asked.isRight()).count(),
                all.size(),
                all.stream().mapToInt(letter -> letter.versions().size() - 1).sum(),
                quantile(times, 0.5),
                quantile(times, 0.99),
                book.published().map(published -> published.took().toMillis()).orElse(0L));
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private List<StageFigures> stages() {
        var seated = Judgement.seatedAtAnyStart(book);
        var peers = Judgement.withPeersAtAnyStart(book);
        return Arrays.stream(Stage.values())
                .map(stage -> {
                    var asked = profiles.values().stream()
                            .filter(profile -> profile.stage() == stage && profile.seeking())
                            .map(Profile::person)
                            .toList();
                    return new StageFigures(
                            stage.words(),
                            asked.size(),
                            (int) asked.stream().filter(seated::contains).count(),
                            (int) asked.stream()
                                    .filter(person -> peers.contains(person) && !seated.contains(person))
                                    .count());
                })
                .filter(figures -> figures.asked() > 0)
                .toList();
    }

    private Affinity affinity() {
        var people = List.copyOf(profiles.values());
        var mentors = crowd.mentors();
        var scores = bot.part(TopicIndex.class)
                .scores(
                        people.stream()
                                .map(profile -> Interests.id(profile.person()))
                                .toList(),
                        mentors.stream().map(Mentor::indexId).toList());
        var pairs = new ArrayList<Double>();
        var best = new HashMap<Person, Double>();
        for (var row = 0; row < people.size(); row++) {
            for (var column = 0; column < mentors.size(); column++) {
                if (isFromElsewhere(people.get(row), mentors.get(column))) {
                    pairs.add(scores[row][column]);
                    best.merge(people.get(row).person(), scores[row][column], Math::max);
                }
            }
        }
        var seats = Judgement.seatsAtStarts(book);
        var given = seats.stream().map(seat -> seat.affinity()).toList();
        return new Affinity(
                mean(given),
                mean(pairs),
                mean(seats.stream()
                        .map(seat -> best.getOrDefault(seat.mentee(), seat.affinity()))
                        .toList()),
                inParts(given, given.size()),
                inParts(pairs, 1000));
    }

    private boolean isFromElsewhere(Profile guest, Mentor mentor) {
        var institutions = piece.programme().institutions();
        return Collections.disjoint(
                institutions.allIn(guest.institution()),
                mentor.institutions().stream()
                        .flatMap(name -> institutions.allIn(name).stream())
                        .collect(Collectors.toSet()));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }

    private static List<Integer> inParts(List<Double> values, int of) {
        var counts = new int[PARTS];
        values.forEach(value -> counts[Math.clamp((int) (value * PARTS), 0, PARTS - 1)]++);
        return Arrays.stream(counts)
                .mapToObj(count -> values.isEmpty() ? 0 : Math.round((float) count * of / values.size()))
                .toList();
    }

    private List<Hour> perHour() {
        var posted = new TreeMap<Instant, Integer>();
        var edited = new TreeMap<Instant, Integer>();
        for (var letter : letters.all()) {
            for (var index = 0; index < letter.versions().size(); index++) {
                var hour = letter.versions().get(index).at().truncatedTo(ChronoUnit.HOURS);
                posted.merge(hour, index == 0 ? 1 : 0, Integer::sum);
                edited.merge(hour, index == 0 ? 0 : 1, Integer::sum);
            }
        }
        return posted.keySet().stream()
                .map(hour -> new Hour(
                        HOUR.format(hour.atZone(zone().venueZone())),
                        posted.getOrDefault(hour, 0),
                        edited.getOrDefault(hour, 0)))
                .toList();
    }

    private Programme zone() {
        return piece.programme();
    }

    private List<MethodFigures> calls() {
        return letters.calls().stream()
                .collect(Collectors.groupingBy(Correspondence.Called::method, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new MethodFigures(
                        entry.getKey(),
                        entry.getValue().size(),
                        mostInAMinute(entry.getValue()),
                        ALLOWED.getOrDefault(entry.getKey(), 0),
                        (int) entry.getValue().stream()
                                .filter(Correspondence.Called::refused)
                                .count()))
                .toList();
    }

    private static int mostInAMinute(List<Correspondence.Called> calls) {
        return calls.stream()
                .collect(
                        Collectors.groupingBy(call -> call.at().truncatedTo(ChronoUnit.MINUTES), Collectors.counting()))
                .values()
                .stream()
                .mapToInt(Long::intValue)
                .max()
                .orElse(0);
    }

    /// Without what people said or asked in their own words.
    private Map<String, Integer> acts() {
        return book.done().stream()
                .collect(Collectors.toMap(
                        act -> act.what().replaceAll(" \".*", ""), _ -> 1, Integer::sum, TreeMap::new));
    }
}
