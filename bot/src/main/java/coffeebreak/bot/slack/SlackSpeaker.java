package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.frontdesk.Speaker;
import coffeebreak.bot.slack.SlackCall.Outcome;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says replies at most once: only a call that Slack surely did not carry out is made again, and only after a rate
/// limit.
final class SlackSpeaker implements Speaker {

    private static final String TOO_LATE = "That took me too long. Please press the button again.";
    private static final String NO_FORM_HERE =
            "I can open a form only where you press a button: say \"hi\" and press the one you want.";

    private static final String SENT_THERE = "I sent you %s in our conversation: open Coffeebreak's messages.";
    private static final String PERHAPS_LOST =
            "%s may not have arrived. If you don't see it in our conversation, please ask again in a minute.";

    private static final Logger log = LoggerFactory.getLogger(SlackSpeaker.class);

    private final Slack slack;
    private final MethodsClient methods;
    private final Screens screens;
    private final ResponseUrls responseUrls;
    private final Answered answered;
    private final PatientCalls calls;
    private final SlackFiles files;

    SlackSpeaker(
            Slack slack,
            MethodsClient methods,
            Screens screens,
            ResponseUrls responseUrls,
            Answered answered,
            PatientCalls.Pause pause) {
        this.slack = slack;
        this.methods = methods;
        this.screens = screens;
        this.responseUrls = responseUrls;
        this.answered = answered;
        this.calls = new PatientCalls(pause);
        this.files = new SlackFiles(slack.getHttpClient(), methods, calls);
    }

    /// Where a `response_url` may point: what we post there is private to one person.
    record ResponseUrls(URI api) {
        boolean allow(String url) {
            try {
                var uri = new URI(url);
                var host = uri.getHost();
                return host != null
                        && uri.getUserInfo() == null
                        && (("https".equals(uri.getScheme()) && host.equals("hooks.slack.com") && uri.getPort() == -1)
                                || (host.equals(api.getHost())
                                        && api.getScheme().equals(uri.getScheme())));
            } catch (URISyntaxException unreadable) {
                return false;
            }
        }
    }

    @Override
    public void say(Place place, Person to, Reply reply) {
        try {
            reply(place, to, reply);
        } catch (RuntimeException broken) {
            // The one thing the caller was promised: no reply ever breaks what led to it.
            log.error("a reply could not be said", broken);
        }
    }

    private void reply(Place place, Person to, Reply reply) {
        switch (reply) {
            case Reply.Say(var message) -> say(place, to, message);
            case Reply.Replace(var message) -> replace(place, to, message);
            case Reply.Unfolding(var message, var _) -> replace(place, to, message);
            case Reply.Show(var form) -> show(place, to, form);
            case Reply.Attach(var attached, var comment) -> attach(place, to, attached, comment);
            case Reply.Home(var home) -> publish(to, home);
            case Reply.Several(var replies) -> replies.forEach(each -> say(place, to, each));
            case Reply.Nothing() -> {}
        }
    }

    private void say(Place place, Person to, Message message) {
        switch (place.kind()) {
            case DIRECT -> answer(place, to, message);
            case HOME -> post(to.id(), null, message);
            case CHANNEL -> post(place.channel(), place.thread() != null ? place.thread() : place.message(), message);
            case COMMAND -> {
                if (!respond(place, message, false)) {
                    whisper(place, to, message);
                }
            }
        }
    }

    /// Whatever answers a message of a person is remembered with it, and not said when they have deleted it.
    private void answer(Place place, Person to, Message message) {
        var asked = place.trigger() == null ? place.message() : null;
        if (asked != null && answered.isDeleted(place.channel(), asked)) {
            return;
        }
        var outcome = post(place.channel().isEmpty() ? to.id() : place.channel(), place.thread(), message);
        if (asked != null && outcome instanceof Outcome.Done(var done)) {
            answered.answer(place.channel(), asked, done.getTs());
        }
    }

    @Override
    public void correct(Place place, Person to, Reply reply) {
        var asked = place.message();
        var earlier = asked == null ? Optional.<String>empty() : answered.reply(place.channel(), asked);
        try {
            earlier.ifPresent(ts -> firstSaid(reply).ifPresent(message -> update(place.channel(), ts, message)));
        } catch (RuntimeException broken) {
            log.error("a reply could not be corrected", broken);
        }
    }

