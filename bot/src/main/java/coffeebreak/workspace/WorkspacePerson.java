package coffeebreak.workspace;

import java.time.ZoneId;

/// Somebody who can be played on the page and addressed by the Web API.
///
/// @param id Slack's user id, such as `U0ANA`
/// @param name the name shown beside messages
/// @param title the line below the name: stage, institution, role
/// @param kind what the page lists the person under
/// @param group the heading of the switch between people, such as `You can be`
/// @param zone the person's own time zone
/// @param invented true where the person is made up, which the page then says
public record WorkspacePerson(
        String id, String name, String title, Kind kind, String group, ZoneId zone, boolean invented) {

    /// What a person is to the workshop. The workspace itself treats all but bots alike.
    public enum Kind {
        PARTICIPANT,
        MENTOR,
        ORGANIZER,
        BOT
    }

    public WorkspacePerson {
        if (!id.matches("[UW][A-Z0-9]{2,}")) {
            throw new IllegalArgumentException(
                    "person %s has the id \"%s\"; Slack's user ids are a U and capitals or digits".formatted(name, id));
        }
    }

    /// The short name Slack calls `name`: lower case, no spaces.
    String handle() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ".");
    }

    /// An address that belongs to nobody: `.invalid` never resolves.
    String email() {
        return id.toLowerCase(java.util.Locale.ROOT) + "@workshop.invalid";
    }
}
