package coffeebreak.bot.files;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlNodes.Fields;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads who the mentors are and, for demos and tests, who else there is; `demo-roster.yaml` is the example.
public final class YamlRoster {

    private static final String DEMO = "/demo-roster.yaml";
    private final YamlNodes yaml = new YamlNodes();
    private final Programme programme;
    private final Instant signedUp;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> emails = new HashMap<>();
    private final Set<String> agreed = new HashSet<>();
    private final List<RosterRow> rows = new ArrayList<>();

    private YamlRoster(Programme programme, Instant signedUp) {
        this.programme = programme;
        this.signedUp = signedUp;
    }

    /// What a file says.
    ///
    /// @param mentors  those who could host tables, with the breaks they are asked for
    /// @param people   everybody in the chat whom the file names, mentors included
    /// @param profiles of those who have signed up already; all marked as invented
    /// @param emails   by mentor's id, for those by whose address the chat may be asked who they are there
    /// @param agreed   ids of the mentors who agreed to host beforehand; the others are invited
    public record Roster(
            List<Mentor> mentors,
            List<Member> people,
            List<Profile> profiles,
            Map<String, String> emails,
            Set<String> agreed) {

        /// Nobody.
        public static final Roster EMPTY = new Roster(List.of(), List.of(), List.of(), Map.of(), Set.of());

        public Roster {
            mentors = List.copyOf(mentors);
            people = List.copyOf(people);
            profiles = List.copyOf(profiles);
            emails = Map.copyOf(emails);
            agreed = Set.copyOf(agreed);
        }

        /// The mentors among the people of a list. The others are not signed up by it: that only they can do.
        public static Roster of(List<RosterRow> rows) {
            var mentors = new ArrayList<Mentor>();
            var emails = new HashMap<String, String>();
            var agreed = new HashSet<String>();
            for (var row : rows) {
                var id = row.mentor();
                if (id != null) {
                    mentors.add(new Mentor(
                            id,
                            row.name(),
                            row.person(),
                            row.institution().isEmpty() ? Set.of() : Set.of(row.institution()),
                            row.breaks(),
                            row.seats(),
                            Stream.concat(row.interests().stream(), row.papers().stream())
                                    .toList()));
                    if (row.agreed()) {
                        agreed.add(id);
                    }
                    if (row.person() == null && !row.email().isEmpty()) {
                        emails.put(id, row.email());
                    }
                }
            }
            return new Roster(mentors, List.of(), List.of(), emails, agreed);
        }
    }

    /// Somebody in the chat.
    ///
    /// @param title what is said beside the name
    public record Member(Person person, String name, ZoneId zone, Kind kind, String title, boolean signedUp) {
        /// What somebody is to the demo.
        public enum Kind {
            MENTOR,
            ORGANIZER,
            PARTICIPANT
        }
    }

    /// The demo's invented people.
    ///
    /// @param signedUp when those who have signed up did so
    public static Roster demo(Programme programme, Instant signedUp) {
        return parse("demo-roster.yaml", TextFile.resource(DEMO), programme, signedUp);
    }

    /// The roster in a file; of a table the mentors, if every line of it can be used.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file or it cannot be used, with everything that is wrong
    public static Roster at(String location, Programme programme, Instant signedUp) {
        var bytes = TextFile.bytes(location);
        return RosterFile.isYaml(location, bytes)
                ? parse(location, TextFile.text(location, bytes), programme, signedUp)
                : Roster.of(BadFile.unlessWhole(CsvRoster.parse(location, bytes, programme)));
    }

    /// The roster in a text.
    ///
    /// @param file what to call it when something is wrong
    /// @throws BadFile with everything that is wrong
    public static Roster parse(String file, String text, Programme programme, Instant signedUp) {
        var reader = new YamlRoster(programme, signedUp);
        var fields = reader.yaml.document(text);
        var roster = fields == null ? null : reader.roster(fields);
        if (roster == null || !reader.yaml.problems().isEmpty()) {
            throw new BadFile(file, reader.yaml.problems());
        }
        return roster;
    }

    /// Everybody in a text, as a table would name them.
    ///
    /// @throws BadFile with everything that is wrong
    static List<RosterRow> rows(String file, String text, Programme programme) {
        var reader = new YamlRoster(programme, Instant.EPOCH);
        var fields = reader.yaml.document(text);
        if (fields != null) {
            reader.roster(fields);
        }
        if (!reader.yaml.problems().isEmpty()) {
            throw new BadFile(file, reader.yaml.problems());
        }
        return List.copyOf(reader.rows);
    }

