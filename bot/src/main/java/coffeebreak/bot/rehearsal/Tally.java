package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.MatchingSettings;
import coffeebreak.bot.rehearsal.Daybook.Done;
import coffeebreak.bot.rehearsal.Report.Affinity;
import coffeebreak.bot.rehearsal.Report.Hour;
import coffeebreak.bot.rehearsal.Report.Measured;
import coffeebreak.bot.rehearsal.Report.MethodFigures;
import coffeebreak.bot.rehearsal.Report.Promise;
import coffeebreak.bot.rehearsal.Report.StageFigures;
import coffeebreak.bot.rehearsal.Report.TierFigures;
import coffeebreak.bot.rehearsal.Report.Unanswered;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts the day up.
record Tally(Played played, List<Promise> promises, Duration took) {

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

    /// Called when a connection is made, which takes real time.
    private static final Set<String> CONNECTING = Set.of("apps.connections.open", "auth.test");

    Report report() {
        return new Report(
                promises.stream().allMatch(Promise::kept),
                played.piece().programme().shortName(),
                String.valueOf(played.piece().programme().date()),
                played.piece().people(),
                played.piece().seed(),
                promises,
                book().events(),
                figures(),
                tiers(),
                stages(),
                affinity(),
                unanswered(),
                perHour(),
                calls(),
                acts(),
                measured());
    }

    private Daybook book() {
        return played.book();
    }

    private Map<Person, Profile> profiles() {
        return played.profiles().stream().collect(Collectors.toMap(Profile::person, profile -> profile));
    }

    private Report.Figures figures() {
        var seats = Judgement.seatsAtStarts(book()).size();
        var peers = Judgement.withPeersAtAnyStart(book());
        var seated = Judgement.seatedAtAnyStart(book());
        var seeking = profiles().values().stream().filter(Profile::seeking).toList();
        var waiting = seeking.stream()
                .map(Profile::person)
                .filter(person -> !seated.contains(person) && !peers.contains(person))
                .count();
        var all = played.letters().all();
        return new Report.Figures(
                seeking.size(),
                book().published()
                        .map(published -> published.plan().tables().stream()
                                .mapToInt(table -> table.capacity())
                                .sum())
                        .orElse(0),
                seats,
                peers.size(),
                (int) waiting,
                book().asked().size(),
                (int) book().asked().stream().filter(asked -> asked.isRight()).count(),
                all.size(),
                all.stream().mapToInt(letter -> letter.versions().size() - 1).sum());
    }

    private Measured measured() {
        var times = book().done().stream().mapToLong(Done::millis).sorted().toArray();
        return new Measured(
                took.toMillis() / 1000.0,
                quantile(times, 0.5),
                quantile(times, 0.99),
                book().published().map(published -> published.took().toMillis()).orElse(0L));
    }

    private List<TierFigures> tiers() {
        return book().published()
                .map(published -> Stream.of(true, false)
                        .map(early -> tier(early, published))
                        .filter(tier -> tier.asked() > 0)
                        .toList())
                .orElse(List.of());
    }

    private TierFigures tier(boolean early, Daybook.Published published) {
        var asked = published.signedUp().stream()
                .map(profiles()::get)
                .filter(profile -> profile != null && MatchingSettings.STANDARD.isEarlyStage(profile) == early)
                .toList();
        var seats = asked.stream()
                .map(profile -> published.plan().takenBy(profile.person()).size())
                .toList();
        return new TierFigures(
                early ? "early-stage" : "later",
                asked.size(),
                (int) seats.stream().filter(count -> count > 0).count(),
                (int) asked.stream().filter(Profile::secondSeat).count(),
                (int) seats.stream().filter(count -> count > 1).count());
    }

    private List<Unanswered> unanswered() {
        return book().asked().stream()
                .filter(asked -> asked.answer().isEmpty() || Quiz.isUnknown(asked.answer()))
                .collect(Collectors.groupingBy(Daybook.Asked::question, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Unanswered(entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private List<StageFigures> stages() {
        var seated = Judgement.seatedAtAnyStart(book());
        var peers = Judgement.withPeersAtAnyStart(book());
        return Arrays.stream(Stage.values())
                .map(stage -> {
                    var asked = profiles().values().stream()
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
        return played.compared()
                .map(compared -> new Affinity(
                        compared.mean(),
                        compared.chance(),
                        compared.drawn(),
                        compared.optimum(),
                        inParts(compared.seats(), compared.seats().size()),
                        inParts(compared.byChance(), 1000)))
                .orElse(new Affinity(0, 0, 0, 0, List.of(), List.of()));
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
        for (var letter : played.letters().all()) {
            for (var index = 0; index < letter.versions().size(); index++) {
                var hour = letter.versions().get(index).at().truncatedTo(ChronoUnit.HOURS);
                posted.merge(hour, index == 0 ? 1 : 0, Integer::sum);
                edited.merge(hour, index == 0 ? 0 : 1, Integer::sum);
            }
        }
        return posted.keySet().stream()
                .map(hour -> new Hour(
                        HOUR.format(hour.atZone(played.piece().programme().venueZone())),
                        posted.getOrDefault(hour, 0),
                        edited.getOrDefault(hour, 0)))
                .toList();
    }

    private List<MethodFigures> calls() {
        return played.calls().stream()
                .filter(call -> !CONNECTING.contains(call.method()))
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
        return book().done().stream()
                .collect(Collectors.toMap(
                        act -> act.what().replaceAll(" \".*", ""), _ -> 1, Integer::sum, TreeMap::new));
    }
}
