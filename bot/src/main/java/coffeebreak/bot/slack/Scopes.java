package coffeebreak.bot.slack;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the bot token must be allowed to do, and what does not work without it. The app's manifest asks for the same.
public final class Scopes {

    static final String HEADER = "x-oauth-scopes";

    private record Scope(String name, String without) {}

    private static final List<Scope> NEEDED = List.of(
            new Scope("chat:write", "nothing can be said"),
            new Scope("commands", "/coffee and /coffee-admin do not exist"),
            new Scope("im:write", "nobody can be told of a seat who has not written first"),
            new Scope("im:history", "the bot hears nothing, and cannot see after a crash what it had said"),
            new Scope("files:write", "no calendar file and no table on paper can be handed over"),
            new Scope("files:read", "no programme, mentors or papers can be imported from a file"),
            new Scope("mpim:write", "peers at one table get no conversation of their own"),
            new Scope("mpim:history", "after a crash a table of peers may be told twice"),
            new Scope("users:read", "names, time zones and guests are not known"),
            new Scope("app_mentions:read", "a question in a channel is not heard"));

    private Scopes() {}

    public static Set<String> needed() {
        return NEEDED.stream().map(Scope::name).collect(Collectors.toUnmodifiableSet());
    }

    /// What is missing from those a token has, each with what does not work.
    ///
    /// @param header what Slack says of the token, comma-separated
    static List<String> missing(String header) {
        var granted = Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
        return NEEDED.stream()
                .filter(scope -> !granted.contains(scope.name()))
                .map(scope -> "%s (without it %s)".formatted(scope.name(), scope.without()))
                .toList();
    }
}
