package coffeebreak.bot.cli;

/// A command cannot do its work; the message says why and what to do, in one sentence.
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }
}
