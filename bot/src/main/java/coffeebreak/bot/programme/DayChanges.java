package coffeebreak.bot.programme;

import java.util.ArrayList;
import java.util.List;

/// How the day differs from its file.
///
/// @param revision grows by one with every change, also with one that takes another back
/// @param delays   in the order they were said; a later one counts from the times the earlier ones gave
public record DayChanges(long revision, List<Delay> delays) {

    public static final DayChanges NONE = new DayChanges(0, List.of());

    public DayChanges {
        delays = List.copyOf(delays);
    }

    public DayChanges with(Delay delay) {
        var more = new ArrayList<>(delays);
        more.add(delay);
        return new DayChanges(revision + 1, more);
    }

    public DayChanges withoutDelays() {
        return new DayChanges(revision + 1, List.of());
    }

    /// The programme as it is with these changes.
    public Programme applied(Programme file) {
        var programme = file;
        for (var delay : delays) {
            programme = programme.delayed(delay);
        }
        return programme.inVersion(file.version() + revision);
    }
}
