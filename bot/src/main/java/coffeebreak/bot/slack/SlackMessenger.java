package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Messenger;
import coffeebreak.bot.slack.SlackCall.Outcome;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers each notice by one call and says what became of it. A message carries its notice's id as metadata,
/// which any app of the workspace can read: the id is opaque, and nothing else is in there.
final class SlackMessenger implements Messenger {

    static final String EVENT = "coffeebreak_notice";

    /// The notice that posted the message.
    static final String POSTED_BY = "nid";

    /// The last notice that gave the message a new text.
    static final String EDITED_BY = "edit";

    /// While nobody can reach Slack, or Slack does not let us in.
    private static final Duration UNREACHED = Duration.ofSeconds(5);

    private static final Duration LOCKED = Duration.ofMinutes(1);

    /// A page of a conversation, and how many are read: more than anybody writes between two looks.
    private static final int PAGE = 200;

    private static final int PAGES = 10;

    private static final Logger log = LoggerFactory.getLogger(SlackMessenger.class);

    private final MethodsClient methods;
    private final Identity identity;
    private final Screens screens;

    /// Where the conversation with a person, or with several, is, as the answers to our calls said.
    private final Map<List<Person>, String> conversations = new ConcurrentHashMap<>();

    SlackMessenger(MethodsClient methods, Identity identity, Screens screens) {
        this.methods = methods;
        this.identity = identity;
        this.screens = screens;
    }

    @Override
    public Delivery deliver(Notice notice, @Nullable Posted edited) {
        return switch (notice.content()) {
            case Notice.Content.Post(var message) -> post(notice, message);
            case Notice.Content.Edit(var earlier, var message) -> edit(notice, earlier, message, edited);
            case Notice.Content.TakeBack(var earlier, var message) -> edit(notice, earlier, message, edited);
        };
    }

    private Delivery post(Notice notice, coffeebreak.bot.chat.Message message) {
        if (!notice.toSeveral()) {
            return post(notice, message, notice.to().id());
        }
        var known = conversations.get(notice.everybody());
        if (known != null) {
            return post(notice, message, known);
        }
        var opened = open(notice);
        return opened instanceof Outcome.Done(var answer) && answer.getChannel() != null
                ? post(notice, message, answer.getChannel().getId())
                : unopened(opened);
    }

