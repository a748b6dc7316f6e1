package coffeebreak.bot.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The programme as it is now. What is asked most is answered from memory, also while the store is away; somebody has
/// to [#refresh] it for changes that others made.
public final class LiveProgramme implements Supplier<Programme> {

    private static final int TRIES = 20;
    private static final int MOST_NAMED = 3;

    private final Programme file;
    private final DayJournal journal;
    private final Function<String, Optional<Programme>> imported;
    private volatile Known known;

    /// @param plan what the changes are on top of
    private record Known(DayChanges changes, Programme plan, Programme programme) {}

    /// A programme in whose place no other can be put.
    public LiveProgramme(Programme file, DayJournal journal) {
        this(file, journal, _ -> Optional.empty());
    }

    /// @param imported finds a programme that takes the file's place, by its id
    public LiveProgramme(Programme file, DayJournal journal, Function<String, Optional<Programme>> imported) {
        this.file = file;
        this.journal = journal;
        this.imported = imported;
        this.known = new Known(DayChanges.NONE, file, file);
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
        // Not by the revision: after a failover that lost one there is another of the same number.
        if (!changes.equals(known.changes())) {
            var plan = plan(changes.imported());
            known = new Known(changes, plan, changes.applied(plan));
        }
    }

    /// The programme of an import as it is planned.
    ///
    /// @param id null for that of the file at start
    public Programme plan(@Nullable String id) {
        return id == null
                ? file
                : Objects.equals(id, known.changes().imported())
                        ? known.plan()
                        : imported.apply(id)
                                .map(programme -> programme.inVersion(file.version()))
                                .orElseThrow(() -> new IllegalStateException("the imported programme is gone: " + id));
    }

    /// The programme as it is planned: without the changes made by hand.
    public Programme plan() {
        return known.plan();
    }

    public DayChanges changes() {
        return known.changes();
    }

    /// The programme as it would be with other changes.
    public Programme with(DayChanges changes) {
        return changes.applied(plan(changes.imported()));
    }

    /// Changes the day if nobody has changed it since.
    ///
    /// @param revision the one that is expected
    /// @return false, and nothing changed, when it is another by now
    public boolean change(long revision, UnaryOperator<DayChanges> change) {
        var before = journal.current();
        if (before.revision() != revision) {
            return false;
        }
        var next = change.apply(before);
        if (!journal.replace(next)) {
            return false;
        }
        take(next);
        return true;
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
        return known.changes().onTime(known.plan());
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
