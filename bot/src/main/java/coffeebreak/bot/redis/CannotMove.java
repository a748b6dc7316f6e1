package coffeebreak.bot.redis;

/// An event cannot be exported or imported; the message says in one sentence why, and what to do.
public final class CannotMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotMove(String sentence) {
        super(sentence);
    }
}
