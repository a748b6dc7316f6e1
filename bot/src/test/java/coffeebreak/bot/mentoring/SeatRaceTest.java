package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;

/// Several at once, over and over: whoever is slower begins again.
class SeatRaceTest {

    private final Scene scene = new Scene().offering(mentor("cohen", 3, Set.of(MORNING), "Flatiron Institute"));

    private void sixSignUp() {
        for (var name : List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo")) {
            scene.signUp(name);
        }
    }

    @RepeatedTest(20)
    void ofTwoOrganizersOnePublishes() throws Exception {
        sixSignUp();
        scene.preview();

        var outcomes = atOnce(List.of(() -> scene.publish(1), () -> scene.publish(1)));

        assertThat(outcomes)
                .hasAtLeastOneElementOfType(Publication.Published.class)
                .anyMatch(outcome ->
                        outcome instanceof Publication.AlreadyPublished || outcome instanceof Publication.Underway);
        assertThat(scene.owed).extracting(Notice::to).doesNotHaveDuplicates().hasSize(6);
    }

    @RepeatedTest(20)
    void whenAllThreeDeclineAtOnceTheThreeInLineMoveUp() throws Exception {
        sixSignUp();
        scene.publish();
        scene.news();
        var waiting = List.copyOf(scene.mentoring.plan().standby().getOrDefault(MORNING, List.of()));
        var answers = new ArrayList<Callable<Answer>>();
        for (var seat : scene.mentoring.plan().seats()) {
            answers.add(() -> scene.mentoring.decline(seat.mentee(), seat.id()));
            answers.add(() -> scene.mentoring.decline(seat.mentee(), seat.id()));
        }

        var outcomes = atOnce(answers);

        assertThat(outcomes).filteredOn(Answer.Done.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(Answer.Already.class::isInstance).hasSize(3);
        assertThat(scene.mentoring.plan().seats())
                .filteredOn(seat -> seat.state().taken())
                .extracting(Seat::mentee)
                .containsExactlyElementsOf(waiting);
        assertThat(scene.owed)
                .filteredOn(notice -> notice.content() instanceof Notice.Content.Post)
                .extracting(Notice::to)
                .containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(scene.owed).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @RepeatedTest(20)
    void aSeatDeclinedWhileARoundIsPublishedIsGivenOnce() throws Exception {
        sixSignUp();
        scene.publish();
        scene.signUp("Gus");
        scene.preview();

        atOnce(List.of(() -> scene.publish(2), () -> {
            var seat = scene.mentoring.plan().seats().getFirst();
            return scene.mentoring.decline(seat.mentee(), seat.id());
        }));

        assertThat(scene.seats()).hasSize(3).doesNotHaveDuplicates();
        assertThat(scene.owed).extracting(Notice::id).doesNotHaveDuplicates();
        assertThat(scene.mentoring.decline(person("nobody"), "")).isEqualTo(new Answer.NoSeat());
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = threads.invokeAll(acts.stream()
                    .<Callable<T>>map(act -> () -> {
                        start.await();
                        return act.call();
                    })
                    .toList());
            var outcomes = new ArrayList<T>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