    private static Optional<Message> firstSaid(Reply reply) {
        return switch (reply) {
            case Reply.Say(var message) -> Optional.of(message);
            case Reply.Replace(var message) -> Optional.of(message);
            case Reply.Several(var replies) ->
                replies.stream().flatMap(each -> firstSaid(each).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private Outcome<?> update(String channel, String ts, Message message) {
        return calls.make(
                "chat.update",
                () -> methods.chatUpdate(ChatUpdateRequest.builder()
                        .channel(channel)
                        .ts(ts)
                        .text(screens.fallback(message))
                        .blocks(screens.blocks(message))
                        .linkNames(false)
                        .build()));
    }

    /// A press carries a trigger; the message of a place without one is what the person wrote, and not ours to
    /// change.
    private void replace(Place place, Person to, Message message) {
        var pressed = place.trigger() == null ? null : place.message();
        if (pressed == null) {
            say(place, to, message);
        } else if (place.kind() == Place.Kind.COMMAND) {
            if (!respond(place, message, true)) {
                whisper(place, to, message);
            }
        } else {
            var outcome = update(place.channel(), pressed, message);
            if (outcome instanceof Outcome.Refused) {
                say(place, to, message);
            }
        }
    }

    private void show(Place place, Person to, Form form) {
        var trigger = place.trigger();
        if (trigger == null) {
            log.warn("the form {} was to be opened where nothing was pressed", form.name());
            say(place, to, Message.of(NO_FORM_HERE));
            return;
        }
        var outcome = calls.make(
                "views.open",
                () -> methods.viewsOpen(ViewsOpenRequest.builder()
                        .triggerId(trigger)
                        .view(screens.modal(form))
                        .build()));
        if (!(outcome instanceof Outcome.Done || outcome instanceof Outcome.Unknown)) {
            say(place, to, Message.of(TOO_LATE));
        }
    }

    private void attach(Place place, Person to, List<Attachment> attached, Message comment) {
        var here = place.kind() == Place.Kind.DIRECT && !place.channel().isEmpty();
        var thread = here ? place.thread() : null;
        if (!comment.parts().isEmpty()) {
            post(here ? place.channel() : to.id(), thread, comment);
        }
        var beside = comment.parts().isEmpty() ? screens.fallback(comment) : null;
        var conversation = here ? Optional.of(place.channel()) : files.conversationWith(to);
        if (conversation.isEmpty() || !files.share(conversation.get(), thread, attached, beside)) {
            say(place, to, Message.of(PERHAPS_LOST.formatted(names(attached))));
        } else if (place.kind() == Place.Kind.COMMAND || place.kind() == Place.Kind.CHANNEL) {
            say(place, to, Message.of(SENT_THERE.formatted(names(attached))));
        }
    }

    private static String names(List<Attachment> attached) {
        return Text.enumerated(attached.stream().map(Attachment::name).toList());
    }

    private void publish(Person to, Message home) {
        calls.make(
                "views.publish",
                () -> methods.viewsPublish(ViewsPublishRequest.builder()
                        .userId(to.id())
                        .view(screens.home(home))
                        .build()));
    }

    private Outcome<ChatPostMessageResponse> post(String channel, @Nullable String thread, Message message) {
        return calls.make(
                "chat.postMessage",
                () -> methods.chatPostMessage(ChatPostMessageRequest.builder()
                        .channel(channel)
                        .threadTs(thread)
                        .text(screens.fallback(message))
                        .blocks(orNone(screens.blocks(message)))
                        .mrkdwn(false)
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build()));
    }

    /// Says it to one person where they gave the command; where the bot is not, in their conversation.
    private void whisper(Place place, Person to, Message message) {
        var outcome = calls.make(
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(ChatPostEphemeralRequest.builder()
                        .channel(place.channel())
                        .user(to.id())
                        .threadTs(place.thread())
                        .text(screens.fallback(message))
                        .blocks(orNone(screens.blocks(message)))
                        .linkNames(false)
                        .build()));
        if (outcome instanceof Outcome.Refused) {
            post(to.id(), null, message);
        }
    }

    /// True if Slack has it or may have it.
    private boolean respond(Place place, Message message, boolean instead) {
        var url = place.responseUrl();
        if (url == null) {
            return false;
        }
        if (!responseUrls.allow(url)) {
            log.warn("a response_url that is not Slack's was not used");
            return false;
        }
        var answer = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(instead)
                .text(screens.fallback(message))
                .blocks(orNone(screens.blocks(message)))
                .build();
        try (var response = slack.getHttpClient().postJsonBody(url, answer)) {
            if (!response.isSuccessful()) {
                log.warn("a response_url answered with HTTP status {}", response.code());
            }
            return response.isSuccessful() || response.code() >= 500;
        } catch (IOException lost) {
            log.warn("a response_url gave no answer: {}", lost.getClass().getSimpleName());
            return true;
        }
    }

    private static @Nullable List<LayoutBlock> orNone(List<LayoutBlock> blocks) {
        return blocks.isEmpty() ? null : blocks;
    }
}
