package coffeebreak.bot.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import org.junit.jupiter.api.Test;

/// What every keeper of feedback does.
public abstract class FeedbacksContract {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Person CY = new Person("U-cy");

    private final Feedbacks feedbacks;

    /// @param feedbacks with nothing in them
    protected FeedbacksContract(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    @Test
    void whatIsSaidLastOfASeatCountsAndIsShownToNobodyElse() {
        feedbacks.save(new Feedback("seat", ANA, true, 0, ""));
        feedbacks.save(new Feedback("seat", ANA, true, 4, "Ωmega \"quoted\""));
        feedbacks.save(new Feedback("other", BO, null, 0, ""));

        assertThat(feedbacks.find("seat", ANA)).contains(new Feedback("seat", ANA, true, 4, "Ωmega \"quoted\""));
        assertThat(feedbacks.find("other", BO)).contains(new Feedback("other", BO, null, 0, ""));
        assertThat(feedbacks.find("seat", BO)).isEmpty();
        assertThat(feedbacks.all()).hasSize(2);
    }

    @Test
    void aWishCountsInOneDirection() {
        feedbacks.wish(ANA, BO);
        feedbacks.wish(ANA, BO);
        feedbacks.wish(ANA, CY);

        assertThat(feedbacks.wishes(ANA, BO)).isTrue();
        assertThat(feedbacks.wishes(BO, ANA)).isFalse();
        assertThat(feedbacks.wishedBy(ANA)).containsExactly(BO, CY);
        assertThat(feedbacks.wishedBy(BO)).isEmpty();
    }

    @Test
    void whoIsForgottenIsNamedNoMore() {
        feedbacks.save(new Feedback("seat", ANA, true, 4, ""));
        feedbacks.save(new Feedback("other", BO, true, 5, ""));
        feedbacks.wish(ANA, BO);
        feedbacks.wish(BO, ANA);
        feedbacks.wish(BO, CY);

        feedbacks.forget(ANA);
        feedbacks.forget(ANA);

        assertThat(feedbacks.all()).containsExactly(new Feedback("other", BO, true, 5, ""));
        assertThat(feedbacks.wishedBy(ANA)).isEmpty();
        assertThat(feedbacks.wishedBy(BO)).containsExactly(CY);
    }
}
