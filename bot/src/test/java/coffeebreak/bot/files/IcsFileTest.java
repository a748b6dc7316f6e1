package coffeebreak.bot.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.programme.Appointment;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files for calendars, read back by a library that does not know who wrote them.
class IcsFileTest {

    private static final Instant WRITTEN = Instant.parse("2026-04-20T08:00:00.123Z");

    private static Appointment appointment(String start, @Nullable String end, boolean stands) {
        return new Appointment(
                "Sci4DL-seat1",
                7,
                "Coffee Break 1 with Lenka Zdeborová, \"host\"; all day",
                "Line one\nline two",
                "Room 2",
                LocalDateTime.parse(start),
                end == null ? null : LocalDateTime.parse(end),
                stands);
    }

    private static Calendar read(String zone, Appointment... appointments) {
        try {
            return new CalendarBuilder()
                    .build(new ByteArrayInputStream(new IcsFile().of(List.of(appointments), ZoneId.of(zone), WRITTEN)));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String written(String zone, Appointment appointment) {
        return new String(new IcsFile().of(List.of(appointment), ZoneId.of(zone), WRITTEN), UTF_8);
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents(Component.VEVENT).getFirst();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void noWordsBreakOutOfTheirLine() {
        var hostile = new Appointment(
                "x",
                1,
                "Ana\rATTENDEE:mailto:a@b\r\nEND:VEVENT\u0085BEGIN:VALARM",
                "\u000BBEGIN:VEVENT\u0000\u0080",
                "Room\r1",
                LocalDateTime.parse("2026-04-26T10:30"),
                null,
                true);
        var calendar = read("America/Sao_Paulo", hostile);
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(1);
        assertThat(value(event(calendar), Property.SUMMARY))
                .isEqualTo("Ana\nATTENDEE:mailto:a@b\nEND:VEVENT\nBEGIN:VALARM");
        assertThat(written("America/Sao_Paulo", hostile).replace("\r\n", ""))
                .doesNotContain("\r", "\n", "\0", "\u0080");
    }

    @Test
    void aLineHasSeventyFiveBytesAtMostAndNoLetterIsTorn() {
        var title = "é👩‍🔬".repeat(40);
        var appointment = new Appointment("x", 1, title, "", null, LocalDateTime.parse("2026-04-26T10:30"), null, true);
        assertThat(written("America/Sao_Paulo", appointment).split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(value(event(read("America/Sao_Paulo", appointment)), Property.SUMMARY))
                .isEqualTo(title);
    }

    /// By the zone that came along in the file, since tables of zones differ.
    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo,  2026-04-26T10:30, 2026-04-26T13:30:00Z",
        "America/Sao_Paulo,  2026-01-15T10:30, 2026-01-15T13:30:00Z",
        "Europe/Berlin,      2026-03-29T01:30, 2026-03-29T00:30:00Z",
        "Europe/Berlin,      2026-03-29T10:30, 2026-03-29T08:30:00Z",
        "Europe/Berlin,      2026-10-25T10:30, 2026-10-25T09:30:00Z",
        "America/New_York,   2026-11-01T10:30, 2026-11-01T15:30:00Z",
        "Asia/Kolkata,       2026-04-26T10:30, 2026-04-26T05:00:00Z",
        "Australia/Lord_Howe, 2026-04-05T10:30, 2026-04-05T00:00:00Z",
    })
    void theTimeIsTheVenuesAlsoOnTheDayTheClocksChange(String zone, String start, Instant instant) {
        var calendar = read(zone, appointment(start, null, true));
        var described = calendar.<VTimeZone>getComponents(Component.VTIMEZONE).getFirst();
        var offset = described.getObservances().stream()
                .filter(observance -> !onset(observance).isAfter(instant))
                .max(Comparator.comparing(IcsFileTest::onset))
                .map(observance -> offset(observance, Property.TZOFFSETTO))
                .orElseThrow();

        assertThat(written(zone, appointment(start, null, true)))
                .contains("DTSTART;TZID=" + zone + ":" + start.replaceAll("[-:]", "") + "00\r\n");
        assertThat(LocalDateTime.parse(start).toInstant(offset)).isEqualTo(instant);
        assertThat(Objects.requireNonNull(described.getTimeZoneId()).getValue()).isEqualTo(zone);
    }

    private static Instant onset(Observance observance) {
        return ((LocalDateTime) ((DtStart<?>) observance.getRequiredProperty(Property.DTSTART)).getDate())
                .toInstant(offset(observance, Property.TZOFFSETFROM));
    }

    private static ZoneOffset offset(Observance observance, String property) {
        return ZoneOffset.of(observance.getRequiredProperty(property).getValue());
    }

    @Test
    void anotherProgramReadsTheInstantOnTheDayTheClocksChange() {
        var event = event(read("Europe/Berlin", appointment("2026-03-29T10:30", null, true)));

        assertThat(((ZonedDateTime)
                                Objects.requireNonNull(event.getDateTimeStart()).getDate())
                        .toInstant())
                .isEqualTo("2026-03-29T08:30:00Z");
    }

    @Test
    void aBareOffsetIsWrittenInUtc() {
        var calendar = read("-03:00", appointment("2026-04-26T10:30", "2026-04-26T11:00", true));

        assertThat(calendar.getComponents(Component.VTIMEZONE)).isEmpty();
        assertThat(value(event(calendar), Property.DTSTART)).isEqualTo("20260426T133000Z");
    }

    @Test
    void anEntryHasEverythingACalendarShowsAndAnAlarmTenMinutesBefore() {
        var calendar = read("America/Sao_Paulo", appointment("2026-04-26T10:30", "2026-04-26T11:00", true));
        var event = event(calendar);

        assertThat(Objects.requireNonNull(calendar.getMethod()).getValue()).isEqualTo("PUBLISH");
        assertThat(value(event, Property.UID)).isEqualTo("Sci4DL-seat1@coffeebreak");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Coffee Break 1 with Lenka Zdeborová, \"host\"; all day");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("Line one\nline two");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Room 2");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.DTEND)).isEqualTo("20260426T110000");
        assertThat(event.getAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(
                                alarm.getRequiredProperty(Property.TRIGGER).getValue())
                        .isEqualTo("-PT10M"));
        assertThat(calendar.validate().getEntries()).isEmpty();
    }

    @Test
    void whatIsGoneIsStruckOut() {
        var event = event(read("America/Sao_Paulo", appointment("2026-04-26T10:30", null, false)));

        assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(event.getAlarms()).isEmpty();
    }

    @Test
    void noLineIsLongerThanTheStandardAllows() {
        assertThat(written("Europe/Berlin", appointment("2026-04-26T10:30", null, true))
                        .split("\r\n"))
                .allMatch(line -> line.getBytes(UTF_8).length <= 75);
    }
}
