package coffeebreak.bot.files;

import coffeebreak.bot.programme.Appointment;
import coffeebreak.bot.programme.CalendarFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Appointments as iCalendar (RFC 5545). The venue's zone comes along in the file, made from Java's own rules, so that
/// a calendar needs no table of zones of its own and both tell the same time.
public final class IcsFile implements CalendarFile {

    private static final Pattern BREAK = Pattern.compile("\\R");
    /// In bytes, as RFC 5545 has it.
    private static final int LONGEST_LINE = 75;

    private static final Duration ALARM = Duration.ofMinutes(-10);

    /// What is published must name an organizer by an address, and a bot has none.
    private static final URI NOBODY = URI.create("mailto:nobody@coffeebreak.invalid");

    @Override
    public byte[] of(List<Appointment> appointments, ZoneId zone, Instant now) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Coffeebreak//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        if (hasRules(zone)) {
            calendar.add(zone(zone, appointments));
        }
        appointments.forEach(appointment -> calendar.add(event(appointment, zone, now)));
        var written = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, written);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return folded(written.toString().replace("\r\n ", "")).getBytes(StandardCharsets.UTF_8);
    }

    /// The library counts characters where the RFC counts bytes, and tears an emoji that stands at the end of a line.
    private static String folded(String unfolded) {
        var folded = new StringBuilder(unfolded.length() + unfolded.length() / 16);
        var length = 0;
        for (var letter : unfolded.codePoints().toArray()) {
            var bytes = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (letter == '\r' || letter == '\n') {
                length = 0;
            } else if (length + bytes > LONGEST_LINE) {
                folded.append("\r\n ");
                length = 1 + bytes;
            } else {
                length += bytes;
            }
            folded.appendCodePoint(letter);
        }
        return folded.toString();
    }

    private static VEvent event(Appointment appointment, ZoneId zone, Instant written) {
        var event = new VEvent(false);
        event.add(new Uid(appointment.id() + "@coffeebreak"));
        event.add(new Organizer(new ParameterList(List.of(new Cn("Coffeebreak"))), NOBODY));
        event.add(new DtStamp(written.truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence((int) Math.min(appointment.sequence(), Integer.MAX_VALUE)));
        event.add(at(appointment.start(), zone, DtStart::new));
        var end = appointment.end();
        if (end != null) {
            event.add(at(end, zone, DtEnd::new));
        }
        event.add(new Summary(plain(appointment.title())));
        if (!appointment.about().isEmpty()) {
            event.add(new Description(plain(appointment.about())));
        }
        var place = appointment.place();
        if (place != null) {
            event.add(new Location(plain(place)));
        }
        if (appointment.stands()) {
            event.add(ImmutableStatus.VEVENT_CONFIRMED);
            event.add(alarm(appointment));
        } else {
            event.add(ImmutableStatus.VEVENT_CANCELLED);
        }
        return event;
    }

    /// The library escapes a line feed alone: any other line break would begin a line that nobody meant.
    private static String plain(String words) {
        return BREAK.matcher(words).replaceAll("\n").replaceAll("[\\p{Cc}&&[^\n]]", " ");
    }

    private static VAlarm alarm(Appointment appointment) {
        var alarm = new VAlarm(ALARM);
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(plain(appointment.title())));
        return alarm;
    }

    /// A time with a zone the library would convert by its own, older table of zones: the venue's clock is written as
    /// it stands, and the zone's name beside it.
    private static DateProperty<Temporal> at(
            LocalDateTime time, ZoneId zone, Function<Temporal, DateProperty<Temporal>> property) {
        if (!hasRules(zone)) {
            return property.apply(time.atZone(zone).toInstant());
        }
        var written = property.apply(time);
        written.add(new net.fortuna.ical4j.model.parameter.TzId(zone.getId()));
        return written;
    }

    /// A bare offset or UTC is no zone a calendar knows by name; times are then written in UTC.
    private static boolean hasRules(ZoneId zone) {
        return !(zone.normalized() instanceof ZoneOffset);
    }

    /// How the zone's clocks stand around the appointments: at the beginning, and after each change of them.
    private static VTimeZone zone(ZoneId zone, List<Appointment> appointments) {
        var rules = zone.getRules();
        var starts = appointments.stream().map(Appointment::start).sorted().toList();
        var from = starts.getFirst().minusYears(1).atZone(zone).toInstant();
        var to = starts.getLast().plusYears(1).atZone(zone).toInstant();
        var described = new VTimeZone();
        described.add(new TzId(zone.getId()));
        var first = rules.getOffset(from);
        described.add(observance(rules.isDaylightSavings(from), LocalDateTime.ofInstant(from, first), first, first));
        for (var next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = rules.nextTransition(next.getInstant())) {
            described.add(observance(
                    rules.isDaylightSavings(next.getInstant()),
                    next.getDateTimeBefore(),
                    next.getOffsetBefore(),
                    next.getOffsetAfter()));
        }
        return described;
    }

    private static Observance observance(boolean summer, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        Observance observance = summer ? new Daylight() : new Standard();
        observance.add(new DtStart<>(start));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        observance.add(new TzName(after.getId()));
        return observance;
    }
}
