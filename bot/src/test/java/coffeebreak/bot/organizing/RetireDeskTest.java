package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetireDeskTest {

    private static final Person OLGA = new Person("UOLGA");

    private final Scene scene = new Scene();
    private int retired;
    private final RetireDesk desk = new RetireDesk(
            new Retirement() {
                @Override
                public List<String> stays() {
                    return List.of("24 signed up");
                }

                @Override
                public void retire() {
                    retired++;
                }
            },
            () -> scene.programme);

    private String types(String words) {
        return Aloud.read(
                desk.commands().getFirst().typed().carryOut(OLGA, words).reply());
    }

    private String submits(String name) {
        return Aloud.read(desk.pressed(
                        OLGA, new ChatIntent.OrganizerForm(RetireDesk.FORM, Map.of("name", List.of(name))))
                .orElseThrow()
                .carryOut()
                .get()
                .reply());
    }

    @Test
    void itIsShownWhatStaysAndWhatGoesAndNothingIsDone() {
        assertThat(types(""))
                .startsWith("# Retire Sci4DL?\nThese numbers stay:\n- 24 signed up\nEverything else goes: profiles,")
                .endsWith("[Export first] [Retire the event]");
        assertThat(types("form")).isEqualTo("form: Retire the event");
        assertThat(retired).isZero();
    }

    @Test
    void onlyTheNameOfTheEventEndsIt() {
        assertThat(types("sci4dl 2026"))
                .isEqualTo("\"sci4dl 2026\" is not the name of this event, so nothing was deleted. Type it as it is "
                        + "written: \"Sci4DL\".");
        assertThat(submits("")).contains("nothing was deleted");
        assertThat(retired).isZero();

        assertThat(submits(" Sci4DL ")).startsWith("# Sci4DL is retired");
        assertThat(types("Sci4DL")).startsWith("# Sci4DL is retired");
        assertThat(retired).isEqualTo(2);
    }
}
