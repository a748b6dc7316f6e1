package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whom an announcement is for, read from words and looked up at that moment.
public final class Audience {

    /// How a channel of the chat stands in a command: `<#C024BE91L|general>`.
    private static final Pattern CHANNEL =
            Pattern.compile("(?i)(?:channel )?<?#?(?<id>[CG][A-Z0-9]{5,})(?:\\|[^>]*)?>?");

    private static final Pattern BREAK = Pattern.compile("(?i)(?:those|everybody|people) in (?<what>.+)");

    private final LiveProgramme programme;
    private final Mentoring mentoring;
    private final Profiles profiles;
    private final SessionFinder finder;
    private final InstantSource clock;

    public Audience(
            LiveProgramme programme,
            Mentoring mentoring,
            Profiles profiles,
            SessionFinder finder,
            InstantSource clock) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.profiles = profiles;
        this.finder = finder;
        this.clock = clock;
    }

    /// @param name as organizers read it
    record Named(String name, List<Person> people) {}

    /// Empty where the words name nobody that can be announced to.
    Optional<Named> of(String words) {
        var channel = CHANNEL.matcher(words.strip());
        if (channel.matches()) {
            return Optional.of(new Named(
                    "channel " + channel.group("id").toUpperCase(Locale.ROOT),
                    List.of(new Person(channel.group("id").toUpperCase(Locale.ROOT)))));
        }
        var plan = mentoring.plan();
        var plain = words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ");
        return switch (plain) {
            case "everybody", "everyone", "all" ->
                named("everybody", Stream.concat(signedUp(false), mentors().map(Hosting::person)));
            case "signed up", "sign ups" -> named("signed up", signedUp(true));
            case "seated" -> named("seated", signedUp(true).filter(who -> isSeated(who, plan)));
            case "unseated" -> named("unseated", signedUp(true).filter(who -> !isSeated(who, plan)));
            case "mentors" -> named("mentors", mentors().map(Hosting::person));
            default -> {
                var said = BREAK.matcher(words.strip());
                yield said.matches() ? in(said.group("what"), plan) : Optional.empty();
            }
        };
    }

    private Optional<Named> in(String words, SeatingPlan plan) {
        var version = programme.get();
        var breaks = finder.find(words, version, version.dayAt(clock.instant())).stream()
                .filter(Session::mentorship)
                .toList();
        if (breaks.size() != 1) {
            return Optional.empty();
        }
        var id = breaks.getFirst().id();
        var tables = new LinkedHashSet<String>();
        plan.tables().stream().filter(table -> table.coffeeBreak().equals(id)).forEach(table -> tables.add(table.id()));
        var seated = plan.seats().stream()
                .filter(seat -> seat.state().taken() && tables.contains(seat.table()))
                .map(seat -> seat.mentee());
        var peers = plan.peers().places().stream()
                .filter(place ->
                        place.seat().expected() && place.table().coffeeBreak().equals(id))
                .map(place -> place.seat().person());
        return named(
                "those in " + new BreakWording(version).name(breaks.getFirst()),
                Stream.of(
                                seated,
                                peers,
                                mentors()
                                        .filter(host -> host.mentor().breaks().contains(id))
                                        .map(Hosting::person))
                        .flatMap(people -> people));
    }

    private static Optional<Named> named(String name, Stream<Person> people) {
        return Optional.of(new Named(name, List.copyOf(new LinkedHashSet<>(people.toList()))));
    }

    private Stream<Person> signedUp(boolean seeking) {
        return profiles.all().stream()
                .filter(profile -> profile.seeking() || !seeking)
                .map(Profile::person);
    }

    private static boolean isSeated(Person who, SeatingPlan plan) {
        return !plan.takenBy(who).isEmpty() || !plan.peers().of(who).isEmpty();
    }

    private record Hosting(Mentor mentor, Person person) {}

    private Stream<Hosting> mentors() {
        return mentoring.mentors().all().stream()
                .flatMap(mentor -> Optional.ofNullable(mentor.person()).map(who -> new Hosting(mentor, who)).stream());
    }

    /// What can be announced to, for a form.
    static Set<String> kinds() {
        return new LinkedHashSet<>(List.of("everybody", "signed up", "seated", "unseated", "mentors"));
    }
}
