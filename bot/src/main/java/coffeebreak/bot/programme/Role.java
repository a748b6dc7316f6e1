package coffeebreak.bot.programme;

/// What somebody does at the workshop.
public enum Role {
    KEYNOTE_SPEAKER("keynote speaker"),
    INVITED_SPEAKER("invited speaker"),
    SPEAKER("speaker"),
    PANELIST("panelist"),
    MODERATOR("moderator"),
    CHAIR("session chair"),
    MENTOR("mentor"),
    ORGANIZER("organizer"),
    PROGRAMME_COMMITTEE("programme committee member");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /// As said to people, in the singular.
    public String words() {
        return words;
    }

    /// As written in files: `invited_speaker`.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether somebody in this role stands on a stage.
    public boolean onStage() {
        return switch (this) {
            case KEYNOTE_SPEAKER, INVITED_SPEAKER, SPEAKER, PANELIST, MODERATOR, CHAIR -> true;
            case MENTOR, ORGANIZER, PROGRAMME_COMMITTEE -> false;
        };
    }
}