    private Roster roster(Fields file) {
        file.only(Set.of("mentors", "people"));
        var mentors = new ArrayList<Mentor>();
        var members = new ArrayList<Member>();
        var profiles = new ArrayList<Profile>();
        for (var item : file.items("mentors")) {
            var fields = yaml.fields(item, "a mentor");
            if (fields != null) {
                mentor(fields, mentors, members);
            }
        }
        for (var item : file.items("people")) {
            var fields = yaml.fields(item, "a person");
            if (fields != null) {
                person(fields, members, profiles);
            }
        }
        return new Roster(mentors, members, profiles, emails, agreed);
    }

    private void mentor(Fields fields, List<Mentor> mentors, List<Member> members) {
        fields.only(Set.of(
                "id", "slack", "email", "name", "zone", "institutions", "breaks", "seats", "topics", "answered"));
        var id = fields.needed("id");
        var known = programme.person(id);
        if (!id.isEmpty() && known.filter(person -> person.is(Role.MENTOR)).isEmpty()) {
            yaml.problem(
                    fields.line("id"),
                    "the programme has no mentor \"%s\"; it has %s."
                            .formatted(
                                    id,
                                    programme.mentors().stream()
                                            .map(person -> person.id())
                                            .collect(Collectors.joining(", "))));
        }
        if (mentors.stream().anyMatch(mentor -> mentor.id().equals(id))) {
            yaml.problem(
                    fields.line("id"),
                    "the mentor \"%s\" stands twice; one entry holds for all their breaks.".formatted(id));
        }
        var name = Optional.ofNullable(fields.words("name"))
                .or(() -> known.map(person -> person.name()))
                .orElse(id);
        var slack = fields.words("slack");
        var zone = zone(fields);
        var institutions = fields.list("institutions").stream()
                .map(YamlNodes.Word::words)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        known.filter(any -> institutions.isEmpty()).ifPresent(person -> institutions.addAll(person.affiliations()));
        mentors.add(new Mentor(
                id,
                name,
                slack == null ? null : new Person(unique(fields, slack)),
                institutions,
                breaks(fields),
                seats(fields),
                fields.list("topics").stream().map(YamlNodes.Word::words).toList()));
        if (fields.yes("answered")) {
            agreed.add(id);
        }
        var email = fields.words("email");
        if (slack == null && email != null) {
            emails.put(id, email);
        }
        var mentor = mentors.getLast();
        rows.add(new RosterRow(
                fields.line(),
                name,
                email == null ? "" : email.toLowerCase(Locale.ROOT),
                mentor.person(),
                String.join(" & ", institutions),
                null,
                mentor.topics(),
                List.of(),
                mentor.breaks(),
                id,
                mentor.seats(),
                agreed.contains(id)));
        if (slack != null) {
            members.add(new Member(
                    new Person(slack),
                    name,
                    zone,
                    Member.Kind.MENTOR,
                    "Mentor, " + String.join(" & ", institutions),
                    false));
        }
    }

    private void person(Fields fields, List<Member> members, List<Profile> profiles) {
        fields.only(Set.of(
                "slack",
                "name",
                "zone",
                "kind",
                "signedUp",
                "stage",
                "institution",
                "topics",
                "interests",
                "breaks",
                "question",
                "secondSeat",
                "consents"));
        var slack = unique(fields, fields.needed("slack"));
        var name = fields.needed("name");
        var zone = zone(fields);
        var kind = fields.words("kind");
        var organizer = "organizer".equals(kind);
        if (kind != null && !organizer && !kind.equals("participant")) {
            yaml.problem(
                    fields.line("kind"), "a person's kind is participant or organizer, not \"%s\".".formatted(kind));
        }
        var signed = fields.yes("signedUp");
        var stage = signed ? stage(fields) : null;
        var institution = Optional.ofNullable(fields.words("institution")).orElse("");
        if (slack.isEmpty()) {
            return;
        }
        var person = new Person(slack);
        members.add(new Member(
                person,
                name,
                zone,
                organizer ? Member.Kind.ORGANIZER : Member.Kind.PARTICIPANT,
                organizer ? "Organizer" : title(stage, institution),
                signed));
        var profile = stage == null ? null : profile(fields, person, name, zone, stage, institution);
        if (profile != null) {
            profiles.add(profile);
        }
        rows.add(new RosterRow(
                fields.line(),
                name,
                "",
                person,
                institution,
                stage,
                profile == null ? List.of() : profile.topics(),
                List.of(),
                profile == null ? Set.of() : profile.breaks(),
                null,
                CsvRoster.DEFAULT_SEATS,
                false));
    }

