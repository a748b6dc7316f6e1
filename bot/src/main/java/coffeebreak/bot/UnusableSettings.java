package coffeebreak.bot;

import java.util.List;

/// One or more settings are missing or contradictory; the message has a line for each, which says what to do.
public final class UnusableSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSettings(List<String> problems) {
        super(String.join("\n", problems));
    }
}
