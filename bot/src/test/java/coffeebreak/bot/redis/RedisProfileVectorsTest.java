package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import coffeebreak.index.Embedder;
import coffeebreak.index.TopicIndex;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the index made of a profile comes back after a restart, and goes when the profile does.
@ExtendWith(RealRedis.Extension.class)
class RedisProfileVectorsTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");

    private final RedisStore store;
    private final List<String> embedded = new ArrayList<>();

    RedisProfileVectorsTest(RealRedis redis) {
        store = redis.store();
    }

    @Test
    void afterARestartNobodyIsEmbeddedAgain() {
        store.profiles().save(profile(ANA, 1, "loss landscapes"));
        store.profiles().save(profile(BO, 1, "model collapse"));
        start().put(profile(ANA, 1, "loss landscapes"));
        start().putAll(store.profiles().all());
        embedded.clear();

        start().putAll(store.profiles().all());

        assertThat(embedded).isEmpty();
    }

    @Test
    void onlyWhatAPersonChangedIsEmbeddedAgain() {
        store.profiles().save(profile(ANA, 1, "loss landscapes"));
        start().putAll(store.profiles().all());
        embedded.clear();
        store.profiles().save(profile(ANA, 2, "diffusion models"));

        start().putAll(store.profiles().all());

        assertThat(embedded).containsExactly("diffusion models");
    }

    @Test
    void vectorsGoWithTheProfileAndDoNotComeAfterIt() {
        store.profiles().save(profile(ANA, 1, "loss landscapes"));
        store.profileVectors().keep(ANA, 1, new byte[] {1, 2, 3});
        assertThat(store.profileVectors().all()).containsOnlyKeys(ANA);

        store.profiles().remove(ANA);
        store.profileVectors().keep(ANA, 1, new byte[] {1, 2, 3});

        assertThat(store.profileVectors().all()).isEmpty();
    }

    @Test
    void vectorsOfAnEarlierVersionAreNotKept() {
        store.profiles().save(profile(ANA, 1, "loss landscapes"));
        store.profiles().save(profile(ANA, 2, "diffusion models"));

        store.profileVectors().keep(ANA, 1, new byte[] {1, 2, 3});
        assertThat(store.profileVectors().all()).isEmpty();
        store.profileVectors().keep(ANA, 2, new byte[] {-1, 0, 127});

        assertThat(store.profileVectors().all().get(ANA)).containsExactly(-1, 0, 127);
    }

    /// The bot's index as it is after a start.
    private Interests start() {
        var words = Embedder.hashing(16);
        Embedder counting = texts -> {
            embedded.addAll(texts);
            return words.embed(texts);
        };
        return new Interests(new TopicIndex(counting), YamlProgramme::builtIn, store.profileVectors(), _ -> List.of());
    }

    private static Profile profile(Person person, long version, String interests) {
        return new Profile(
                person,
                "Somebody",
                ZoneId.of("Europe/Zurich"),
                Stage.PHD1,
                "",
                List.of(),
                interests,
                Set.of(),
                "How do you choose a problem?",
                false,
                Set.of(),
                true,
                false,
                Instant.parse("2026-04-01T09:00:00Z"),
                version);
    }
}
