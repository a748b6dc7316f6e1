package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Text;
import java.util.List;

/// The part of the Home that only organizers see: what to do next, and how the day stands.
public final class OrganizerHome {

    private final Overview overview;

    public OrganizerHome(Overview overview) {
        this.overview = overview;
    }

    public void addTo(Message.Builder message) {
        message.heading("For organizers");
        var needs = overview.needs();
        if (needs.isEmpty()) {
            message.paragraph("Nothing waits for you.");
        } else {
            var first = needs.getFirst();
            message.paragraph(Text.of("").bold("Next: ").plain(first.words()))
                    .actions(Button.main(
                            first.button().label(), first.button().intent()));
            if (needs.size() > 1) {
                message.paragraph((needs.size() - 1 == 1 ? "One thing more waits" : needs.size() - 1 + " things more wait")
                        + " for you: see the status.");
            }
        }
        message.points(overview.going()).points(overview.counts());
        part(message, "Tables to look at", overview.tables());
        part(message, "Cannot be reached", overview.unreachable());
        message.actions(
                Button.of("Status", command("status")),
                Button.of("Preview a round", command("preview")),
                Button.of("Report", command("report")),
                Button.of("Help", command("help")));
    }

    private static void part(Message.Builder message, String title, List<Text> lines) {
        if (!lines.isEmpty()) {
            message.paragraph(Text.of("").bold(title)).points(lines);
        }
    }

    private static ChatIntent command(String name) {
        return new ChatIntent.OrganizerCommand(name, "");
    }
}
