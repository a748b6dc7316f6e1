package coffeebreak.bot.organizing;

import coffeebreak.bot.feedback.Figures;
import coffeebreak.bot.mentoring.Compared;
import coffeebreak.bot.notices.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The day in figures, as organizers read it. Nothing in it is about a group of fewer than [StageShares#SMALLEST].
///
/// @param signedUp    profiles, and `withdrawn` how many of them do not look for a seat any more
/// @param seated      people with a seat at a mentor's table
/// @param withPeers   people without one who sit with peers
/// @param unseated    people who look for a seat and sit nowhere
/// @param tables      in the order of the day
/// @param said        what people said afterwards
/// @param stages      the share with a mentor's seat
/// @param answered    how long it took until a seat was answered; empty when too few were
/// @param left        how long messages waited until they left
/// @param unreachable people who cannot be reached
/// @param compared    the affinity of the seats; empty when there are too few
public record DayReport(
        int signedUp,
        int withdrawn,
        int seated,
        int withPeers,
        int unseated,
        List<Load> tables,
        Figures said,
        StageShares stages,
        Optional<Times> answered,
        Outbox.Counts messages,
        Outbox.Waits left,
        int unreachable,
        Optional<Compared> compared) {

    public DayReport {
        tables = List.copyOf(tables);
    }

    /// One table.
    ///
    /// @param coffeeBreak its name
    /// @param taken       how many are expected at it
    public record Load(String coffeeBreak, String mentor, int taken, int capacity) {}

    /// How long something took.
    ///
    /// @param count  how often
    /// @param median half were as fast
    /// @param most   nine of ten were as fast
    public record Times(int count, Duration median, Duration most) {

        static Optional<Times> of(List<Duration> took) {
            if (took.size() < StageShares.SMALLEST) {
                return Optional.empty();
            }
            var sorted = took.stream().sorted().toList();
            return Optional.of(new Times(sorted.size(), at(sorted, 0.5), at(sorted, 0.9)));
        }

        private static Duration at(List<Duration> sorted, double share) {
            return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }

    public int capacity() {
        return tables.stream().mapToInt(Load::capacity).sum();
    }

    public int taken() {
        return tables.stream().mapToInt(Load::taken).sum();
    }
}
