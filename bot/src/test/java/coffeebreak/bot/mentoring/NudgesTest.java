package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NudgesTest {

    private final Scene scene = new Scene()
            .offering(
                    mentor("kempe", 4, BOTH, "NYU"),
                    mentor("zdeborova", 4, BOTH, "EPFL"),
                    mentor("cohen", 4, BOTH, "Flatiron Institute"),
                    new Mentor("wyart", "Matthieu Wyart", null, Set.of(), BOTH, 4, List.of()));
    private final Nudges nudges = new Nudges(() -> scene.programme, scene.lineup, scene.outbox, scene.ids, scene.clock);

    /// Scenario 33.
    @Test
    void fiveMinutesBeforeThePanelThePanelistsInTheChatAreTold() {
        scene.itIs("15:24");
        nudges.look();
        assertThat(scene.outbox.waiting()).isEmpty();

        scene.itIs("15:25");
        nudges.look();
        nudges.look();

        assertThat(scene.outbox.waiting())
                .extracting(Notice::to)
                .containsExactlyInAnyOrder(person("kempe"), person("zdeborova"));
        assertThat(scene.outbox.waiting().getFirst().content().message().summary())
                .isEqualTo("Your panel discussion starts at 15:30, in 5 minutes.");
    }

    @Test
    void onceItHasBegunNobodyIsTold() {
        scene.itIs("15:30");
        nudges.look();

        assertThat(scene.outbox.waiting()).isEmpty();
    }

    @Test
    void aNudgeIsPointlessOnceTheSessionHasBegun() {
        scene.itIs("15:26");
        nudges.look();
        scene.itIs("15:30");

        assertThat(scene.outbox.waiting()).extracting(Notice::expires).containsOnly(scene.now());
    }
}
