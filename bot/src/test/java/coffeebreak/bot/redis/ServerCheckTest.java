package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerCheckTest {

    @Test
    void aServerThatMayLoseSomethingIsWarnedAbout() {
        var check = ServerCheck.of(Map.of("appendonly", "no", "maxmemory-policy", "allkeys-lru"));

        assertThat(check.warnings()).hasSize(2);
        assertThat(check.warnings().get(0)).contains("appendonly yes");
        assertThat(check.warnings().get(1)).contains("allkeys-lru").contains("noeviction");
    }

    @Test
    void aServerThatKeepsEverythingIsNot() {
        assertThat(ServerCheck.of(Map.of("appendonly", "yes", "maxmemory-policy", "noeviction"))
                        .warnings())
                .isEmpty();
    }
}
