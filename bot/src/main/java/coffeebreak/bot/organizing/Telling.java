package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.PublishedRound;
import coffeebreak.bot.notices.Outbox;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a published round is told, for the one who published it: half, all; and as long as it can be taken back,
/// with a button for that. With where the printed tables are it comes to the five answers that Slack takes to one
/// press. What is stored is looked at, so it tells of what other processes send, too.
final class Telling {

    private static final int STEPS = 2;

    private final PublishedRound round;
    private final List<String> notices;
    private final Mentoring mentoring;
    private final Outbox outbox;
    private final InstantSource clock;
    private final RoundWording wording;
    private @Nullable Shown shown;
    private boolean over;

    Telling(
            PublishedRound round,
            List<String> notices,
            Mentoring mentoring,
            Outbox outbox,
            InstantSource clock,
            RoundWording wording) {
        this.round = round;
        this.notices = notices;
        this.mentoring = mentoring;
        this.outbox = outbox;
        this.clock = clock;
        this.wording = wording;
    }

    /// @param step how many halves are told
    private record Shown(int step, boolean all, boolean undoable, Message message) {}

    Reply reply() {
        var first = look();
        shown = first;
        return new Reply.Unfolding(first.message(), this::news);
    }

    private Optional<Message> news() {
        if (over) {
            return Optional.empty();
        }
        var now = mentoring.plan().round(round.number());
        if (now.isEmpty() || now.get().wasTakenBack()) {
            over = true;
            return Optional.of(wording.publishedAndTakenBack(now.orElse(round)));
        }
        var before = shown;
        var next = look();
        if (before == null
                || before.step() != next.step()
                || before.all() != next.all()
                || before.undoable() != next.undoable()) {
            before = next;
        }
        shown = before;
        over = before.all() && !before.undoable();
        return Optional.of(before.message());
    }

    private Shown look() {
        var instant = clock.instant();
        var progress = outbox.progress(notices, instant);
        var ended = progress.delivered() + progress.refused();
        var step = progress.all() == 0 ? STEPS : STEPS * ended / progress.all();
        var undoable = mentoring.canBeTakenBack(round.number());
        return new Shown(step, progress.due() == 0, undoable.isPresent(), wording.published(round, progress, undoable));
    }
}
