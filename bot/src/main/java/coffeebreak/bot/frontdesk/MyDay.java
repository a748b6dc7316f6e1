package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.mentoring.Booking;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Kind.Nature;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.Profiles;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The programme as one person has it: their seats, their own table, talk, panel and poster woven in at their places.
/// The venue's time stands first, the reader's own beside it where it differs.
public final class MyDay {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Profiles profiles;
    private final Directory directory;
    private final Library library;
    private final InstantSource clock;

    public MyDay(
            Supplier<Programme> programme,
            Mentoring mentoring,
            Profiles profiles,
            Directory directory,
            Library library,
            InstantSource clock) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.profiles = profiles;
        this.directory = directory;
        this.library = library;
        this.clock = clock;
    }

    Programme programme() {
        return programme.get();
    }

    /// The answer to "what do I have today?".
    Message message(Person who) {
        var day = of(who);
        var next = day.next();
        var message = Message.saying(next);
        message.heading("Your day").paragraph(Text.of("").bold(next));
        day.addTo(message);
        return message.actions(Button.of("Add to calendar", new ChatIntent.AddToCalendar("")))
                .build();
    }

    /// The same as a part of something larger.
    void addTo(Message.Builder message, Person who) {
        message.heading("My day");
        of(who).addTo(message);
        message.actions(Button.of("Add to calendar", new ChatIntent.AddToCalendar("")));
    }

    /// What is next for somebody, in one sentence.
    String next(Person who) {
        return of(who).next();
    }

    /// The sessions in which somebody is on stage.
    List<Session> onStage(Person who) {
        var listed = of(who).listed();
        return listed == null ? List.of() : programme.get().sessionsOf(listed);
    }

    /// What somebody was to be on stage in and is cancelled.
    List<Session> cancelledOnStage(Person who) {
        var listed = of(who).listed();
        var version = programme.get();
        return version.cancelled().stream()
                .map(Programme.Cancelled::session)
                .filter(session -> listed != null && version.peopleOf(session).contains(listed))
                .toList();
    }

    private Day of(Person who) {
        var version = programme.get();
        try {
            var profile = profiles.find(who);
            var entry = profile.isPresent() ? Optional.<Directory.Entry>empty() : directory.find(who);
            var name = profile.map(each -> each.name()).or(() -> entry.map(Directory.Entry::name));
            var zone = profile.map(each -> each.zone()).or(() -> entry.map(Directory.Entry::zone));
            var listed = mentoring
                    .mentors()
                    .byPerson(who)
                    .flatMap(mentor -> version.person(mentor.id()))
                    .or(() -> name.flatMap(words -> listed(version, words)));
            return new Day(
                    version,
                    clock.instant(),
                    zone.orElse(null),
                    mentoring.bookings(who).stream()
                            .filter(booking -> booking.stand() != Booking.Stand.GONE)
                            .toList(),
                    listed.orElse(null),
                    name.map(library::titlesBy).orElse(List.of()),
                    true);
        } catch (StoreUnavailable gone) {
            return new Day(version, clock.instant(), null, List.of(), null, List.of(), false);
        }
    }

    /// Who in the programme somebody is by their full name; nobody where several could be.
    private static Optional<ProgrammePerson> listed(Programme programme, String name) {
        var sought = PersonName.of(name);
        var same = programme.people().stream()
                .filter(person -> PersonName.of(person.name()).to(sought) == Likeness.SAME)
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /// One person's day at one moment. Pure.
    ///
    /// @param zone     where the reader's own clock stands; null when not known
    /// @param listed   the reader as the programme names them; null for most
    /// @param papers   titles of what they wrote
    /// @param complete whether the reader's own part could be looked up
    private record Day(
            Programme programme,
            Instant now,
            @Nullable ZoneId zone,
            List<Booking> bookings,
            @Nullable ProgrammePerson listed,
            List<String> papers,
            boolean complete) {

        void addTo(Message.Builder message) {
            message.small(when());
            if (!complete) {
                message.paragraph("I cannot look up what is yours just now. The programme is up to date.");
            }
            var sessions = sessions();
            var over = sessions.stream().filter(this::isOver).toList();
            if (!over.isEmpty()) {
                message.small("Earlier: "
                        + over.stream()
                                .map(session -> session.start() + " " + new BreakWording(programme).title(session))
                                .collect(Collectors.joining(" · ")));
            }
            message.points(sessions.stream()
                    .filter(session -> !isOver(session))
                    .map(this::line)
                    .toList());
            if (!papers.isEmpty() && posterSession().isEmpty()) {
                message.small("Among the papers is yours: " + String.join("; ", papers)
                        + ". When it is presented, the organizers can tell you.");
            }
        }

        /// What is next for the reader, in one sentence.
        String next() {
            return sessions().stream()
                    .filter(session -> !isOver(session))
                    .flatMap(session -> own(session).stream().map(own -> {
                        var what = new BreakWording(programme).title(session) + " (" + own + ")";
                        return isNow(session)
                                ? "Now: " + what + "."
                                : "Next for you: " + session.start() + " " + what + ".";
                    }))
                    .findFirst()
                    .orElse("You have no seat at the moment and nothing of your own in the programme from here on.");
        }

        private String when() {
            var day = sessions().stream().findFirst().flatMap(programme::dateOf);
            var venue = programme.zone();
            var ofDays =
                    programme.days() > 1 ? " (day %d of %d)".formatted(programme.dayAt(now) + 1, programme.days()) : "";
            return day.map(DATE::format).orElse("The date is not set yet") + ofDays + ". Times at the venue"
                    + (venue == null ? "" : " (" + venue.getId() + ")")
                    + (differs() ? ", in brackets on your own clock." : ".");
        }

        private boolean differs() {
            return sessions().stream().anyMatch(session -> ownTime(session).isPresent());
        }

        /// The sessions of the day it is, of the first before and of the last afterwards.
        private List<Session> sessions() {
            var today = programme.dayAt(now);
            return programme.sessions().stream()
                    .filter(session -> session.day() == today)
                    .toList();
        }

        private Text line(Session session) {
            var end = session.end();
            var text = isNow(session)
                    ? Text.of("").bold("Now" + (end == null ? "" : ", until " + end))
                    : Text.of("").bold(session.start().toString());
            text = text.plain(
                    ownTime(session).map(time -> " (" + time + " for you)").orElse("") + "  "
                            + new BreakWording(programme).title(session));
            var own = own(session);
            if (own.isPresent()) {
                return text.plain(": ").bold(own.get());
            }
            var people = programme.peopleOf(session).stream()
                    .map(ProgrammePerson::name)
                    .collect(Collectors.joining(", "));
            return people.isEmpty() ? text : text.plain(": " + people);
        }

        /// What the reader does in a session; empty for whatever is not theirs.
        private Optional<String> own(Session session) {
            var own = new ArrayList<String>();
            bookings.stream()
                    .filter(booking -> booking.coffeeBreak().equals(session.id()))
                    .map(Day::words)
                    .forEach(own::add);
            if (listed != null && programme.peopleOf(session).contains(listed)) {
                own.add(onStage(session, listed));
            } else if (posterSession().filter(session::equals).isPresent()) {
                papers.forEach(title -> own.add("your poster \"" + title + "\""));
            }
            return own.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", own));
        }

        private static String words(Booking booking) {
            return switch (booking) {
                case Booking.WithMentor(var _, var _, var mentor, var stand) ->
                    stand == Booking.Stand.OFFERED
                            ? "a seat with " + mentor + " is kept for you, please answer"
                            : "you sit with " + mentor;
                case Booking.WithPeers _ -> "you sit with peers";
                case Booking.Hosting(var _, var _, var guests, var _) ->
                    "you host a table, "
                            + switch (guests) {
                                case 0 -> "nobody is seated yet";
                                case 1 -> "1 person comes";
                                default -> guests + " people come";
                            };
            };
        }

        private static String onStage(Session session, ProgrammePerson person) {
            var part = session.parts().stream()
                    .filter(each -> each.people().contains(person.id()))
                    .findFirst();
            if (part.isPresent()) {
                return "you speak at " + part.get().start();
            }
            return switch (session.kind().nature()) {
                case TALK -> "your talk";
                case PANEL -> "you are on the panel";
                case POSTERS -> "you present your poster";
                case COFFEE, MEAL, CEREMONY, SOCIAL, OTHER -> "you are on stage";
            };
        }

        /// Where the programme has only one, a paper can be shown nowhere else.
        private Optional<Session> posterSession() {
            var all = programme.sessions().stream()
                    .filter(session -> session.kind().nature() == Nature.POSTERS)
                    .toList();
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        }

        private Optional<LocalTime> ownTime(Session session) {
            return programme
                    .startOf(session)
                    .filter(_ -> zone != null)
                    .map(start -> start.atZone(Objects.requireNonNull(zone)).toLocalTime())
                    .filter(time -> !time.equals(session.start()));
        }

        private boolean isNow(Session session) {
            return hasBegun(session) && !isOver(session);
        }

        private boolean hasBegun(Session session) {
            return programme
                    .startOf(session)
                    .filter(start -> !now.isBefore(start))
                    .isPresent();
        }

        /// Whatever has no end of its own lasts until the next one begins.
        private boolean isOver(Session session) {
            var end = programme.endOf(session);
            if (end.isPresent()) {
                return !now.isBefore(end.get());
            }
            return programme.sessions().stream()
                    .filter(next -> next.day() > session.day()
                            || (next.day() == session.day() && next.start().isAfter(session.start())))
                    .anyMatch(this::hasBegun);
        }
    }
}
