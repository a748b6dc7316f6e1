package coffeebreak.bot.chat;

import java.util.ArrayList;
import java.util.List;

/// Words with a little emphasis. Whatever a person typed stays plain text: only the edge that shows it knows an escape.
public record Text(List<Span> spans) {

    public Text {
        spans = List.copyOf(spans);
    }

    /// A stretch of words of one kind.
    public sealed interface Span {
        /// Words as they are.
        record Plain(String words) implements Span {}

        /// Words that stand out.
        record Bold(String words) implements Span {}

        /// Words in a lighter voice.
        record Italic(String words) implements Span {}

        /// A person's name, linked where the chat can link it.
        record Mention(Person person) implements Span {}
    }

    /// Plain words; `""` is the empty text, to be continued.
    public static Text of(String words) {
        return words.isEmpty() ? new Text(List.of()) : new Text(List.of(new Span.Plain(words)));
    }

    /// "a, b and c".
    public static String enumerated(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    public Text plain(String words) {
        return with(new Span.Plain(words));
    }

    public Text bold(String words) {
        return with(new Span.Bold(words));
    }

    public Text italic(String words) {
        return with(new Span.Italic(words));
    }

    public Text mention(Person person) {
        return with(new Span.Mention(person));
    }

    /// The words without their emphasis, as a screen reader says them.
    public String aloud() {
        var words = new StringBuilder();
        for (var span : spans) {
            words.append(
                    switch (span) {
                        case Span.Plain(var plain) -> plain;
                        case Span.Bold(var bold) -> bold;
                        case Span.Italic(var italic) -> italic;
                        case Span.Mention(var person) -> "@" + person.id();
                    });
        }
        return words.toString();
    }

    private Text with(Span span) {
        var more = new ArrayList<>(spans);
        more.add(span);
        return new Text(more);
    }
}
