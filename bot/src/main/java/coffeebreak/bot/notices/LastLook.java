package coffeebreak.bot.notices;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The last look at the watch before a message leaves this process, taken where its bytes are about to be written:
/// since its courier looked, the process may have stood still for longer than the claim lasts, and then somebody else
/// has the notice by now.
public final class LastLook {

    private static final ScopedValue<BooleanSupplier> IN_TIME = ScopedValue.newInstance();

    private LastLook() {}

    /// Nothing has left, and nothing may leave any more.
    public static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLate() {
            super("the claim may run out before the call ends");
        }
    }

    /// Delivers; whoever carries the message in this thread looks.
    public static <T> T before(BooleanSupplier inTime, Supplier<T> delivering) {
        return ScopedValue.where(IN_TIME, inTime).call(delivering::get);
    }

    /// Looks, where a courier is delivering.
    ///
    /// @throws TooLate when the message must not leave any more
    public static void look() {
        if (IN_TIME.isBound() && !IN_TIME.get().getAsBoolean()) {
            throw new TooLate();
        }
    }
}
