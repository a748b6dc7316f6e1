package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnsweringTest {

    private final Scene scene = new Scene().offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
    private final InMemoryAnswerTimes times = new InMemoryAnswerTimes();
    private final Answering answering = new Answering(scene.mentoring::plan, times, scene.clock);

    /// Ana has the only seat at 08:00, Bo waits.
    private void published() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.FACULTY, "", Set.of(MORNING), false);
        scene.publish();
        answering.look();
    }

    @Test
    void howLongAnAnswerTookIsNotedOnce() {
        published();
        scene.itIs("08:02");
        scene.mentoring.confirm(person("ana"), "");
        answering.look();
        scene.itIs("08:30");
        scene.mentoring.arrive(person("ana"), "");
        answering.look();

        assertThat(times.all()).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void anOfferIsAnsweredFromWhenItWasMade() {
        published();
        scene.itIs("08:10");
        scene.mentoring.decline(person("ana"), "");
        answering.look();
        scene.itIs("08:13");
        scene.mentoring.confirm(person("bo"), "");
        answering.look();

        assertThat(times.all()).containsExactlyInAnyOrder(Duration.ofMinutes(10), Duration.ofMinutes(3));
    }

    @Test
    void anAnswerBetweenTwoLooksIsCounted() {
        answering.look();
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.mentoring.confirm(person("ana"), "");
        answering.look();

        assertThat(times.all()).containsExactly(Duration.ZERO);
    }

    @Test
    void whatWasAnsweredBeforeThisProcessLookedIsNotCounted() {
        published();
        scene.mentoring.confirm(person("ana"), "");
        new Answering(scene.mentoring::plan, times, scene.clock).look();

        assertThat(times.all()).isEmpty();
    }
}
