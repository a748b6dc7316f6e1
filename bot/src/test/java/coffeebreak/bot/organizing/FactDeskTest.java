package coffeebreak.bot.organizing;

import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Asker;
import coffeebreak.bot.answers.Conversation;
import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.mentoring.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactDeskTest {

    private final Scene scene = new Scene();
    private final Office office = new Office(scene);
    private final Answers answers = new Answers(office.live, scene.clock, Nearness.none());

    @BeforeEach
    void itIsTwo() {
        scene.itIs("14:00");
    }

    private String asked(String question) {
        return answers.answer(question, Asker.somewhere(), Conversation.none()).text();
    }

    @Test
    void aFactIsAnsweredAtOnceWithItsTime() {
        assertThat(asked("what's the wifi password?")).doesNotContain("minima");

        assertThat(office.types("facts add wifi is SCI4DL, password minima")).startsWith("# Noted");

        assertThat(asked("what's the wifi password?"))
                .isEqualTo("As of 14:00, by the organizers: SCI4DL, password minima");
        assertThat(office.audit.latest(1))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("facts", "fact wifi, revision 1"));
    }

    @Test
    void saidAgainItIsChangedAndRemovedItIsNotToldAnyMore() {
        office.types("facts wifi is SCI4DL");
        assertThat(office.types("facts add WiFi is EDUROAM")).startsWith("# Changed");
        assertThat(asked("wifi?")).contains("EDUROAM").doesNotContain("SCI4DL");
        assertThat(office.types("facts")).contains("- wifi: EDUROAM (14:00)");

        assertThat(office.types("facts remove wifi")).isEqualTo("\"wifi\" is not told any more.");

        assertThat(asked("wifi?")).doesNotContain("EDUROAM");
    }

    @Test
    void aRoomIsThePlaceOfItsSession() {
        office.types("facts add room of the panel is Room 201");

        assertThat(asked("where is the panel?")).contains("Room 201");
        assertThat(office.types("facts room of the unicorns is X")).contains("I find none");
    }

    @Test
    void aFormDoesTheSame() {
        office.presses(
                OLGA,
                new ChatIntent.OrganizerForm(
                        FactDesk.FORM,
                        Map.of("key", List.of("dinner"), "words", List.of("19:00 in the Churrascaria"))));

        assertThat(asked("when is dinner?")).contains("19:00 in the Churrascaria");
    }

    @Test
    void aStatementOfTheFileCanBeHiddenAndShownAgain() {
        var fact = scene.programme.facts().getFirst().id();

        assertThat(office.types("facts remove " + fact)).contains("is not told any more");
        assertThat(office.live.get().facts()).noneMatch(each -> each.id().equals(fact));

        office.types("facts remove " + fact);
        assertThat(office.live.get().facts()).anyMatch(each -> each.id().equals(fact));
    }

    @Test
    void whatIsNoFactIsSaidWithTheWayOut() {
        assertThat(office.types("facts hello")).startsWith("I don't understand \"hello\" as a fact.");
        assertThat(office.types("facts remove hello")).startsWith("There is no fact \"hello\".");
        assertThat(office.types("facts wifi is " + "x".repeat(601))).contains("this one has 601");
    }
}
