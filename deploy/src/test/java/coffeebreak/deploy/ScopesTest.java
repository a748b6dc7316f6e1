package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.slack.Scopes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The scopes that `doctor` asks for are those that the app's manifest brings.
final class ScopesTest {

    @Test
    void theManifestBringsExactlyTheScopesTheDoctorAsksFor() throws IOException {
        var manifest = Shipped.yaml("slack-manifest.yaml");

        assertThat(WorkspaceClient.list(manifest.at("/oauth_config/scopes/bot")))
                .extracting(scope -> scope.asString())
                .containsExactlyInAnyOrderElementsOf(Scopes.needed());
    }
}
