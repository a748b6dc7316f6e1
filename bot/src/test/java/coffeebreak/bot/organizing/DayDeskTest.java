package coffeebreak.bot.organizing;

import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.mentoring.Scene;
import org.junit.jupiter.api.Test;

class DayDeskTest {

    private final Office office = new Office(new Scene());

    @Test
    void aDelayThatIsPressedTwiceDelaysTheDayOnce() {
        var press = new ChatIntent.SetDelay(15, "14:30", 0, 0);

        assertThat(office.presses(OLGA, press)).startsWith("# The day runs 15 minutes late from 14:30");
        assertThat(office.presses(OLGA, press)).isEqualTo("The day runs 15 minutes late from 14:30 already.");
        assertThat(office.live.changes().delays()).hasSize(1);

        assertThat(office.presses(OLGA, new ChatIntent.SetDelay(20, "14:30", 0, 0)))
                .as("of somebody who had not seen the first")
                .startsWith("That cannot be: the day was delayed");
        assertThat(office.presses(OLGA, new ChatIntent.SetDelay(15, "14:30", 0, 1)))
                .as("once more, knowing of the first")
                .startsWith("# The day runs 15 minutes late from 14:30");
    }
}
