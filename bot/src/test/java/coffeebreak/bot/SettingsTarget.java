package coffeebreak.bot;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import java.util.HashMap;
import java.util.List;

/// Settings are taken or refused in sentences, and no secret is in what is said of them.
public final class SettingsTarget implements Target {

    private static final List<String> SECRETS =
            List.of("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "COFFEEBREAK_LLM_KEY", "REDIS_URL");
    private static final String MARK = "c4n4ry";

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                "SLACK_BOT_TOKEN=xoxb-c4n4ry\nSLACK_APP_TOKEN=xapp-c4n4ry\nREDIS_URL=redis://:c4n4ry@localhost:6379",
                "SLACK_SIGNING_SECRET=c4n4ry\nCOFFEEBREAK_SLACK_MODE=http\nREDIS_URL=rediss://u:c4n4ry@h/1\nPORT=99999",
                "SLACK_API_URL=http://[::1]/api/\nREDIS_URL=redis:// c4n4ry\nCOFFEEBREAK_ORGANIZERS=U1, W2,x",
                "REDIS_URL=redis://:]c4n4ry@localhost:6379",
                "REDIS_URL=redis-sentinel://:c4n4ry@localhost/my master",
                "SLACK_API_URL=%%%\nREDIS_URL=c4n4ry\nCOFFEEBREAK_LLM=openai\nCOFFEEBREAK_LLM_KEY=c4n4ry",
                "COFFEEBREAK_LLM=anthropic\nCOFFEEBREAK_LLM_URL=http://u:c4n4ry@h\nCOFFEEBREAK_LLM_MODEL=m\nCOFFEEBREAK_LLM_KEY=c4n4ry",
                "COFFEEBREAK_EVENT_DATE=2026-02-30\nCOFFEEBREAK_EVENT_ZONE=Mars/One\nCOFFEEBREAK_QUIET_HOURS=99:99-1",
                "COFFEEBREAK_RETENTION_DAYS=-1\nCOFFEEBREAK_NOW=now\nCOFFEEBREAK_SIGN_UP_CLOSES=2026-04-25T20:00");
    }

    @Override
    public void holds(byte[] input) {
        var variables = new HashMap<String, String>();
        for (var line : Words.of(input).split("\n")) {
            var sign = line.indexOf('=');
            if (sign > 0) {
                variables.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        // Only a secret's own value is one: elsewhere the mark is any word.
        variables.replaceAll((name, value) -> SECRETS.contains(name) ? value : value.replace(MARK, "word"));
        try {
            var settings = BotSettings.from(variables);
            assertThat(settings.port()).isBetween(0, 65_535);
            assertThat(settings.slack().toString()).doesNotContain(MARK);
            settings.model().ifPresent(model -> assertThat(model.toString()).doesNotContain(MARK));
        } catch (UnusableSettings refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotContain(MARK, "Exception");
        }
    }
}
