package coffeebreak.bot.chat;

import java.util.stream.Collectors;

/// Messages as one text, so that a test can show the whole of what somebody reads.
public final class Aloud {

    private Aloud() {}

    public static String read(Message message) {
        return message.parts().isEmpty()
                ? message.summary()
                : message.parts().stream().map(Aloud::read).collect(Collectors.joining("\n"));
    }

    /// What a reply says; a form by its title.
    public static String read(Reply reply) {
        return switch (reply) {
            case Reply.Say(var message) -> read(message);
            case Reply.Replace(var message) -> read(message);
            case Reply.Unfolding(var message, var _) -> read(message);
            case Reply.Attach(var files, var comment) ->
                read(comment)
                        + files.stream().map(file -> "\nfile: " + file.name()).collect(Collectors.joining());
            case Reply.Home(var message) -> read(message);
            case Reply.Show(var form) -> "form: " + form.title();
            case Reply.Several(var replies) -> replies.stream().map(Aloud::read).collect(Collectors.joining("\n"));
            case Reply.Nothing _ -> "";
        };
    }

    private static String read(Message.Part part) {
        return switch (part) {
            case Message.Part.Heading(var words) -> "# " + words;
            case Message.Part.Paragraph(var text) -> text.aloud();
            case Message.Part.Points(var points) ->
                points.stream().map(point -> "- " + point.aloud()).collect(Collectors.joining("\n"));
            case Message.Part.Small(var text) -> "(" + text.aloud() + ")";
            case Message.Part.Actions(var buttons) ->
                buttons.stream().map(button -> "[" + button.label() + "]").collect(Collectors.joining(" "));
            case Message.Part.Divider() -> "---";
        };
    }
}
