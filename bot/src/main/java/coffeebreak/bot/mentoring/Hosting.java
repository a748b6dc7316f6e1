package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Lineup.Place;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.BreakReader;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What mentors say about their tables: whether they host, for how many, who takes their place. An answer is
/// stored, and everything that follows from it is worked out from what is stored by those who look.
public final class Hosting {

    private static final int TRIES = 20;
    private static final int MOST_SEATS = 50;
    private static final int LONGEST_NAME = 80;
    /// As the chat hands over a mention.
    private static final Pattern MENTION = Pattern.compile("<?@([UW][A-Z0-9]{2,})>?");

    private final Supplier<Programme> programme;
    private final Lineup lineup;
    private final Plans plans;
    private final Profiles profiles;
    private final Directory directory;
    private final HostSettings settings;
    private final Timekeeper.Duty follow;
    private final InstantSource clock;

    /// @param follow does at once what follows from an answer
    public Hosting(
            Supplier<Programme> programme,
            Lineup lineup,
            Plans plans,
            Profiles profiles,
            Directory directory,
            HostSettings settings,
            Timekeeper.Duty follow,
            InstantSource clock) {
        this.programme = programme;
        this.lineup = lineup;
        this.plans = plans;
        this.profiles = profiles;
        this.directory = directory;
        this.settings = settings;
        this.follow = follow;
        this.clock = clock;
    }

    /// Whether a person is one of the mentors, whatever they have answered.
    public boolean isMentor(Person who) {
        return lineup.byPerson(who).isPresent();
    }

    /// What a mentor has answered, to be changed; empty for everybody else.
    public Optional<Message> standing(Person who) {
        return lineup.byPerson(who).map(this::standing);
    }

    private Message standing(Place place) {
        var wording = new HostWording(programme.get());
        var plan = plans.current();
        return place.unanswered().isEmpty()
                ? wording.toBeChanged(place, zone(place), (mentor, coffeeBreak) -> guests(plan, mentor, coffeeBreak))
                : invitation(place);
    }

    private Message invitation(Place place) {
        var day = programme.get();
        var open = settings.deadline(day).filter(clock.instant()::isBefore).isPresent();
        return new HostWording(day)
                .invitation(place, settings.deadlineAtVenue(day).filter(_ -> open), zone(place));
    }

    private static int guests(SeatingPlan plan, String mentor, String coffeeBreak) {
        return (int) plan.tables().stream()
                .filter(table ->
                        table.mentor().equals(mentor) && table.coffeeBreak().equals(coffeeBreak))
                .flatMap(table -> plan.expectedAt(table).stream())
                .count();
    }

    private ZoneId zone(Place place) {
        return Optional.ofNullable(place.mentor().person())
                .flatMap(profiles::find)
                .map(Profile::zone)
                .orElseGet(() -> programme.get().venueZone());
    }

    /// Does what a mentor says.
    ///
    /// @return what they read then; empty for somebody who is no mentor
    public Optional<Message> hear(Person who, ChatIntent.OfMentor said) {
        var place = lineup.byPerson(who);
        return place.map(mentor -> switch (said) {
            case ChatIntent.ShowHosting _ -> standing(mentor);
            case ChatIntent.HostBreak(var which, var hosted) -> host(mentor, which, hosted);
            case ChatIntent.OfferSeats(var seats) -> offer(mentor, seats);
            case ChatIntent.NameDeputy(var whom) -> deputy(mentor, who, whom);
        });
    }

    private Message host(Place place, String which, boolean hosted) {
        var meant = meant(place, which);
        if (meant.isEmpty()) {
            return Message.saying("I don't know which break you mean.")
                    .paragraph("I don't know which break you mean, or it has begun.")
                    .actions(Button.of("Show my tables", new ChatIntent.ShowHosting()))
                    .build();
        }
        if (!hosted && which.isBlank() && meant.size() > 1) {
            return standing(place);
        }
        var coming = guests(place, meant);
        var changed = say(place, meant, hosted);
        return !hosted && coming > 0 ? cancelled(coming) : invitation(changed);
    }