    /// One person is written to by their own id, which needs no call before.
    private Delivery post(Notice notice, coffeebreak.bot.chat.Message message, String channel) {
        var blocks = screens.blocks(message);
        var request = ChatPostMessageRequest.builder()
                .channel(channel)
                .text(screens.fallback(message))
                .blocks(blocks.isEmpty() ? null : blocks)
                .mrkdwn(false)
                .linkNames(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadata(metadata(Map.of(POSTED_BY, notice.id())))
                .build();
        var outcome = SlackCall.make(() -> methods.chatPostMessage(request));
        if (outcome instanceof Outcome.Done(var answer)) {
            conversations.put(notice.everybody(), answer.getChannel());
            return new Delivery.Delivered(new Posted(answer.getChannel(), answer.getTs()));
        }
        return isTheRecipients(outcome)
                ? new Delivery.Refused("chat.postMessage: " + outcome.reason())
                : undelivered("chat.postMessage", outcome, true);
    }

    /// This code can mean our own account as well as the recipient's; as long as Slack knows us it is not ours.
    private boolean isTheRecipients(Outcome<?> outcome) {
        return outcome instanceof Outcome.Locked<?>(var code)
                && code.equals("account_inactive")
                && identity.ask() instanceof Outcome.Done;
    }

    private Outcome<ConversationsOpenResponse> open(Notice notice) {
        var users = notice.everybody().stream().map(Person::id).toList();
        return SlackCall.make(() -> methods.conversationsOpen(request -> request.users(users)));
    }

    /// Where no conversation came about nothing was posted in it, whatever Slack said. That the app may not open any
    /// (an older manifest) or not with these people (a guest among them) is no reason to hold anything else up.
    private static Delivery unopened(Outcome<?> opened) {
        var reason = "conversations.open: " + opened.reason();
        return switch (opened) {
            case Outcome.Limited<?>(var wait) -> new Delivery.TryAgain(wait, false, reason);
            case Outcome.Unreached<?> _ -> new Delivery.TryAgain(UNREACHED, true, reason);
            case Outcome.Unknown<?> _, Outcome.Done<?> _ -> new Delivery.TryAgain(UNREACHED, false, reason);
            case Outcome.Locked<?> _, Outcome.Refused<?> _ -> new Delivery.Refused(reason);
        };
    }

    private Delivery edit(
            Notice notice, String earlier, coffeebreak.bot.chat.Message message, @Nullable Posted edited) {
        if (edited == null) {
            return notice.toSeveral()
                    ? new Delivery.Refused("the message to several people that it would edit was not sent")
                    : post(notice, message);
        }
        var request = ChatUpdateRequest.builder()
                .channel(edited.channel())
                .ts(edited.ts())
                .text(screens.fallback(message))
                .blocks(screens.blocks(message))
                .linkNames(false)
                .metadata(metadata(Map.of(POSTED_BY, earlier, EDITED_BY, notice.id())))
                .build();
        var outcome = SlackCall.make(() -> methods.chatUpdate(request));
        return outcome instanceof Outcome.Done
                ? new Delivery.Delivered(edited)
                : undelivered("chat.update", outcome, false);
    }

    private static Message.Metadata metadata(Map<String, Object> payload) {
        return Message.Metadata.builder().eventType(EVENT).eventPayload(payload).build();
    }

    /// @param limitsAll whether a rate limit of this method holds for all notices: edits have a tighter limit of
    ///     their own,
    ///                  and nobody's new message waits for it
    private static Delivery undelivered(String method, Outcome<?> outcome, boolean limitsAll) {
        var reason = method + ": " + outcome.reason();
        return switch (outcome) {
            case Outcome.Limited<?>(var wait) -> new Delivery.TryAgain(wait, limitsAll, reason);
            case Outcome.Unreached<?> _ -> new Delivery.TryAgain(UNREACHED, true, reason);
            case Outcome.Locked<?> _ -> {
                log.error(
                        "Slack does not let us in ({}): check the bot token and the app's scopes; nothing is sent until"
                                + " then",
                        reason);
                yield new Delivery.TryAgain(LOCKED, true, reason);
            }
            case Outcome.Refused<?> _ -> new Delivery.Refused(reason);
            case Outcome.Unknown<?> _, Outcome.Done<?> _ -> new Delivery.Uncertain(reason);
        };
    }

    /// Reads the conversation backwards. The instant is not compared with Slack's: the clock that is handed in may
    /// be set to another day, and then a comparison would call a message absent that is there.
    @Override
    public Lookup find(Notice notice, Instant since) {
        if (identity.known().isEmpty()) {
            identity.ask();
        }
        var self = identity.known();
        if (self.isEmpty()) {
            return new Lookup.Unreadable(UNREACHED, "auth.test: not answered yet");
        }
        var conversation = isChannel(notice) ? notice.to().id() : conversations.get(notice.everybody());
        if (conversation == null) {
            var opened = open(notice);
            if (!(opened instanceof Outcome.Done(var answer)) || answer.getChannel() == null) {
                return unreadable("conversations.open", opened);
            }
            conversation = answer.getChannel().getId();
            conversations.put(notice.everybody(), conversation);
        }
        return find(notice, self.get(), conversation);
    }

    /// What is announced in a channel stands there, and nothing needs to be opened.
    private static boolean isChannel(Notice notice) {
        return !notice.toSeveral() && notice.to().id().startsWith("C");
    }

    private Lookup find(Notice notice, Identity.Self self, String conversation) {
        String cursor = null;
        Posted earliest = null;
        for (var page = 0; page < PAGES; page++) {
            var from = cursor;
            var read = SlackCall.make(() -> methods.conversationsHistory(request ->
                    request.channel(conversation).limit(PAGE).cursor(from).includeAllMetadata(true)));
            if (!(read instanceof Outcome.Done(var answer))) {
                return unreadable("conversations.history", read);
            }
            for (var message : answer.getMessages()) {
                if (isOurs(message, self) && carries(message, notice)) {
                    earliest = new Posted(conversation, message.getTs());
                }
            }
            var next = Optional.ofNullable(answer.getResponseMetadata())
                    .map(metadata -> metadata.getNextCursor())
                    .orElse("");
            if (!answer.isHasMore() || next.isEmpty()) {
                break;
            }
            cursor = next;
            if (earliest != null) {
                break;
            }
        }
        return earliest == null ? new Lookup.Absent() : new Lookup.Found(earliest);
    }

    /// What stands there twice is young: the newest page is enough.
    @Override
    public boolean leaveOnly(Posted kept, Notice notice) {
        if (identity.known().isEmpty()) {
            identity.ask();
        }
        var self = identity.known();
        var read = SlackCall.make(() -> methods.conversationsHistory(
                request -> request.channel(kept.channel()).limit(PAGE).includeAllMetadata(true)));
        if (self.isEmpty() || !(read instanceof Outcome.Done(var answer))) {
            return false;
        }
        var others = answer.getMessages().stream()
                .filter(message -> isOurs(message, self.get())
                        && isPostedBy(message, notice)
                        && !message.getTs().equals(kept.ts()))
                .toList();
        others.forEach(message -> SlackCall.make(() ->
                methods.chatDelete(request -> request.channel(kept.channel()).ts(message.getTs()))));
        if (!others.isEmpty()) {
            log.info("notice {} stood there more than once: {} taken away", notice.id(), others.size());
        }
        return others.isEmpty();
    }

    private static boolean isPostedBy(Message message, Notice notice) {
        return carries(message, notice)
                && notice.id().equals(message.getMetadata().getEventPayload().get(POSTED_BY));
    }

    private static boolean isOurs(Message message, Identity.Self self) {
        return (!self.bot().isEmpty() && self.bot().equals(message.getBotId()))
                || (!self.user().isEmpty() && self.user().equals(message.getUser()));
    }

    private static boolean carries(Message message, Notice notice) {
        var metadata = message.getMetadata();
        if (metadata == null || !EVENT.equals(metadata.getEventType()) || metadata.getEventPayload() == null) {
            return false;
        }
        var payload = metadata.getEventPayload();
        return notice.id().equals(payload.get(POSTED_BY)) || notice.id().equals(payload.get(EDITED_BY));
    }

    private static Lookup unreadable(String method, Outcome<?> outcome) {
        var wait = switch (outcome) {
            case Outcome.Limited<?>(var named) -> named;
            case Outcome.Locked<?> _, Outcome.Refused<?> _ -> LOCKED;
            case Outcome.Done<?> _, Outcome.Unreached<?> _, Outcome.Unknown<?> _ -> UNREACHED;
        };
        return new Lookup.Unreadable(wait, method + ": " + outcome.reason());
    }
}
