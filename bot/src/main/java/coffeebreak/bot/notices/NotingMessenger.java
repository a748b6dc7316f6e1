package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Notes who cannot be reached, and that they can again; makes no attempt for whoever is gone.
public final class NotingMessenger implements Messenger {

    /// The codes by which a chat says that it is about the recipient, and what they mean.
    private static final Map<String, String> TROUBLE = Map.ofEntries(
            Map.entry("account_inactive", Contacts.GONE),
            Map.entry("user_disabled", Contacts.GONE),
            Map.entry("is_inactive", Contacts.GONE),
            Map.entry("user_not_found", Contacts.GONE),
            Map.entry("users_not_found", Contacts.GONE),
            Map.entry("messages_tab_disabled", "the conversation with the bot is switched off"),
            Map.entry("cannot_dm_bot", "the account is a bot"),
            Map.entry("user_not_visible", "the account is not visible to the bot"),
            Map.entry("channel_not_found", "there is no conversation with this account"),
            Map.entry("restricted_action", "the workspace does not let the bot write to them"));

    private static final Pattern CODE = Pattern.compile("[a-z_]+$");

    private final Messenger messenger;
    private final Contacts contacts;

    public NotingMessenger(Messenger messenger, Contacts contacts) {
        this.messenger = messenger;
        this.contacts = contacts;
    }

    @Override
    public Delivery deliver(Notice notice, @Nullable Posted edited) {
        var noted = contacts.noted();
        if (noted.isGone(notice.to())) {
            return new Delivery.Refused(Contacts.GONE);
        }
        var delivery = messenger.deliver(notice, edited);
        if (edited == null && !notice.toSeveral()) {
            note(notice, noted, delivery);
        }
        return delivery;
    }

    private void note(Notice notice, Contacts.Noted noted, Delivery delivery) {
        switch (delivery) {
            case Delivery.Refused(var reason) -> {
                var code = CODE.matcher(reason);
                var trouble = code.find() ? TROUBLE.get(code.group()) : null;
                if (trouble != null) {
                    contacts.unreachable(notice.to(), trouble);
                }
            }
            case Delivery.Delivered _ -> {
                if (noted.trouble(notice.to()).isPresent()) {
                    contacts.reachable(notice.to());
                }
            }
            case Delivery.TryAgain _, Delivery.Uncertain _ -> {}
        }
    }

    @Override
    public Lookup find(Notice notice, Instant since) {
        return messenger.find(notice, since);
    }

    @Override
    public boolean leaveOnly(Posted kept, Notice notice) {
        return messenger.leaveOnly(kept, notice);
    }
}
