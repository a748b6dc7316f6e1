package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.signup.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusDeskTest {

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final Office office = new Office(scene);

    @Test
    void theStatusCountsSignUpsSeatsAndMessages() {
        assertThat(office.types("status")).isEqualTo("""
                        # How things stand
                        - Now: next is Invited talk 1 at 09:00
                        - Sign-up for the first round: over; whoever comes now gets a free seat or a place in line
                        - Day: 2026-04-27, America/Sao_Paulo
                        - Sign-ups: 0 looking for a seat, 0 withdrawn
                        - Published: nothing yet
                        - Messages: 0 delivered, 0 on their way, 0 could not be delivered
                        [Preview] [Mentors] [Report] [Audit]""");
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);
        office.types("preview");
        office.presses(OLGA, new ChatIntent.Publish(1));
        scene.mentoring.confirm(new Person("U-ana"), "");

        assertThat(office.types("status"))
                .contains("- Sign-ups: 2 looking for a seat, 0 withdrawn")
                .contains("- Published: round 1, 1 seated (1 confirmed), 1 waiting")
                .contains("- Messages: 0 delivered, 2 on their way, 0 could not be delivered");
    }

    @Test
    void theStatusTellsWhatPeopleSaidAfterwardsWithoutWhoSaidIt() {
        scene.signUp("Ana");
        office.feedbacks.save(new Feedback("s1", new Person("U-ana"), true, 5, "It was <lovely>"));
        office.feedbacks.save(new Feedback("s2", new Person("U-bo"), true, 4, ""));
        office.feedbacks.save(new Feedback("s3", new Person("U-cy"), false, 0, ""));
        office.contacts.unreachable(new Person("U-ana"), Contacts.GONE);

        assertThat(office.types("status"))
                .contains("- Afterwards: 2 met, 1 did not; useful 4.5 of 5, said 2")
                .contains("- Somebody wrote: It was <lovely>")
                .contains("- Cannot be reached: Ana (the account is deactivated)");
    }
}