    private static String title(@Nullable Stage stage, String institution) {
        var words = stage == null ? "" : stage.words();
        return institution.isEmpty() || words.isEmpty() ? words + institution : words + ", " + institution;
    }

    private Profile profile(Fields fields, Person person, String name, ZoneId zone, Stage stage, String institution) {
        var topics = new ArrayList<String>();
        for (var topic : fields.list("topics")) {
            if (programme.topic(topic.words()).isEmpty()) {
                yaml.problem(topic.line(), "the programme has no topic \"%s\".".formatted(topic.words()));
            }
            topics.add(topic.words());
        }
        var consents = EnumSet.noneOf(Consent.class);
        var agreed = fields.inner("consents", "a person's consents");
        if (agreed != null) {
            agreed.only(Set.of("card", "name", "find", "peers"));
            addIf(agreed.yes("card"), consents, Consent.CARD);
            addIf(agreed.yes("name"), consents, Consent.TABLEMATES);
            addIf(agreed.yes("find"), consents, Consent.FINDABLE);
            addIf(agreed.yes("peers"), consents, Consent.PEERS);
        }
        return new Profile(
                person,
                name,
                zone,
                stage,
                institution,
                topics,
                Optional.ofNullable(fields.words("interests")).orElse(""),
                breaks(fields),
                Optional.ofNullable(fields.words("question")).orElse(""),
                fields.yes("secondSeat"),
                consents,
                true,
                true,
                signedUp,
                1);
    }

    private static void addIf(boolean agreed, Set<Consent> consents, Consent consent) {
        if (agreed) {
            consents.add(consent);
        }
    }

    private @Nullable Stage stage(Fields fields) {
        var words = fields.needed("stage");
        try {
            return words.isEmpty() ? null : Stage.valueOf(words.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            yaml.problem(
                    fields.line("stage"),
                    "there is no stage \"%s\"; write one of %s."
                            .formatted(
                                    words,
                                    Arrays.stream(Stage.values())
                                            .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", "))));
            return null;
        }
    }

    private ZoneId zone(Fields fields) {
        var words = fields.words("zone");
        if (words == null) {
            return Optional.ofNullable(programme.zone()).orElse(ZoneOffset.UTC);
        }
        try {
            return ZoneId.of(words);
        } catch (DateTimeException unknown) {
            yaml.problem(
                    fields.line("zone"),
                    "there is no time zone \"%s\"; write one like Europe/Zurich.".formatted(words));
            return ZoneOffset.UTC;
        }
    }

    /// Breaks are written by their number; all of them where none is written.
    private Set<String> breaks(Fields fields) {
        var all = programme.breaks();
        var numbers = fields.list("breaks");
        var ids = new LinkedHashSet<String>();
        for (var number : numbers) {
            var words = number.words();
            if (words.matches("\\d{1,2}") && Integer.parseInt(words) >= 1 && Integer.parseInt(words) <= all.size()) {
                ids.add(all.get(Integer.parseInt(words) - 1).id());
            } else {
                yaml.problem(
                        number.line(),
                        "there is no mentoring break \"%s\"; the programme has %d, counted from 1."
                                .formatted(words, all.size()));
            }
        }
        if (numbers.isEmpty()) {
            all.forEach(each -> ids.add(each.id()));
        }
        return ids;
    }

    private int seats(Fields fields) {
        var words = fields.words("seats");
        if (words == null) {
            return CsvRoster.DEFAULT_SEATS;
        }
        if (!words.matches("\\d{1,3}")) {
            yaml.problem(
                    fields.line("seats"), "a mentor's seats are a number from 0 to 999, not \"%s\".".formatted(words));
            return 0;
        }
        return Integer.parseInt(words);
    }

    private String unique(Fields fields, String slack) {
        if (!slack.isEmpty() && !ids.add(slack)) {
            yaml.problem(
                    fields.line("slack"),
                    "the Slack id \"%s\" stands twice; each person has their own.".formatted(slack));
        }
        return slack;
    }
}
