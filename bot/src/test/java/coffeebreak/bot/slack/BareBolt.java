package coffeebreak.bot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.regex.Pattern;

/// The least an app can do: acknowledge and post a message. What any bot's answers are to be compared with.
public final class BareBolt implements AutoCloseable {

    public static final String BUTTON = "Press me";

    private static final int HANDLERS = 10;

    private final SocketModeApp socket;

    public BareBolt(String api, String botToken, String appToken) throws Exception {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api);
        var app = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(botToken)
                .build());
        app.event(MessageEvent.class, (payload, context) -> {
            if (payload.getEvent().getBotId() == null) {
                context.client()
                        .chatPostMessage(request -> request.channel(
                                        payload.getEvent().getChannel())
                                .text("pressed?")
                                .blocks(Blocks.asBlocks(Blocks.actions(actions -> actions.elements(
                                        BlockElements.asElements(BlockElements.button(button -> button.actionId("press")
                                                .value("1")
                                                .text(BlockCompositions.plainText(BUTTON)))))))));
            }
            return context.ack();
        });
        app.blockAction(Pattern.compile(".*"), (request, context) -> {
            context.client()
                    .chatPostMessage(message -> message.channel(
                                    request.getPayload().getChannel().getId())
                            .text("pressed"));
            return context.ack();
        });
        socket = new SocketModeApp(appToken, app, SocketModeClient.Backend.Tyrus, HANDLERS);
        socket.startAsync();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (Exception failure) {
            throw new IllegalStateException("the bare app does not let go of its connection", failure);
        }
    }
}
