package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Plans that tell of whom a change has spoken: everybody who is owed a notice for it.
///
/// @param changed called after a change is kept, in the thread that made it
/// @param drafted called with every round that is previewed
public record AnnouncedPlans(Plans kept, Consumer<Set<Person>> changed, Consumer<RoundDraft> drafted) implements Plans {

    @Override
    public SeatingPlan current() {
        return kept.current();
    }

    @Override
    public boolean replace(SeatingPlan plan, List<Notice> notices) {
        var replaced = kept.replace(plan, notices);
        if (replaced) {
            var people = new LinkedHashSet<Person>();
            notices.forEach(notice -> people.addAll(notice.everybody()));
            changed.accept(people);
        }
        return replaced;
    }

    @Override
    public Optional<Turn> takeTurn(Turn turn) {
        return kept.takeTurn(turn);
    }

    @Override
    public void endTurn(Turn turn) {
        kept.endTurn(turn);
    }

    @Override
    public int keepDraft(RoundDraft draft) {
        drafted.accept(draft);
        return kept.keepDraft(draft);
    }

    @Override
    public Optional<RoundDraft> draft(int number) {
        return kept.draft(number);
    }

    @Override
    public void dropDrafts() {
        kept.dropDrafts();
    }

    @Override
    public int latestDraft() {
        return kept.latestDraft();
    }
}
