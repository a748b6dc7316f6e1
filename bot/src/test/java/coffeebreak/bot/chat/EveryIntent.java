package coffeebreak.bot.chat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One intent of each sort, filled with what is hard to carry.
public final class EveryIntent {

    private EveryIntent() {}

    public static Stream<ChatIntent> samples() {
        return kinds(ChatIntent.class).map(EveryIntent::sample);
    }

    private static Stream<Class<?>> kinds(Class<?> of) {
        return Arrays.stream(Objects.requireNonNull(of.getPermittedSubclasses()))
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }

    private static ChatIntent sample(Class<?> kind) {
        try {
            var constructor = kind.getDeclaredConstructors()[0];
            var arguments = Arrays.stream(constructor.getGenericParameterTypes())
                    .map(EveryIntent::value)
                    .toArray();
            return (ChatIntent) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(kind + " has no sample", broken);
        }
    }

    private static Object value(Type type) {
        if (type == int.class) {
            return 7;
        }
        if (type == long.class) {
            return 7L;
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
    }
}
