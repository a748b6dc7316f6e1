package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import org.junit.jupiter.api.Test;

/// What every keeper of contacts does.
public abstract class ContactsContract {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");

    private final Contacts contacts;

    /// @param contacts with nothing noted
    protected ContactsContract(Contacts contacts) {
        this.contacts = contacts;
    }

    @Test
    void whoAskedForQuietIsMutedUntilTheyTakeItBack() {
        contacts.mute(ANA, true);
        contacts.mute(ANA, true);

        assertThat(contacts.noted().isMuted(ANA)).isTrue();
        assertThat(contacts.noted().isMuted(BO)).isFalse();

        contacts.mute(ANA, false);
        assertThat(contacts.noted().isMuted(ANA)).isFalse();
    }

    @Test
    void whoCannotBeReachedIsNotedWithTheLatestReasonUntilTheyCan() {
        contacts.unreachable(ANA, "switched off");
        contacts.unreachable(ANA, Contacts.GONE);
        contacts.unreachable(BO, "switched off");

        assertThat(contacts.noted().trouble(ANA)).contains(Contacts.GONE);
        assertThat(contacts.noted().isGone(ANA)).isTrue();
        assertThat(contacts.noted().isGone(BO)).isFalse();

        contacts.reachable(ANA);
        assertThat(contacts.noted().unreachable()).containsOnlyKeys(BO);
    }

    @Test
    void whoIsForgottenLeavesNothing() {
        contacts.mute(ANA, true);
        contacts.unreachable(ANA, Contacts.GONE);

        contacts.forget(ANA);

        assertThat(contacts.noted().muted()).isEmpty();
        assertThat(contacts.noted().unreachable()).isEmpty();
    }
}
