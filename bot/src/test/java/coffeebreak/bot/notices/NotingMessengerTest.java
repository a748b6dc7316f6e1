package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Notice.Urgency;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Messenger.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotingMessengerTest {

    private static final Person ANA = new Person("U-ana");
    private static final Notice NEWS =
            new Notice("n", ANA, new Content.Post(Message.of("news")), Instant.EPOCH, Urgency.ORDINARY, null);

    private final InMemoryContacts contacts = new InMemoryContacts();
    private final List<Notice> tried = new ArrayList<>();
    private Delivery next = new Delivery.Refused("chat.postMessage: user_disabled");
    private final Messenger messenger = new NotingMessenger(
            new Messenger() {
                @Override
                public Delivery deliver(Notice notice, @Nullable Posted edited) {
                    tried.add(notice);
                    return next;
                }

                @Override
                public Lookup find(Notice notice, Instant since) {
                    return new Lookup.Absent();
                }
            },
            contacts);

    @ParameterizedTest
    @ValueSource(strings = {"user_disabled", "account_inactive", "is_inactive", "user_not_found"})
    void whoseAccountIsGoneIsNotTriedAgain(String code) {
        next = new Delivery.Refused("chat.postMessage: " + code);

        assertThat(messenger.deliver(NEWS, null)).isEqualTo(next);
        assertThat(messenger.deliver(NEWS, null)).isInstanceOf(Delivery.Refused.class);

        assertThat(contacts.noted().isGone(ANA)).isTrue();
        assertThat(tried).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_tab_disabled", "cannot_dm_bot", "channel_not_found", "restricted_action"})
    void whoCannotBeReachedForAnotherReasonIsTriedAgainAndNotedUntilItWorks(String code) {
        next = new Delivery.Refused("chat.postMessage: " + code);
        messenger.deliver(NEWS, null);
        assertThat(contacts.noted().trouble(ANA)).isPresent();
        assertThat(contacts.noted().isGone(ANA)).isFalse();

        next = new Delivery.Delivered(new Messenger.Posted("D1", "1.0"));
        messenger.deliver(NEWS, null);

        assertThat(tried).hasSize(2);
        assertThat(contacts.noted().trouble(ANA)).isEmpty();
    }

    @Test
    void whatIsRefusedForItsContentIsNoTroubleOfThePerson() {
        next = new Delivery.Refused("chat.postMessage: msg_too_long");

        messenger.deliver(NEWS, null);

        assertThat(contacts.noted().unreachable()).isEmpty();
    }
}
