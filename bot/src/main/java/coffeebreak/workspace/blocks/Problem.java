package coffeebreak.workspace.blocks;

/// One thing Slack would refuse, in its manner of saying so.
///
/// @param pointer JSON pointer to the culprit, such as `/blocks/0/text/text`
/// @param message what is wrong with it
public record Problem(String pointer, String message) {

    /// As it stands in `response_metadata.messages`.
    @Override
    public String toString() {
        return "%s [json-pointer:%s]".formatted(message, pointer);
    }
}
