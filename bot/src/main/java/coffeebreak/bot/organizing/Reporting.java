package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.feedback.Figures;
import coffeebreak.bot.mentoring.AnswerTimes;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.peers.PeerTable;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.text.Collator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Works out the day in figures, who sits where on paper, and both as tables for other programs. Reads only.
public final class Reporting {

    /// The same plan gives the same comparison with chance.
    private static final long SEED = 20_260_426;

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Profiles profiles;
    private final AnswerTimes answerTimes;
    private final Outbox outbox;
    private final Contacts contacts;
    private final Feedbacks feedbacks;
    private final InstantSource clock;

    public Reporting(
            Supplier<Programme> programme,
            Mentoring mentoring,
            Profiles profiles,
            AnswerTimes answerTimes,
            Outbox outbox,
            Contacts contacts,
            Feedbacks feedbacks,
            InstantSource clock) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.profiles = profiles;
        this.answerTimes = answerTimes;
        this.outbox = outbox;
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.clock = clock;
    }

    /// The day as it is now.
    public DayReport report() {
        var plan = mentoring.plan();
        var everybody = profiles.all();
        var seated = seated(plan);
        var withPeers = withPeers(plan);
        withPeers.removeAll(seated);
        var seeking = everybody.stream().filter(Profile::seeking).toList();
        return new DayReport(
                everybody.size(),
                everybody.size() - seeking.size(),
                seated.size(),
                withPeers.size(),
                (int) seeking.stream()
                        .map(Profile::person)
                        .filter(person -> !seated.contains(person) && !withPeers.contains(person))
                        .count(),
                loads(plan),
                Figures.of(feedbacks.all()),
                plan.published()
                        ? StageShares.of(seeking, profile -> seated.contains(profile.person()))
                        : new StageShares(List.of()),
                DayReport.Times.of(answerTimes.all()),
                outbox.counts(),
                outbox.waits(),
                contacts.noted().unreachable().size(),
                mentoring
                        .compared(plan, everybody, SEED)
                        .filter(compared -> compared.seats().size() >= StageShares.SMALLEST));
    }

    private static Set<Person> seated(SeatingPlan plan) {
        return plan.seats().stream()
                .filter(seat -> seat.state().expected())
                .map(seat -> seat.mentee())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Person> withPeers(SeatingPlan plan) {
        return plan.peers().all().stream()
                .flatMap(table -> table.expected().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<DayReport.Load> loads(SeatingPlan plan) {
        var wording = new BreakWording(programme.get());
        return wording.programme().breaks().stream()
                .flatMap(each -> in(each, plan).stream()
                        .map(table -> new DayReport.Load(
                                wording.name(each),
                                host(table),
                                plan.expectedAt(table).size(),
                                table.capacity())))
                .toList();
    }

    /// The tables of a break at which somebody can sit or sits.
    private static List<MentorTable> in(Session coffeeBreak, SeatingPlan plan) {
        return plan.tables().stream()
                .filter(table -> table.coffeeBreak().equals(coffeeBreak.id())
                        && (table.capacity() > 0 || !plan.expectedAt(table).isEmpty()))
                .toList();
    }

    private String host(MentorTable table) {
        return table.host().isEmpty()
                ? mentoring
                        .mentors()
                        .byId(table.mentor())
                        .map(mentor -> mentor.name())
                        .orElse(table.mentor())
                : table.host();
    }

    /// Who sits where now; empty as long as nothing was published.
    public Optional<TableList> tables() {
        var plan = mentoring.plan();
        if (!plan.published()) {
            return Optional.empty();
        }
        var day = programme.get();
        var wording = new BreakWording(day);
        var known = profiles.all().stream().collect(Collectors.toMap(Profile::person, Function.identity()));
        var named = known.values().stream()
                .filter(profile -> profile.agreesTo(Consent.TABLEMATES))
                .collect(Collectors.toMap(Profile::person, Function.identity()));
        var guests = new HashMap<Person, List<String>>();
        var unlisted = new HashSet<Person>();
        var sittings = new ArrayList<TableList.Sitting>();
        for (var each : day.breaks()) {
            var tables = new ArrayList<TableList.AtTable>();
            in(each, plan)
                    .forEach(table -> tables.add(onPaper(
                            host(table),
                            plan.expectedAt(table).stream()
                                    .map(seat -> seat.mentee())
                                    .toList(),
                            named)));
            peersIn(each, plan).forEach((name, table) -> {
                if (!table.expected().isEmpty()) {
                    tables.add(onPaper(name, table.expected(), named));
                }
            });
            placesIn(each, plan).forEach((person, table) -> {
                if (named.containsKey(person)) {
                    guests.computeIfAbsent(person, _ -> new ArrayList<>()).add(each.start() + " " + table);
                } else {
                    unlisted.add(person);
                }
            });
            sittings.add(new TableList.Sitting(wording.when(each, day.venueZone()), wording.where(each), tables));
        }
        return Optional.of(new TableList(
                day.shortName(),
                "Round " + plan.round() + ", as of " + day.timeAtVenue(clock.instant()) + ".",
                sittings,
                guests.entrySet().stream()
                        .map(entry -> new TableList.Guest(name(named, entry.getKey()), entry.getValue()))
                        .sorted(bySurname())
                        .toList(),
                unlisted.size()));
    }

    private static String name(Map<Person, Profile> named, Person person) {
        var profile = named.get(person);
        return profile == null ? "a participant" : profile.name();
    }

    private static Comparator<TableList.Guest> bySurname() {
        var collator = Collator.getInstance(Locale.ROOT);
        return Comparator.comparing(
                        (TableList.Guest guest) ->
                                guest.name().substring(guest.name().lastIndexOf(' ') + 1),
                        collator)
                .thenComparing(TableList.Guest::name, collator);
    }

    /// The tables of peers of a break by their names: "Peers 1".
    private static Map<String, PeerTable> peersIn(Session coffeeBreak, SeatingPlan plan) {
        var named = new LinkedHashMap<String, PeerTable>();
        plan.peers().all().stream()
                .filter(table -> table.coffeeBreak().equals(coffeeBreak.id()))
                .forEach(table -> named.put("Peers " + (named.size() + 1), table));
        return named;
    }

    /// At which table each person is expected in a break.
    private Map<Person, String> placesIn(Session coffeeBreak, SeatingPlan plan) {
        var places = new LinkedHashMap<Person, String>();
        in(coffeeBreak, plan)
                .forEach(table -> plan.expectedAt(table).forEach(seat -> places.put(seat.mentee(), host(table))));
        peersIn(coffeeBreak, plan)
                .forEach((name, table) -> table.expected().forEach(person -> places.putIfAbsent(person, name)));
        return places;
    }

    private static TableList.AtTable onPaper(String name, List<Person> people, Map<Person, Profile> named) {
        var lines = people.stream()
                .filter(named::containsKey)
                .map(person -> {
                    var profile = Objects.requireNonNull(named.get(person));
                    return profile.agreesTo(Consent.CARD)
                                    && !profile.institution().isBlank()
                            ? profile.name() + " (" + profile.institution() + ")"
                            : profile.name();
                })
                .toList();
        return new TableList.AtTable(name, lines, people.size() - lines.size());
    }

    /// Every seat that was ever given and what has become of it, a row each, after a row of names. Names, stages and
    /// institutions are those of whoever agreed that their mentor sees them; of nobody what they said afterwards or
    /// with whom they would rather not sit.
    public List<List<String>> seatRows() {
        var plan = mentoring.plan();
        var day = programme.get();
        var wording = new BreakWording(day);
        var known = profiles.all().stream().collect(Collectors.toMap(Profile::person, Function.identity()));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("break", "table", "participant", "stage", "institution", "state", "affinity"));
        for (var each : day.breaks()) {
            for (var table : plan.tables()) {
                if (table.coffeeBreak().equals(each.id())) {
                    plan.seats().stream()
                            .filter(seat -> seat.table().equals(table.id()))
                            .forEach(seat -> rows.add(row(
                                    wording.name(each),
                                    host(table),
                                    Optional.ofNullable(known.get(seat.mentee())),
                                    seat.state().name(),
                                    String.format(Locale.ROOT, "%.3f", seat.affinity()))));
                }
            }
            peersIn(each, plan)
                    .forEach((name, table) -> table.seats()
                            .forEach(seat -> rows.add(row(
                                    wording.name(each),
                                    name,
                                    Optional.ofNullable(known.get(seat.person())),
                                    seat.state().name(),
                                    ""))));
        }
        return rows;
    }

    private static List<String> row(
            String coffeeBreak, String table, Optional<Profile> profile, String state, String affinity) {
        var card = profile.filter(known -> known.agreesTo(Consent.CARD));
        return List.of(
                coffeeBreak,
                table,
                card.map(Profile::name).orElse("a participant"),
                card.map(known -> known.stage().words()).orElse(""),
                card.map(Profile::institution).orElse(""),
                state.toLowerCase(Locale.ROOT).replace('_', ' '),
                affinity);
    }
}
