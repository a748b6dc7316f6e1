package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverviewTest {

    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("kempe", 2, Set.of(AFTERNOON), "NYU", "synthetic data"));
    private final Office office = new Office(scene);

    private List<String> needs() {
        return office.overview.needs().stream()
                .map(need -> need.words() + " [" + need.button().label() + "]")
                .toList();
    }

    private void inTheMorning(String name) {
        scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
    }

    private String home() {
        var message = Message.saying("Coffeebreak");
        new OrganizerHome(office.overview).addTo(message);
        return Aloud.read(message.build());
    }

    @Test
    void beforeTheFirstRoundItIsTheFirstRoundThatWaits() {
        assertThat(needs()).isEmpty();
        inTheMorning("Ana");

        assertThat(needs())
                .containsExactly("No round is published yet; 1 person looks for a seat. [Preview a round]");
    }

    @Test
    void whoSignedUpSinceARoundWaitsForTheNext() {
        inTheMorning("Ana");
        scene.publish();
        assertThat(needs()).isEmpty();
        inTheMorning("Bo");
        inTheMorning("Cy");

        assertThat(needs())
                .containsExactly("2 people signed up since round 1 and have no place yet. [Preview a round]");
    }

    @Test
    void aMentorWhoCannotComeIsTheMostPressing() {
        inTheMorning("Ana");
        scene.publish();
        inTheMorning("Bo");
        scene.hosting.hear(new Person("U-cohen"), new coffeebreak.bot.chat.ChatIntent.HostBreak(MORNING, false));

        assertThat(needs())
                .first()
                .asString()
                .isEqualTo("Jeremy Cohen can't come, and 1 person needs another place. [Find them places]");
    }

    @Test
    void mentorsWhoAreSilentAndPeopleWhoCannotBeReachedWait() {
        scene.invited.add("kempe");
        office.contacts.unreachable(new Person("U-ana"), Contacts.GONE);

        assertThat(needs())
                .containsExactly(
                        "Julia Kempe has not said whether they host. [Ask mentors]",
                        "1 person cannot be reached, 0 messages could not be delivered. [See who]");
    }

    @Test
    void itSaysWhatIsOnAndWhatIsNext() {
        scene.itIs("10:40");

        assertThat(office.overview.now()).startsWith("Coffee Break 1 until 11:00; then ");
        scene.itIs("23:00");
        assertThat(office.overview.now()).isEqualTo("nothing is to come");
    }

    @Test
    void theHomeBeginsWithWhatIsNextAndShowsTablesToLookAt() {
        inTheMorning("Ana");
        inTheMorning("Bo");
        scene.publish();
        office.contacts.unreachable(new Person("U-ana"), Contacts.GONE);

        assertThat(home()).isEqualTo("""
                # For organizers
                Next: 1 person cannot be reached, 0 messages could not be delivered.
                [See who]
                - Now: next is Invited talk 1 at 09:00
                - Sign-up for the first round: over; whoever comes now gets a free seat or a place in line
                - Signed up: 2 looking for a seat
                - Round 1: 1 seat taken, 0 confirmed
                - In line: 1 for Coffee Break 1, 0 for Coffee Break 2
                - Messages: 0 delivered, 2 on their way
                Tables to look at
                - Julia Kempe, Coffee Break 2: nobody sits there
                Cannot be reached
                - Ana: the account is deactivated
                [Status] [Preview a round] [Report] [Help]""");
    }

    @Test
    void longListsAreCut() {
        for (var number = 10; number < 17; number++) {
            office.contacts.unreachable(new Person("U-" + number), Contacts.GONE);
        }

        assertThat(office.overview.unreachable())
                .extracting(Text::aloud)
                .hasSize(6)
                .startsWith("U-10: the account is deactivated")
                .endsWith("and 2 more");
    }
}
