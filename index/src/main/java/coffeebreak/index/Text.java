package coffeebreak.index;

/// One thing a person wrote or an event announces: a topic, a line of interests, a question, a paper.
///
/// A topic is a title alone, free words are a body alone, a paper or talk has both. Each text keeps
/// its own vector, since one vector for a whole person was measured clearly worse.
///
/// @param title a phrase that can be shown as it is; empty where there is none
/// @param body the words; empty where there are none
public record Text(String title, String body) {
    public Text {
        title = title.strip();
        body = body.strip();
    }

    /// A short phrase that can be said as it is, such as "loss landscapes".
    public static Text topic(String phrase) {
        return new Text(phrase, "");
    }

    /// Somebody's own words: interests, a question.
    public static Text words(String words) {
        return new Text("", words);
    }

    /// A paper or a talk.
    public static Text paper(String title, String summary) {
        return new Text(title, summary);
    }

    /// Title and body as the embedder reads them.
    String whole() {
        return title.isEmpty() || body.isEmpty() ? title + body : title + ". " + body;
    }

    boolean isBlank() {
        return title.isEmpty() && body.isEmpty();
    }
}
