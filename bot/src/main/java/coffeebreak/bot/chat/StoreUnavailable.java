package coffeebreak.bot.chat;

/// The one store of truth cannot be reached or did not answer: nothing was changed as far as is known, and whoever
/// asked is told to try again.
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String doing, Throwable cause) {
        super("the store could not be reached while " + doing, cause);
    }
}
