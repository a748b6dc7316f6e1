package coffeebreak.bot.signup;

import coffeebreak.bot.programme.DayChanges.SignUpGate;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Until when people can sign up for the first round: when the organizers said, or else on the evening before the
/// first day. Whoever comes later is seated where there is room.
public final class SignUpDeadline {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'on' EEEE, d MMMM", Locale.ENGLISH);

    private final Supplier<Programme> programme;
    private final Optional<LocalDateTime> set;
    private final InstantSource clock;
    private final Supplier<Optional<SignUpGate>> gate;

    /// @param set on the venue's clock
    public SignUpDeadline(Supplier<Programme> programme, Optional<LocalDateTime> set, InstantSource clock) {
        this(programme, set, clock, Optional::empty);
    }

    /// @param gate what organizers said on the day, which goes before what is set
    public SignUpDeadline(
            Supplier<Programme> programme,
            Optional<LocalDateTime> set,
            InstantSource clock,
            Supplier<Optional<SignUpGate>> gate) {
        this.programme = programme;
        this.set = set;
        this.clock = clock;
        this.gate = gate;
    }

    /// Whether organizers have closed sign-up; whoever comes then is seated where there is room.
    public boolean isClosed() {
        return gate.get().filter(said -> !said.open()).isPresent();
    }

    /// Empty until the day's zone, and its date or the deadline itself, are known, and while organizers keep it open.
    public Optional<Instant> closes() {
        var said = gate.get();
        if (said.isPresent()) {
            return said.filter(each -> !each.open()).map(SignUpGate::said);
        }
        var zone = programme.get().zone();
        return zone == null
                ? Optional.empty()
                : atVenue().map(time -> time.atZone(zone).toInstant());
    }

    private Optional<LocalDateTime> atVenue() {
        var date = programme.get().date();
        return set.or(() ->
                date == null ? Optional.empty() : Optional.of(date.minusDays(1).atTime(EVENING)));
    }

    /// "20:00 on Saturday, 25 April (venue time)"; empty when it is not known, or over.
    public Optional<String> ahead() {
        return closes().filter(end -> clock.instant().isBefore(end))
                .flatMap(_ -> atVenue())
                .map(time -> WHEN.format(time) + " (venue time)");
    }
}
