package coffeebreak.bot.llm;

import coffeebreak.bot.answers.Allowance;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which language model reads what the rules cannot.
///
/// @param protocol `COFFEEBREAK_LLM`
/// @param address  `COFFEEBREAK_LLM_URL`: of a server that speaks the protocol, up to what stands before
///                 `/chat/completions` or `/messages`; the maker's own when null
/// @param model    `COFFEEBREAK_LLM_MODEL`: the model's name
/// @param key      `COFFEEBREAK_LLM_KEY`; empty for a server of one's own that wants none
/// @param limits   `COFFEEBREAK_LLM_PER_PERSON` and `COFFEEBREAK_LLM_PER_DAY`
public record LanguageModelSettings(
        Protocol protocol, @Nullable URI address, String model, String key, Allowance.Limits limits) {

    /// How a model is spoken to.
    public enum Protocol {
        OPENAI,
        ANTHROPIC;

        /// @throws IllegalArgumentException saying what to write
        public static Protocol of(String words) {
            return switch (words.toLowerCase(Locale.ROOT)) {
                case "openai" -> OPENAI;
                case "anthropic" -> ANTHROPIC;
                default ->
                    throw new IllegalArgumentException(
                            "COFFEEBREAK_LLM is \"%s\": write openai, anthropic or none.".formatted(words));
            };
        }
    }

    /// @throws IllegalArgumentException naming what is missing and what to do; the key is never repeated
    public LanguageModelSettings {
        if (model.isEmpty()) {
            throw new IllegalArgumentException(
                    "COFFEEBREAK_LLM_MODEL is not set: write the name of the model that reads questions.");
        }
        if (address == null && key.isEmpty()) {
            throw new IllegalArgumentException("COFFEEBREAK_LLM_KEY is not set: write the key of your account, or set "
                    + "COFFEEBREAK_LLM_URL to a server that wants none.");
        }
        if (address != null
                && (address.getHost() == null
                        || !String.valueOf(address.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "COFFEEBREAK_LLM_URL is no address: write for example http://localhost:11434/v1.");
        }
    }

    /// Without the key, and without what an address may hold beside the host.
    @Override
    public String toString() {
        return "%s %s%s".formatted(protocol, model, address == null ? "" : " at " + address.getHost());
    }
}
