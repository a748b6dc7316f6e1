package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was done on the rehearsed day, and how the seats stood at the moments that count.
final class Daybook {

    private final List<Done> done = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Looked> looked = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private @Nullable Published published;
    private @Nullable Delayed delayed;
    private @Nullable Cancelled cancelled;

    /// One act and whether the bot answered it.
    ///
    /// @param millis real milliseconds until it did
    record Done(Instant at, String who, String what, boolean answered, long millis) {}

    /// One question, and what came back; empty for nothing.
    record Asked(Instant at, String who, String question, List<String> expected, String answer) {
        boolean isRight() {
            return expected.stream().anyMatch(answer::contains);
        }
    }

    /// The plan at a moment of a break, with the programme as it stood.
    record Looked(Instant at, String coffeeBreak, Act.When when, SeatingPlan plan, Programme programme) {}

    /// @param signedUp whoever had signed up then
    record Published(Instant at, SeatingPlan plan, Set<Person> signedUp, Duration took) {}

    record Delayed(Instant at, SeatingPlan plan, Programme before, Programme after) {}

    /// @param plan before
    record Cancelled(Instant at, String mentor, String table, SeatingPlan plan) {}

    void done(Done act) {
        done.add(act);
    }

    void asked(Asked question) {
        asked.add(question);
    }

    void looked(Looked look) {
        looked.removeIf(other -> other.coffeeBreak().equals(look.coffeeBreak()) && other.when() == look.when());
        looked.add(look);
    }

    /// A line of the day's story.
    void event(String line) {
        events.add(line);
    }

    void published(Published what) {
        published = what;
    }

    void delayed(Delayed what) {
        delayed = what;
    }

    void cancelled(Cancelled what) {
        cancelled = what;
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<Looked> looked() {
        return List.copyOf(looked);
    }

    List<String> events() {
        return List.copyOf(events);
    }

    Optional<Published> published() {
        return Optional.ofNullable(published);
    }

    Optional<Delayed> delayed() {
        return Optional.ofNullable(delayed);
    }

    Optional<Cancelled> cancelled() {
        return Optional.ofNullable(cancelled);
    }

    /// The same day with something else in the place of one act.
    Daybook with(Done was, Done is) {
        var other = copy();
        other.done.replaceAll(each -> each == was ? is : each);
        return other;
    }

    /// The same day with something else in the place of one question.
    Daybook with(Asked was, Asked is) {
        var other = copy();
        other.asked.replaceAll(each -> each == was ? is : each);
        return other;
    }

    /// The same day with another round.
    Daybook with(Published other) {
        var book = copy();
        book.published = other;
        return book;
    }

    private Daybook copy() {
        var copy = new Daybook();
        copy.done.addAll(done);
        copy.asked.addAll(asked);
        copy.looked.addAll(looked);
        copy.events.addAll(events);
        copy.published = published;
        copy.delayed = delayed;
        copy.cancelled = cancelled;
        return copy;
    }
}
