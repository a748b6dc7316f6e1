package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Boards;
import coffeebreak.bot.slack.SlackCall.Outcome;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import java.util.List;
import java.util.Optional;

/// Posts a message once and edits it from then on.
final class SlackBoards implements Boards {

    private final MethodsClient methods;
    private final Screens screens;
    private final PatientCalls calls;
    private final SlackFiles files;

    SlackBoards(MethodsClient methods, Screens screens, PatientCalls calls, SlackFiles files) {
        this.methods = methods;
        this.screens = screens;
        this.calls = calls;
        this.files = files;
    }

    private record Shown(String channel, String ts) {}

    @Override
    public Board open(Person to, Message first) {
        var shown = post(to, first);
        return new Board() {
            @Override
            public void show(Message message) {
                shown.ifPresent(place -> edit(place, message));
            }

            @Override
            public void attach(Attachment file) {
                files.conversationWith(to).ifPresent(channel -> files.share(channel, null, List.of(file), null));
            }
        };
    }

    private Optional<Shown> post(Person to, Message message) {
        var outcome = calls.make(
                "chat.postMessage",
                () -> methods.chatPostMessage(ChatPostMessageRequest.builder()
                        .channel(to.id())
                        .text(screens.fallback(message))
                        .blocks(screens.blocks(message))
                        .mrkdwn(false)
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build()));
        return outcome instanceof Outcome.Done(var done)
                ? Optional.of(new Shown(done.getChannel(), done.getTs()))
                : Optional.empty();
    }

    private void edit(Shown place, Message message) {
        calls.make(
                "chat.update",
                () -> methods.chatUpdate(ChatUpdateRequest.builder()
                        .channel(place.channel())
                        .ts(place.ts())
                        .text(screens.fallback(message))
                        .blocks(screens.blocks(message))
                        .linkNames(false)
                        .build()));
    }
}