    private Place say(Place place, List<Session> breaks, boolean hosted) {
        var now = clock.instant();
        return change(place, host -> {
            var next = host;
            for (var each : breaks) {
                if (next.breaks().get(each.id()) == null || next.hosts(each.id()) != hosted) {
                    next = hosted ? next.hosting(each.id()) : next.notHosting(each.id(), now);
                }
            }
            return next;
        });
    }

    private int guests(Place place, List<Session> breaks) {
        var plan = plans.current();
        return breaks.stream()
                .mapToInt(each -> guests(plan, place.mentor().id(), each.id()))
                .sum();
    }

    private static Message cancelled(int guests) {
        var words = "Thank you for telling me. The organizers find other places for the " + HostWording.people(guests)
                + " at your table; you need not write to anybody.";
        return Message.saying(words)
                .paragraph(words)
                .actions(Button.of("Change my answer", new ChatIntent.ShowHosting()))
                .build();
    }

    private Message offer(Place place, int seats) {
        if (seats < 1 || seats > MOST_SEATS) {
            return Message.of(
                    "A table has 1 to " + MOST_SEATS + " seats. If you can't host at all, write: I can't host.");
        }
        return invitation(change(place, host -> place.seats() == seats ? host : host.offering(seats)));
    }

    private Message deputy(Place place, Person who, String whom) {
        var mention = MENTION.matcher(whom.strip());
        var person = mention.matches() ? new Person(mention.group(1)) : null;
        var name = person == null ? whom.strip() : nameOf(person);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Message.of("Who takes your table? Write for example: Ana Lima takes my table.");
        }
        if (who.equals(person)) {
            return Message.of("You are the host already. Write @ and the name of whoever takes your table.");
        }
        var hosted = place.inForce().breaks();
        if (hosted.isEmpty()) {
            return Message.of("You host no table, so there is none to take over.");
        }
        var busy = person == null
                ? Optional.<Mentor>empty()
                : lineup.inForce()
                        .byPerson(person)
                        .filter(other -> other.breaks().stream().anyMatch(hosted::contains));
        if (busy.isPresent()) {
            return Message.of(name + " hosts a table of their own then. Is there somebody else?");
        }
        change(place, host -> host.with(new Host.Deputy(name, person, false)));
        return Message.of("I have asked the organizers whether " + name
                + " may take your table. Until they agree, you are the host.");
    }

    private String nameOf(Person person) {
        return profiles.find(person)
                .map(Profile::name)
                .or(() -> directory.find(person).map(Directory.Entry::name))
                .orElse(person.id());
    }

    /// An organizer knows that a mentor comes: everything they did not answer is answered with yes.
    ///
    /// @return the mentor's name; empty when there is no such mentor
    public Optional<String> confirmByHand(String mentor) {
        return lineup.byId(mentor).map(place -> {
            change(place, host -> {
                var next = host;
                for (var each : place.mentor().breaks()) {
                    next = next.breaks().containsKey(each) ? next : next.hosting(each);
                }
                return next;
            });
            return place.mentor().name();
        });
    }

    /// What an organizer's word for a mentor comes to.
    ///
    /// @param name   of whoever holds the table, which may be a deputy
    /// @param breaks those still to come that are meant
    /// @param guests how many people have places at the tables in them
    public record SpokenFor(String name, List<Session> breaks, int guests) {}

    /// What it would come to if an organizer said that a mentor does not come, or comes after all.
    ///
    /// @param which ids of breaks; where it is empty, those the mentor hosts, or cancelled last, and where there
    ///              are none all that are to come
    /// @return empty when there is no such mentor
    public Optional<SpokenFor> speakingFor(String mentor, Collection<String> which, boolean comes) {
        return lineup.byId(mentor).map(place -> spokenFor(place, which, comes));
    }

    private SpokenFor spokenFor(Place place, Collection<String> which, boolean comes) {
        var open = toCome(place);
        var meant = open.stream()
                .filter(each ->
                        which.isEmpty() ? canBeMeant(place.host(), each.id(), comes) : which.contains(each.id()))
                .toList();
        var breaks = which.isEmpty() && meant.isEmpty() ? open : meant;
        return new SpokenFor(place.inForce().name(), breaks, guests(place, breaks));
    }

    private static boolean canBeMeant(Host host, String coffeeBreak, boolean comes) {
        if (!comes) {
            return host.hosts(coffeeBreak);
        }
        var since = host.cancelled().get(coffeeBreak);
        return since != null && host.cancelled().values().stream().noneMatch(since::isBefore);
    }

    /// An organizer knows that a mentor does not come, or comes after all: as if the mentor had said so.
    public Optional<SpokenFor> speakFor(String mentor, Collection<String> which, boolean comes) {
        return lineup.byId(mentor).map(place -> {
            var spoken = spokenFor(place, which, comes);
            say(place, spoken.breaks(), comes);
            return spoken;
        });
    }

    /// An organizer agrees to the deputy a mentor has named.
    ///
    /// @return who takes whose table; empty when nobody was named
    public Optional<String> agreeToDeputy(String mentor) {
        return lineup.byId(mentor).flatMap(place -> {
            var changed = change(place, host -> {
                var deputy = host.deputy();
                return deputy == null || deputy.agreed()
                        ? host
                        : host.with(new Host.Deputy(deputy.name(), deputy.person(), true));
            });
            return Optional.ofNullable(changed.host().deputy())
                    .map(deputy -> deputy.name() + " takes the table of "
                            + place.mentor().name());
        });
    }

    /// Nobody is a deputy any more who asked to be forgotten.
    public void forget(Person who) {
        for (var place : lineup.places()) {
            var deputy = place.host().deputy();
            if (deputy != null && who.equals(deputy.person())) {
                change(place, host -> host.with((Host.@Nullable Deputy) null));
            }
        }
    }

    /// Who answered what, for organizers.
    public Message overview() {
        var plan = plans.current();
        return new HostWording(programme.get())
                .overview(lineup.places(), (mentor, coffeeBreak) -> guests(plan, mentor, coffeeBreak));
    }

    /// Changes what somebody said, from how it is then, and does what follows.
    private Place change(Place before, UnaryOperator<Host> act) {
        for (var tries = 0; tries < TRIES; tries++) {
            var place = lineup.byId(before.mentor().id()).orElse(before);
            var changed = act.apply(place.host());
            if (changed.equals(place.host())) {
                return place;
            }
            var next = changed.versioned(place.host().version() + 1);
            if (lineup.replace(next)) {
                follow.look();
                return new Place(place.mentor(), next, place.invited());
            }
        }
        throw new IllegalStateException("what a mentor says changed " + TRIES + " times while one answer was kept");
    }

    /// The breaks still to come among those somebody was asked for.
    private List<Session> toCome(Place place) {
        var day = programme.get();
        var now = clock.instant();
        return day.breaks().stream()
                .filter(each -> place.mentor().breaks().contains(each.id()))
                .filter(each ->
                        day.startOf(each).filter(start -> !now.isBefore(start)).isEmpty())
                .toList();
    }

    private List<Session> meant(Place place, String which) {
        var day = programme.get();
        var open = toCome(place);
        var words = which.toLowerCase(Locale.ROOT);
        if (words.isBlank() || words.matches("(?s).*\\b(?:both|all|any|either|breaks|tables)\\b.*")) {
            return open;
        }
        var named = new BreakReader(day.breaks()).meant(words);
        return open.stream()
                .filter(each -> each.id().equals(which) || named.contains(each.id()))
                .toList();
    }
}
