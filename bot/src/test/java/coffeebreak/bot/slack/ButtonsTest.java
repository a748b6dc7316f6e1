package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.encoding.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonsTest {

    private final Buttons buttons = new Buttons(new Json());

    @ParameterizedTest
    @MethodSource("coffeebreak.bot.chat.EveryIntent#samples")
    void anIntentComesBackFromAButtonAsItWas(ChatIntent intent) {
        assertThat(buttons.read(buttons.write(intent))).isEqualTo(intent);
    }

    @Test
    void anIntentThatDoesNotFitAButtonFailsWhereItIsWritten() {
        assertThatThrownBy(() -> buttons.write(new ChatIntent.Ask("x".repeat(2_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ask")
                .hasMessageContaining("2000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "approve_42", "{}", "null", "[]", "{\"is\":\"Sudo\"}", "{\"is\":\"ConfirmSeat\",\"seat\":{"})
    void whatIsNoIntentIsRefused(String value) {
        assertThatThrownBy(() -> buttons.read(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
