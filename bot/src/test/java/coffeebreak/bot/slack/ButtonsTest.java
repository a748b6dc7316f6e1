package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.encoding.Json;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonsTest {

    private final Buttons buttons = new Buttons(new Json());

    @ParameterizedTest
    @MethodSource("everyIntent")
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

    static Stream<ChatIntent> everyIntent() {
        return Arrays.stream(Objects.requireNonNull(ChatIntent.class.getPermittedSubclasses()))
                .map(ButtonsTest::sample);
    }

    private static ChatIntent sample(Class<?> kind) {
        try {
            var constructor = kind.getDeclaredConstructors()[0];
            var arguments = Arrays.stream(constructor.getGenericParameterTypes())
                    .map(type -> {
                        if (type == int.class) {
                            return (Object) 7;
                        }
                        if (type == boolean.class) {
                            return true;
                        }
                        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
                            return Map.of("topics", List.of("a", "b"), "free", List.of());
                        }
                        if (type instanceof ParameterizedType) {
                            return List.of("a");
                        }
                        if (type instanceof Class<?> words && words.isEnum()) {
                            return words.getEnumConstants()[0];
                        }
                        return "Ωmega \"quoted\" <tag> & 👩‍🔬";
                    })
                    .toArray();
            return (ChatIntent) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(kind + " has no sample", broken);
        }
    }
}
