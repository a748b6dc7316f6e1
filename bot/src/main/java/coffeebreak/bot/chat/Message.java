package coffeebreak.bot.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the bot says, independent of where it is said.
///
/// @param summary what notifications and screen readers say instead of the parts; leads with the point
/// @param parts   what is shown, top to bottom; empty means that the summary is all there is
public record Message(String summary, List<Part> parts) {

    public Message {
        if (summary.isBlank()) {
            throw new IllegalArgumentException("a message needs a summary for those who cannot see its parts");
        }
        parts = List.copyOf(parts);
    }

    /// One stretch of a message.
    public sealed interface Part {
        /// A line that stands above the rest.
        record Heading(String words) implements Part {}

        /// A paragraph.
        record Paragraph(Text text) implements Part {}

        /// A list of points, in order.
        record Points(List<Text> points) implements Part {
            public Points {
                points = List.copyOf(points);
            }
        }

        /// Small print.
        record Small(Text text) implements Part {}

        /// Buttons beside each other.
        record Actions(List<Button> buttons) implements Part {
            public Actions {
                buttons = List.copyOf(buttons);
            }
        }

        /// A line between two parts.
        record Divider() implements Part {}
    }

    /// A button: pressing it means the intent.
    ///
    /// @param label        a verb, at most 75 characters
    /// @param confirmation asked before the press counts, for what cannot be taken back
    public record Button(
            String label,
            ChatIntent intent,
            Style style,
            @Nullable Confirmation confirmation) {

        /// How much a button stands out.
        public enum Style {
            ORDINARY,
            MAIN,
            DANGEROUS
        }

        public static Button of(String label, ChatIntent intent) {
            return new Button(label, intent, Style.ORDINARY, null);
        }

        public static Button main(String label, ChatIntent intent) {
            return new Button(label, intent, Style.MAIN, null);
        }

        /// A button that stands out and asks before it counts.
        public static Button main(String label, ChatIntent intent, Confirmation confirmation) {
            return new Button(label, intent, Style.MAIN, confirmation);
        }

        public static Button dangerous(String label, ChatIntent intent, Confirmation confirmation) {
            return new Button(label, intent, Style.DANGEROUS, confirmation);
        }
    }

    /// "Are you sure?", with what follows in plain words.
    public record Confirmation(String title, String words, String confirm, String deny) {}

    /// A message of one plain sentence.
    public static Message of(String words) {
        return new Message(words, List.of());
    }

    /// Starts a message with what a notification says of it.
    public static Builder saying(String summary) {
        return new Builder(summary);
    }

    /// Puts a message together part by part.
    public static final class Builder {
        private final String summary;
        private final List<Part> parts = new ArrayList<>();

        private Builder(String summary) {
            this.summary = summary;
        }

        public Builder heading(String words) {
            return add(new Part.Heading(words));
        }

        public Builder paragraph(String words) {
            return add(new Part.Paragraph(Text.of(words)));
        }

        public Builder paragraph(Text text) {
            return add(new Part.Paragraph(text));
        }

        public Builder points(List<Text> points) {
            return points.isEmpty() ? this : add(new Part.Points(points));
        }

        public Builder small(String words) {
            return add(new Part.Small(Text.of(words)));
        }

        public Builder small(Text text) {
            return add(new Part.Small(text));
        }

        public Builder divider() {
            return add(new Part.Divider());
        }

        public Builder actions(Button... buttons) {
            return add(new Part.Actions(List.of(buttons)));
        }

        public Builder add(Part part) {
            parts.add(part);
            return this;
        }

        public Message build() {
            return new Message(summary, parts);
        }
    }
}
