package coffeebreak.bot.notices;

import java.util.function.Supplier;

/// Goes along with a piece of work from its beginning to its end, in the thread that does it: so that every line of the
/// log and every call of the chat can be told to belong to it.
public interface Along {

    /// @param what sort of work, in a word of ours
    /// @param id   tells it from any other, and nobody who is meant by it
    <T> T with(String what, String id, Supplier<T> work);

    /// The same for work that comes to nothing.
    default void with(String what, String id, Runnable work) {
        var _ = with(what, id, () -> {
            work.run();
            return id;
        });
    }

    /// Nobody goes along.
    static Along nobody() {
        return new Along() {
            @Override
            public <T> T with(String what, String id, Supplier<T> work) {
                return work.get();
            }
        };
    }
}
