package coffeebreak.bot.slack;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.InOrder;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.frontdesk.Receiving;
import coffeebreak.bot.frontdesk.Speaker;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.UserChangeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Translates what Slack sends into arrivals. [#hear] gives back the acknowledgement, and when it may leave: whatever
/// came in is kept before.
final class Listeners {

    /// One listener each: Bolt picks among overlapping patterns by chance.
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");
    private static final String OUTDATED =
            "I can't read that button any more, it may be from an earlier version of me. Say \"hi\" to go on.";

    /// Where the handlers of the request at hand leave what they heard; Bolt runs them on the thread that calls it.
    private static final ScopedValue<List<CompletableFuture<Void>>> HEARD = ScopedValue.newInstance();

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final App bolt;
    private final Buttons buttons;
    private final Identity identity;
    private final Speaker speaker;
    private final Answered answered;
    private final InOrder inOrder;
    private final Onlooker onlooker;
    private final AtomicReference<@Nullable Receiving> reception = new AtomicReference<>();

    Listeners(
            App bolt,
            Buttons buttons,
            Identity identity,
            Speaker speaker,
            Answered answered,
            InOrder inOrder,
            Onlooker onlooker) {
        this.bolt = bolt;
        this.buttons = buttons;
        this.identity = identity;
        this.speaker = speaker;
        this.answered = answered;
        this.inOrder = inOrder;
        this.onlooker = onlooker;
        bolt.event(MessageEvent.class, (payload, context) -> {
            message(payload);
            return context.ack();
        });
        bolt.event(MessageFileShareEvent.class, (payload, context) -> {
            messageWithFile(payload);
            return context.ack();
        });
        bolt.event(MessageChangedEvent.class, (payload, context) -> {
            edited(payload);
            return context.ack();
        });
        bolt.event(MessageDeletedEvent.class, (payload, context) -> {
            var event = payload.getEvent();
            answered.delete(event.getChannel(), event.getDeletedTs());
            var receiving = reception.get();
            if (receiving != null) {
                receiving.deleted(event.getChannel(), event.getDeletedTs());
            }
            return context.ack();
        });
        bolt.event(AppMentionEvent.class, (payload, context) -> {
            mention(payload);
            return context.ack();
        });
        bolt.event(AppHomeOpenedEvent.class, (payload, context) -> {
            homeOpened(payload);
            return context.ack();
        });
        bolt.event(UserChangeEvent.class, (payload, context) -> {
            var user = payload.getEvent().getUser();
            if (user.isDeleted()) {
                left(payload.getEventId(), user.getId());
            }
            return context.ack();
        });
        bolt.event(TeamLeaveEvent.class, (payload, context) -> {
            payload.getEvent().userId().ifPresent(user -> left(payload.getEventId(), user));
            return context.ack();
        });
        bolt.command(ANY, (request, context) -> {
            command(request.getPayload());
            return context.ack();
        });
        bolt.blockAction(ANY, (request, context) -> {
            press(request.getPayload());
            return context.ack();
        });
        bolt.viewSubmission(ANY, (request, context) -> {
            form(request.getPayload());
            return context.ack();
        });
        bolt.viewClosed(ANY, (request, context) -> context.ack());
    }

    /// From now on what is heard goes here.
    void handTo(Receiving receiving) {
        reception.set(receiving);
    }

    /// Waits until what was heard is kept, at most so long.
    void drain(Duration patience) {
        if (!inOrder.drain(patience)) {
            log.warn("what came in is not kept after {}", patience);
        }
    }

    boolean isOpen() {
        return reception.get() != null;
    }

    /// @param acknowledgement what Slack gets for an answer
    /// @param kept            completed when that may leave; with a failure when Slack is to come again
    record Hearing(Response acknowledgement, CompletableFuture<Void> kept) {}

    /// Returns at once.
    ///
    /// @throws Exception if the request cannot be read or translated
    Hearing hear(Request<?> request) throws Exception {
        if (identity.isElsewhere(request.getContext().getTeamId())) {
            log.warn("a request of another workspace was left alone");
            return new Hearing(Response.ok(), CompletableFuture.completedFuture(null));
        }
        var read = System.nanoTime();
        var heard = new ArrayList<CompletableFuture<Void>>();
        var response = ScopedValue.where(HEARD, heard).call(() -> bolt.run(request));
        var kept = CompletableFuture.allOf(heard.toArray(CompletableFuture<?>[]::new));
        return new Hearing(
                response, kept.thenRun(() -> onlooker.acknowledged(Duration.ofNanos(System.nanoTime() - read))));
    }

    private void message(EventsApiPayload<MessageEvent> payload) {
        var event = payload.getEvent();
        if (event.getBotId() == null && isConversation(event.getChannelType())) {
            words(
                    payload,
                    event.getUser(),
                    event.getText(),
                    direct(event.getChannel(), event.getTs(), event.getThreadTs()));
        }
    }

    private void messageWithFile(EventsApiPayload<MessageFileShareEvent> payload) {
        var event = payload.getEvent();
        if (!isConversation(event.getChannelType())) {
            return;
        }
        var place = direct(event.getChannel(), event.getTs(), event.getThreadTs());
        var files = event.getFiles();
        if (files == null || files.isEmpty() || event.getUser() == null || isSelf(event.getUser())) {
            words(payload, event.getUser(), event.getText(), place);
            return;
        }
        arrived(
                Stream.of(id("event", payload.getEventId()), written(place)),
                event.getUser(),
                place,
                new Arrival.Input.Files(
                        event.getText() == null
                                ? ""
                                : SlackText.read(event.getText()).strip(),
                        files.stream()
                                .filter(file -> file.getId() != null)
                                .map(file -> new HandedFiles.Handed(
                                        file.getId(), file.getName() == null ? "" : file.getName()))
                                .toList()));
    }

    /// An edit by a person carries the time of it; what Slack adds by itself, such as a link's picture, does not, or
    /// the same again.
    private void edited(EventsApiPayload<MessageChangedEvent> payload) {
        var event = payload.getEvent();
        var message = event.getMessage();
        if (!isConversation(event.getChannelType())
                || message == null
                || message.getBotId() != null
                || message.getUser() == null
                || message.getText() == null
                || message.getEdited() == null
                || isSelf(message.getUser())) {
            return;
        }
        arrived(
                Stream.of(
                        id("event", payload.getEventId()),
                        id(
                                "edit",
                                event.getChannel(),
                                message.getTs(),
                                message.getEdited().getTs())),
                message.getUser(),
                direct(event.getChannel(), message.getTs(), message.getThreadTs()),
                new Arrival.Input.Edited(SlackText.read(message.getText()).strip()));
    }

    private static Place direct(String channel, String message, @Nullable String thread) {
        return new Place(Place.Kind.DIRECT, channel, message, thread, null, null);
    }

    private void mention(EventsApiPayload<AppMentionEvent> payload) {
        var event = payload.getEvent();
        if (event.getBotId() != null) {
            return;
        }
        var thread = event.getThreadTs() != null ? event.getThreadTs() : event.getTs();
        words(
                payload,
                event.getUser(),
                withoutMention(event.getText()),
                new Place(Place.Kind.CHANNEL, event.getChannel(), event.getTs(), thread, null, null));
    }

    private void words(
            EventsApiPayload<? extends Event> payload, @Nullable String user, @Nullable String text, Place place) {
        if (user == null || text == null || text.isBlank() && place.kind() == Place.Kind.DIRECT || isSelf(user)) {
            return;
        }
        arrived(
                Stream.of(id("event", payload.getEventId()), written(place)),
                user,
                place,
                new Arrival.Input.Words(SlackText.read(text).strip()));
    }

    private void homeOpened(EventsApiPayload<AppHomeOpenedEvent> payload) {
        var event = payload.getEvent();
        if (event.getUser() == null || "messages".equals(event.getTab())) {
            return;
        }
        arrived(
                Stream.of(id("event", payload.getEventId()), id("home", event.getUser(), event.getEventTs())),
                event.getUser(),
                new Place(Place.Kind.HOME, "", null, null, null, null),
                new Arrival.Input.Intent(new ChatIntent.OpenHome()));
    }

    /// The two events about one departure need not be told apart: to note it twice does no harm.
    private void left(@Nullable String event, String user) {
        arrived(
                Stream.of(id("event", event)),
                user,
                new Place(Place.Kind.HOME, "", null, null, null, null),
                new Arrival.Input.Left());
    }

    private void command(SlashCommandPayload command) {
        arrived(
                Stream.of(id("command", command.getTriggerId())),
                command.getUserId(),
                new Place(
                        Place.Kind.COMMAND,
                        command.getChannelId(),
                        null,
                        null,
                        command.getTriggerId(),
                        command.getResponseUrl()),
                new Arrival.Input.Command(
                        command.getCommand(),
                        command.getText() == null
                                ? ""
                                : SlackText.read(command.getText()).strip()));
    }

    private void press(BlockActionPayload press) {
        var action = press.getActions().getFirst();
        var place = place(press);
        var value = action.getValue() == null && action.getSelectedOption() != null
                ? action.getSelectedOption().getValue()
                : action.getValue();
        if (value == null) {
            return;
        }
        var person = new Person(press.getUser().getId());
        ChatIntent intent;
        try {
            intent = buttons.read(value);
        } catch (IllegalArgumentException unreadable) {
            log.warn("a button of {} characters carries no intent", value.length());
            if (answered.isFirst(String.valueOf(press.getTriggerId()))) {
                var _ = inOrder.run(
                        person, () -> speaker.say(inPrivate(place), person, Reply.say(Message.of(OUTDATED))));
            }
            return;
        }
        arrived(
                Stream.of(
                        id("trigger", press.getTriggerId()),
                        id("press", place.channel(), about(press), action.getActionId(), action.getActionTs())),
                person.id(),
                place,
                new Arrival.Input.Intent(intent));
    }

    private static @Nullable String about(BlockActionPayload press) {
        var container = press.getContainer();
        if (container == null) {
            return null;
        }
        return container.getMessageTs() != null ? container.getMessageTs() : container.getViewId();
    }

    private static Place place(BlockActionPayload press) {
        var container = press.getContainer();
        if (press.getView() != null || container == null || container.getMessageTs() == null) {
            var home = press.getView() != null && "home".equals(press.getView().getType());
            return new Place(home ? Place.Kind.HOME : Place.Kind.DIRECT, "", null, null, press.getTriggerId(), null);
        }
        var channel = press.getChannel() == null
                ? container.getChannelId()
                : press.getChannel().getId();
        var thread = container.getThreadTs();
        if (container.isEphemeral()) {
            return new Place(
                    Place.Kind.COMMAND,
                    channel,
                    container.getMessageTs(),
                    thread,
                    press.getTriggerId(),
                    press.getResponseUrl());
        }
        var kind = channel.startsWith("D") ? Place.Kind.DIRECT : Place.Kind.CHANNEL;
        return new Place(kind, channel, container.getMessageTs(), thread, press.getTriggerId(), press.getResponseUrl());
    }

    private static Place inPrivate(Place place) {
        return place.kind() == Place.Kind.CHANNEL
                ? new Place(
                        Place.Kind.COMMAND, place.channel(), null, place.thread(), place.trigger(), place.responseUrl())
                : place;
    }

    private void form(ViewSubmissionPayload submission) {
        var view = submission.getView();
        arrived(
                Stream.of(id("trigger", submission.getTriggerId()), id("view", view.getId(), view.getHash())),
                submission.getUser().getId(),
                new Place(Place.Kind.DIRECT, "", null, null, submission.getTriggerId(), null),
                new Arrival.Input.Intent(
                        new ChatIntent.SubmitForm(view.getCallbackId(), Screens.answers(view.getState()))));
    }

    private void arrived(Stream<Optional<String>> ids, String user, Place place, Arrival.Input input) {
        var arrival = new Arrival(known(ids), new Person(user), place, input);
        HEARD.get().add(inOrder.run(arrival.from(), () -> {
            var receiving = reception.get();
            if (receiving != null && !wasTakenBack(arrival)) {
                receiving.arrived(arrival);
            }
        }));
    }

    /// Whether what a person wrote was deleted before anybody read it.
    private boolean wasTakenBack(Arrival arrival) {
        var place = arrival.place();
        return place.message() != null
                && place.trigger() == null
                && answered.isDeleted(place.channel(), place.message());
    }

    private static Optional<String> written(Place place) {
        return Optional.ofNullable(place.message()).map(message -> Arrival.written(place.channel(), message));
    }

    private static Set<String> known(Stream<Optional<String>> ids) {
        return ids.flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /// Empty where Slack left a part of it out.
    private static Optional<String> id(String kind, @Nullable String... parts) {
        var id = new StringBuilder(kind);
        for (var part : parts) {
            if (part == null) {
                return Optional.empty();
            }
            id.append(':').append(part);
        }
        return Optional.of(id.toString());
    }

    private static boolean isConversation(@Nullable String channelType) {
        return "im".equals(channelType) || "app_home".equals(channelType);
    }

    private boolean isSelf(String user) {
        return identity.known().map(self -> self.user().equals(user)).orElse(false);
    }

    /// Without the mention of the bot; while its id is not known, without the first.
    private @Nullable String withoutMention(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var self = identity.known().map(Identity.Self::user);
        var mentions = MENTION.matcher(text);
        return self.isEmpty()
                ? mentions.replaceFirst(" ")
                : mentions.replaceAll(mention -> self.get().equals(mention.group(1))
                        ? " "
                        : java.util.regex.Matcher.quoteReplacement(mention.group()));
    }
}
