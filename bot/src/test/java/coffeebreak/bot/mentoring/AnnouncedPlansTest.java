package coffeebreak.bot.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.InMemoryOutbox;
import coffeebreak.bot.notices.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncedPlansTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");

    private final SettableClock clock = new SettableClock();
    private final List<Set<Person>> announced = new ArrayList<>();
    private final Plans plans =
            new AnnouncedPlans(new InMemoryPlans(new InMemoryOutbox(), clock), announced::add, _ -> {});

    private Notice notice(String id, Person to, List<Person> with) {
        return new Notice(
                id, to, with, new Notice.Content.Post(Message.of("!")), clock.instant(), Notice.Urgency.ORDINARY, null);
    }

    @Test
    void whomAChangeConcernsIsAnnouncedOnceItIsKeptAndOnlyThen() {
        var plan = SeatingPlan.EMPTY.next();

        assertThat(plans.replace(plan, List.of(notice("1", ANA, List.of()), notice("2", ANA, List.of(BO)))))
                .isTrue();
        assertThat(plans.replace(plan, List.of(notice("3", BO, List.of())))).isFalse();

        assertThat(announced).containsExactly(Set.of(ANA, BO));
    }
}
