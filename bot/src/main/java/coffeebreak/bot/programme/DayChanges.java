package coffeebreak.bot.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the day differs from its file.
///
/// @param revision  grows by one with every change, also with one that takes another back
/// @param times     the revision of the latest change of times, parts or rooms, which people's messages have to follow
/// @param delays    in the order they were said; a later one counts from the times the earlier ones gave
/// @param calledOff in the order they were said, also what takes place after all
/// @param sayings   what organizers said beside the file, the latest last
/// @param signUp    whether people can sign up for the next round; null for as the settings say
/// @param imported  the id of the programme that takes the file's place; null for the file's own
public record DayChanges(
        long revision,
        long times,
        List<Delay> delays,
        List<CalledOff> calledOff,
        List<Saying> sayings,
        @Nullable SignUpGate signUp,
        @Nullable String imported) {

    public static final DayChanges NONE = new DayChanges(0, 0, List.of(), List.of(), List.of(), null, null);

    public DayChanges {
        delays = List.copyOf(delays);
        // What was stored by an older version has none of what that version did not know.
        calledOff = calledOff == null ? List.of() : List.copyOf(calledOff);
        sayings = sayings == null ? List.of() : List.copyOf(sayings);
    }

    /// Whether people can sign up for the next round, as organizers said.
    public record SignUpGate(boolean open, Instant said) {}

    public DayChanges with(Delay delay) {
        return new DayChanges(revision + 1, revision + 1, and(delays, delay), calledOff, sayings, signUp, imported);
    }

    public DayChanges withoutDelays() {
        return new DayChanges(revision + 1, revision + 1, List.of(), calledOff, sayings, signUp, imported);
    }

    public DayChanges with(CalledOff off) {
        return new DayChanges(revision + 1, revision + 1, delays, and(calledOff, off), sayings, signUp, imported);
    }

    /// The same where something takes place after all, and what stood in its place does not.
    public DayChanges withBack(CalledOff off, Instant now) {
        return with(off, off.backAt(now));
    }

    /// The same where something else stands in the place of what is called off.
    public DayChanges withInstead(CalledOff off, CalledOff.Instead instead) {
        return with(off, new CalledOff(off.session(), off.said(), instead, off.back()));
    }

    private DayChanges with(CalledOff before, CalledOff after) {
        return new DayChanges(
                revision + 1,
                revision + 1,
                delays,
                calledOff.stream()
                        .map(other -> other.equals(before) ? after : other)
                        .toList(),
                sayings,
                signUp,
                imported);
    }

    /// The same with a saying in place of the one of the same key.
    public DayChanges with(Saying saying) {
        return new DayChanges(
                revision + 1,
                saying.session() == null ? times : revision + 1,
                delays,
                calledOff,
                and(without(saying.key()), saying),
                signUp,
                imported);
    }

    public DayChanges withoutSaying(String key) {
        var room = saying(key).filter(saying -> saying.session() != null).isPresent();
        return new DayChanges(
                revision + 1, room ? revision + 1 : times, delays, calledOff, without(key), signUp, imported);
    }

    public DayChanges with(SignUpGate gate) {
        return new DayChanges(revision + 1, times, delays, calledOff, sayings, gate, imported);
    }

    /// The same on top of another programme.
    ///
    /// @param id null for the file's own
    public DayChanges on(@Nullable String id) {
        return new DayChanges(revision + 1, revision + 1, delays, calledOff, sayings, signUp, id);
    }

    public Optional<Saying> saying(String key) {
        return sayings.stream().filter(saying -> saying.isAbout(key)).findFirst();
    }

    private List<Saying> without(String key) {
        return sayings.stream().filter(saying -> !saying.isAbout(key)).toList();
    }

    private static <T> List<T> and(List<T> some, T one) {
        var more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    /// What does not take place.
    public Stream<CalledOff> standing() {
        return calledOff.stream().filter(CalledOff::stands);
    }

    /// The programme as it is with these changes.
    ///
    /// @param plan the one they are on top of
    public Programme applied(Programme plan) {
        var programme = onTime(plan);
        for (var delay : delays) {
            programme = programme.delayed(delay);
        }
        return programme.saying(sayings).inVersion(plan.version() + times);
    }

    /// The programme with everything but the delays.
    Programme onTime(Programme file) {
        var programme = file;
        for (var off : calledOff) {
            programme = off.stands() ? off.applied(programme) : programme;
        }
        return programme;
    }
}
