package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.organizing.ImportCounter.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.EmailLinks;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.signup.AddressBook.Answer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EmailLinkingTest {

    private static final Person JULIA = new Person("U0JULIA");

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 3, BOTH, "Flatiron Institute", "loss landscapes"));
    private final ImportCounter counter = new ImportCounter(scene);
    private final ArrayList<String> asked = new ArrayList<>();
    private final EmailLinking linking = new EmailLinking(
            counter.lists,
            new EmailLinks(
                    email -> {
                        asked.add(email);
                        return email.startsWith("julia") ? new Answer.Found(JULIA) : new Answer.Nobody();
                    },
                    Passage.real()),
            scene.outbox,
            new NoticeIds(() -> new byte[32]),
            Runnable::run,
            scene.clock);

    @Test
    void mentorsOfAnImportAreFoundByTheirAddressesOnceAndWhoeverImportedThemIsTold() {
        var shown = counter.hands(
                OLGA,
                Sort.MENTORS,
                "mentors.csv",
                "Name,Mentor,E-mail\nJulia Kempe,yes,julia@nyu.edu\nMatthieu Wyart,yes,m@jhu.edu\n");
        linking.look();
        assertThat(asked).as("before it is taken over").isEmpty();
        counter.presses(OLGA, "Take it over", shown);

        linking.look();
        linking.look();

        assertThat(asked).containsExactlyInAnyOrder("julia@nyu.edu", "m@jhu.edu");
        assertThat(counter.lists.mentors().byId("kempe").orElseThrow().person()).isEqualTo(JULIA);
        assertThat(counter.lists.mentorList().emails()).containsOnlyKeys("wyart");
        assertThat(scene.outbox.waitingFor(OLGA))
                .extracting(waiting -> waiting.message().summary())
                .contains("Looked up 2 e-mail addresses: 1 found in Slack.");
    }
}
