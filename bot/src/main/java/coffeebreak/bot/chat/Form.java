package coffeebreak.bot.chat;

import java.util.List;
import java.util.Set;

/// A form to fill in, shown as a dialog (Slack: a modal).
///
/// @param name   comes back in [ChatIntent.SubmitForm] and says what the answers are for
/// @param title  at most 24 characters
/// @param submit the verb on its button, at most 24 characters
/// @param intro  what a person should know before filling it in; may be empty
public record Form(String name, String title, String submit, Text intro, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /// One question of a form. Its answers come back under its name: none, one, or several values.
    public sealed interface Field {

        String name();

        String label();

        /// Words on one line, or on several.
        ///
        /// @param hint          small words below the field; may be empty
        /// @param maximumLength in characters
        record Words(
                String name,
                String label,
                String hint,
                String value,
                int maximumLength,
                boolean severalLines,
                boolean required)
                implements Field {}

        /// One of several options.
        ///
        /// @param chosen the value that is chosen to begin with; empty for none
        record Choice(String name, String label, String hint, List<Option> options, String chosen, boolean required)
                implements Field {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /// Up to `maximum` of a longer list of options.
        record Choices(
                String name,
                String label,
                String hint,
                List<Option> options,
                Set<String> chosen,
                int maximum,
                boolean required)
                implements Field {
            public Choices {
                options = List.copyOf(options);
                chosen = Set.copyOf(chosen);
            }
        }

        /// People of the chat; their ids come back.
        ///
        /// @param hint small words below the field; may be empty
        record People(String name, String label, String hint, Set<Person> chosen, int maximum) implements Field {
            public People {
                chosen = Set.copyOf(chosen);
            }
        }

        /// Boxes to tick, all in sight.
        record Ticks(String name, String label, String hint, List<Option> options, Set<String> chosen, boolean required)
                implements Field {
            public Ticks {
                options = List.copyOf(options);
                chosen = Set.copyOf(chosen);
            }
        }
    }

    /// An option: the value that comes back and the words that are shown, each at most 75 characters.
    public record Option(String value, String label) {}
}
