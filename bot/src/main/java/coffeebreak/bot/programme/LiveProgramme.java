package coffeebreak.bot.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The programme as it is now. What is asked most is answered from memory, also while the store is away; somebody has
/// to
/// [#refresh] it for changes that others made.
public final class LiveProgramme implements Supplier<Programme> {

    private static final int TRIES = 20;
    private static final int MOST_NAMED = 3;

    private final Programme file;
    private final DayJournal journal;
    private volatile Known known;

    private record Known(DayChanges changes, Programme programme) {}

    public LiveProgramme(Programme file, DayJournal journal) {
        this.file = file;
        this.journal = journal;
        this.known = new Known(DayChanges.NONE, file);
    }

    @Override
    public Programme get() {
        return known.programme();
    }

    /// Takes over what was changed elsewhere.
    public void refresh() {
        take(journal.current());
    }

    private synchronized void take(DayChanges changes) {
        if (changes.revision() != known.changes().revision()) {
            known = new Known(changes, changes.applied(file));
        }
    }

    public DayChanges changes() {
        return known.changes();
    }

    /// The programme as it would be with other changes.
    public Programme with(DayChanges changes) {
        return changes.applied(file);
    }

    /// Changes the day, for everybody, at once.
    ///
    /// @param change made anew when somebody else was faster
    public DayChanges change(UnaryOperator<DayChanges> change) {
        for (var tries = 0; tries < TRIES; tries++) {
            var next = change.apply(journal.current());
            if (journal.replace(next)) {
                take(next);
                return next;
            }
        }
        throw new IllegalStateException("the day was changed " + TRIES + " times while one change was made");
    }

    /// The programme with everything but the delays: what is called off is named by the times it was planned at.
    public Programme onTime() {
        return known.changes().onTime(file);
    }

    /// "As of 14:52 the day runs 15 minutes late from 14:30. Invited talk 4 is cancelled."; empty while it runs as its
    /// file says.
    public Optional<String> asOf() {
        var changes = known.changes();
        var delays = changes.delays();
        var off = changes.standing().toList();
        var latest = Stream.concat(
                        delays.stream().map(Delay::said), off.stream().map(CalledOff::said))
                .max(Comparator.naturalOrder());
        return latest.map(said -> {
            var words = new ArrayList<String>();
            if (!delays.isEmpty()) {
                words.add("the day runs " + delays.stream().map(Delay::inWords).collect(Collectors.joining(" and ")));
            }
            off.stream()
                    .limit(MOST_NAMED)
                    .forEach(each -> words.add(each.session().title() + " is cancelled"));
            if (off.size() > MOST_NAMED) {
                words.add((off.size() - MOST_NAMED) + " more are cancelled");
            }
            return "As of " + file.timeAtVenue(said) + " " + String.join("; ", words) + ".";
        });
    }
}
