package coffeebreak.bot.chat;

/// Somebody in the chat, known by the opaque id the chat gives them (Slack: `U…` or `W…`).
public record Person(String id) {

    public Person {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a person needs an id");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
