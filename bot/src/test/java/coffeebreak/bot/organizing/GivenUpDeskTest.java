package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.organizing.DeadLetters.Letter;
import org.junit.jupiter.api.Test;

class GivenUpDeskTest {

    private final Scene scene = new Scene();
    private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
    private final GivenUpDesk desk = new GivenUpDesk(letters, () -> scene.programme);

    private String types(String words) {
        return Aloud.read(desk.commands()
                .getFirst()
                .typed()
                .carryOut(new Person("UOLGA"), words)
                .reply());
    }

    private void givenUp(String who) {
        letters.add(new Letter(
                scene.clock.instant(), new Person(who), "Words", "my secret question", "NullPointerException"));
    }

    @Test
    void whatWasGivenUpIsNamedWithoutItsWords() {
        assertThat(types("")).isEqualTo("Nothing was given up.");
        assertThat(GivenUpDesk.waiting(letters)).isEmpty();
        givenUp("UANA");

        assertThat(types(""))
                .startsWith("# 1 thing I could not do\n- 08:00 @UANA: Words (NullPointerException)")
                .contains("[Try again]", "[Drop]")
                .doesNotContain("secret");
        assertThat(GivenUpDesk.waiting(letters))
                .singleElement()
                .extracting(Need::words)
                .isEqualTo("1 thing people sent could not be done.");
    }

    @Test
    void itIsTriedAgainOrDropped() {
        givenUp("UANA");
        givenUp("UBOB");
        assertThat(types("again")).isEqualTo("I try again: 2 things.");
        givenUp("UBOB");
        assertThat(types("drop")).startsWith("Dropped: 1 thing.");
        assertThat(types("throw it away")).startsWith("I don't understand \"throw it away\".");
    }
}
