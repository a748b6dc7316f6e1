package coffeebreak.bot.chat;

import java.util.Arrays;

/// A file the bot hands over.
///
/// @param name      with its ending, as it is saved: `seat.ics`
/// @param mediaType what is in it: `text/calendar`
/// @param title     what it is, in words, shown above it
public record Attachment(String name, String mediaType, byte[] bytes, String title) {

    public Attachment {
        if (name.isBlank() || name.contains("/") || bytes.length == 0) {
            throw new IllegalArgumentException(
                    "a file needs a name without a slash and something in it, not \"%s\" with %d bytes"
                            .formatted(name, bytes.length));
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment(var itsName, var itsType, var itsBytes, var itsTitle)
                && name.equals(itsName)
                && mediaType.equals(itsType)
                && title.equals(itsTitle)
                && Arrays.equals(bytes, itsBytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    /// Without what is in it, which is somebody's own.
    @Override
    public String toString() {
        return "%s (%s, %d bytes)".formatted(name, mediaType, bytes.length);
    }
}
