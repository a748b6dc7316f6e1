package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every keeper of half-finished sign-ups does.
public abstract class DraftsContract {

    /// How long the drafts under test are kept.
    protected static final Duration LIFETIME = Duration.ofMillis(1_500);

    private static final Person ANA = new Person("U-ana");

    private final Drafts drafts;

    /// @param drafts with nothing in them
    protected DraftsContract(Drafts drafts) {
        this.drafts = drafts;
    }

    /// Lets time pass by the store's clock.
    protected abstract void pass(Duration time);

    @Test
    void aDraftIsKeptAsItIs() {
        drafts.save(ANA, draft("EPFL"));
        drafts.save(ANA, draft("ETH"));

        assertThat(drafts.find(ANA)).isEqualTo(Optional.of(draft("ETH")));
        assertThat(drafts.find(new Person("U-bo"))).isEmpty();
    }

    @Test
    void aDraftOfNothingIsKeptAsItIs() {
        drafts.save(ANA, Draft.EMPTY);

        assertThat(drafts.find(ANA)).isEqualTo(Optional.of(Draft.EMPTY));
    }

    @Test
    void aRemovedDraftIsGone() {
        drafts.save(ANA, draft("EPFL"));
        drafts.remove(ANA);

        assertThat(drafts.find(ANA)).isEmpty();
    }

    @Test
    void whatIsNotFinishedInTimeIsGone() {
        drafts.save(ANA, draft("EPFL"));
        pass(LIFETIME);

        assertThat(drafts.find(ANA)).isEmpty();
    }

    private static Draft draft(String institution) {
        return new Draft(
                Stage.PHD2,
                true,
                institution,
                List.of("t1"),
                "sharpness",
                Set.of("break-1"),
                "Why?",
                true,
                Map.of(Consent.CARD, true, Consent.PEERS, false));
    }
}
