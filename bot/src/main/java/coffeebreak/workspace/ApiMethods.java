package coffeebreak.workspace;

import coffeebreak.workspace.RateLimiter.Tier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The methods the workspace knows, by name.
final class ApiMethods {

    /// Does the work and returns the answer without its `ok`.
    @FunctionalInterface
    interface Work {
        ObjectNode call(ApiCall call);
    }

    /// Which token a method takes.
    enum Token {
        NONE,
        BOT,
        APP,
        EITHER
    }

    record Method(Tier tier, Token token, Work work) {}

    private final Map<String, Method> all = new HashMap<>();

    ApiMethods bot(String name, Tier tier, Work work) {
        all.put(name, new Method(tier, Token.BOT, work));
        return this;
    }

    ApiMethods app(String name, Tier tier, Work work) {
        all.put(name, new Method(tier, Token.APP, work));
        return this;
    }

    ApiMethods either(String name, Tier tier, Work work) {
        all.put(name, new Method(tier, Token.EITHER, work));
        return this;
    }

    ApiMethods open(String name, Tier tier, Work work) {
        all.put(name, new Method(tier, Token.NONE, work));
        return this;
    }

    @Nullable
    Method find(String name) {
        return all.get(name);
    }
}
