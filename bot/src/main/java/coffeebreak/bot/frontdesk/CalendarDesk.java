package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Booking;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.Appointment;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.CalendarFile;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hands out seats and parts of the programme as files for people's own calendars. Asked again after a change,
/// the file replaces what it put there before, and strikes out seats that are gone and talks that are cancelled.
public final class CalendarDesk {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final MyDay day;
    private final CalendarFile file;
    private final InstantSource clock;

    public CalendarDesk(
            Supplier<Programme> programme, Mentoring mentoring, MyDay day, CalendarFile file, InstantSource clock) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.day = day;
        this.file = file;
        this.clock = clock;
    }

    /// Whatever is somebody's own: seats, their table, the sessions in which they are on stage.
    Reply own(Person who) {
        var version = programme.get();
        var sequence = sequence(version);
        return handOver(
                version,
                Stream.concat(
                                mentoring.bookings(who).stream()
                                        .flatMap(booking -> appointment(version, booking, sequence).stream()),
                                Stream.concat(day.onStage(who).stream(), day.cancelledOnStage(who).stream())
                                        .flatMap(session -> appointment(version, session, who, sequence).stream()))
                        .toList(),
                "You have no seat yet that I could put into your calendar. Any part of the programme I can: type for "
                        + "example \"add the panel to my calendar\".");
    }

    /// One seat or part of the programme, by its id; empty for an id that is neither.
    Optional<Reply> one(Person who, String id) {
        var version = programme.get();
        var sequence = sequence(version);
        return mentoring.bookings(who).stream()
                .filter(booking -> booking.id().equals(id))
                .findFirst()
                .flatMap(booking -> appointment(version, booking, sequence))
                .or(() -> Stream.concat(
                                version.session(id).stream(),
                                version.cancelled().stream()
                                        .map(Programme.Cancelled::session)
                                        .filter(session -> session.id().equals(id)))
                        .findFirst()
                        .flatMap(session -> appointment(version, session, who, sequence)))
                .map(appointment -> handOver(version, List.of(appointment), ""));
    }

    /// Parts of the programme.
    Reply of(Person who, List<Session> sessions) {
        var version = programme.get();
        var sequence = sequence(version);
        return handOver(
                version,
                sessions.stream()
                        .flatMap(session -> appointment(version, session, who, sequence).stream())
                        .toList(),
                "I found no part of the programme by these words. Type for example \"add the panel to my calendar\", or "
                        + "\"calendar\" for your own seats.");
    }

    /// Both only ever grow, and so does their sum.
    private long sequence(Programme version) {
        return mentoring.plan().version() + version.version();
    }

    private Reply handOver(Programme version, List<Appointment> appointments, String nothing) {
        var zone = version.zone();
        if (version.date() == null || zone == null) {
            return Reply.say("The workshop has no " + (version.date() == null ? "date" : "time zone")
                    + " yet, so there is nothing a calendar could take. Ask me again when the organizers have set it.");
        }
        if (appointments.isEmpty()) {
            return Reply.say(nothing);
        }
        var lines = appointments.stream().map(CalendarDesk::line).collect(Collectors.joining("; "));
        return new Reply.Attach(
                new Attachment(
                        fileName(version, appointments),
                        "text/calendar",
                        file.of(appointments, zone, clock.instant()),
                        appointments.size() == 1
                                ? appointments.getFirst().title()
                                : "Your day at " + version.shortName()),
                Message.of("Open the file, and your calendar has it: " + lines
                        + ". Venue time; your calendar shows your own. If something changes, ask me again: the new file "
                        + "replaces the old entry."));
    }

    private static String line(Appointment appointment) {
        return appointment.title() + " (" + WHEN.format(appointment.start())
                + (appointment.stands() ? ")" : ", cancelled or no longer yours: it is struck out)");
    }

    private static String fileName(Programme version, List<Appointment> appointments) {
        var what = appointments.size() == 1 ? appointments.getFirst().title() : "my day";
        var words = (version.shortName() + " " + what)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return words.substring(0, words.offsetByCodePoints(0, Math.min(60, words.codePointCount(0, words.length()))))
                + ".ics";
    }

    private static Optional<Appointment> appointment(Programme version, Booking booking, long sequence) {
        var coffeeBreak = version.session(booking.coffeeBreak());
        if (coffeeBreak.isEmpty() || booking.stand() == Booking.Stand.OFFERED) {
            return Optional.empty();
        }
        var name = new BreakWording(version).name(coffeeBreak.get());
        var title = switch (booking) {
            case Booking.WithMentor(var _, var _, var mentor, var _) -> name + " with " + mentor;
            case Booking.WithPeers _ -> name + " with peers";
            case Booking.Hosting _ -> "Your table in " + name;
        };
        return appointment(
                version,
                coffeeBreak.get(),
                booking.id(),
                sequence,
                title,
                "Your messages with Coffeebreak tell who sits there and why.",
                booking.stand() == Booking.Stand.STANDS);
    }

    private static Optional<Appointment> appointment(Programme version, Session session, Person who, long sequence) {
        var about = new ArrayList<String>();
        if (session.talkTitle() != null) {
            about.add(session.talkTitle());
        }
        var people =
                version.peopleOf(session).stream().map(ProgrammePerson::name).collect(Collectors.joining(", "));
        if (!people.isEmpty()) {
            about.add(people);
        }
        about.add(version.name());
        var title = new BreakWording(version).title(session);
        return appointment(
                version,
                session,
                session.id() + "-" + who.id(),
                sequence,
                title,
                String.join("\n", about),
                version.session(session.id()).isPresent());
    }

    private static Optional<Appointment> appointment(
            Programme version, Session session, String id, long sequence, String title, String about, boolean stands) {
        return version.startAtVenue(session)
                .map(start -> new Appointment(
                        version.shortName() + "-" + id,
                        sequence,
                        title,
                        about,
                        place(version, session),
                        start,
                        end(version, session),
                        stands));
    }

    private static @Nullable LocalDateTime end(Programme version, Session session) {
        return version.endAtVenue(session).orElse(null);
    }

    private static @Nullable String place(Programme version, Session session) {
        var place = Stream.of(session.room(), version.place())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }
}
