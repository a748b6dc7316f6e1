package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every keeper of profiles does.
public abstract class ProfilesContract {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");

    private final Profiles profiles;

    /// @param profiles with nothing in them
    protected ProfilesContract(Profiles profiles) {
        this.profiles = profiles;
    }

    @Test
    void aProfileIsKeptAsItIs() {
        assertThat(profiles.save(profile(ANA, 1))).isTrue();

        assertThat(profiles.find(ANA)).isEqualTo(Optional.of(profile(ANA, 1)));
        assertThat(profiles.find(BO)).isEmpty();
    }

    @Test
    void allProfilesAreThere() {
        profiles.save(profile(ANA, 1));
        profiles.save(profile(BO, 1));

        assertThat(profiles.all()).containsExactlyInAnyOrder(profile(ANA, 1), profile(BO, 1));
    }

    @Test
    void aProfileReadBeforeSomebodyElseSavedIsNotSaved() {
        assertThat(profiles.save(profile(ANA, 2))).isFalse();
        profiles.save(profile(ANA, 1));
        assertThat(profiles.save(profile(ANA, 1))).isFalse();
        assertThat(profiles.save(profile(ANA, 3))).isFalse();
        assertThat(profiles.find(ANA)).isEqualTo(Optional.of(profile(ANA, 1)));

        assertThat(profiles.save(profile(ANA, 2))).isTrue();
        assertThat(profiles.find(ANA)).isEqualTo(Optional.of(profile(ANA, 2)));
    }

    @Test
    void aRemovedProfileIsGoneAndCanBeginAnew() {
        profiles.save(profile(ANA, 1));
        profiles.remove(ANA);
        profiles.remove(BO);

        assertThat(profiles.find(ANA)).isEmpty();
        assertThat(profiles.all()).isEmpty();
        assertThat(profiles.save(profile(ANA, 1))).isTrue();
    }

    @Test
    void theirMarksTellWhetherAnythingHasChangedAndWhose() {
        profiles.save(profile(ANA, 1));
        profiles.save(profile(BO, 1));
        var before = profiles.marks("").orElseThrow();
        assertThat(before.marks()).containsOnlyKeys(ANA, BO);
        assertThat(profiles.marks(before.digest())).isEmpty();

        profiles.save(profile(ANA, 2));
        var after = profiles.marks(before.digest()).orElseThrow();
        assertThat(after.marks().get(ANA)).isNotEqualTo(before.marks().get(ANA));
        assertThat(after.marks().get(BO)).isEqualTo(before.marks().get(BO));

        profiles.remove(BO);
        assertThat(profiles.marks(after.digest()).orElseThrow().marks()).containsOnlyKeys(ANA);
    }

    /// One with every kind of value in it.
    public static Profile profile(Person person, long version) {
        return new Profile(
                person,
                "Ana Ünal",
                ZoneId.of("Europe/Zurich"),
                Stage.PHD1,
                "EPFL",
                List.of("t2", "t1"),
                "loss landscapes 🌄",
                Set.of("break-1"),
                "How do you choose a problem?",
                false,
                Set.of(Consent.values()[0]),
                true,
                false,
                Instant.parse("2026-04-01T09:00:00.123Z"),
                version);
    }
}
