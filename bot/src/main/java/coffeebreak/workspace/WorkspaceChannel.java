package coffeebreak.workspace;

import java.util.List;

/// A channel that exists from the start.
///
/// @param id Slack's channel id, such as `C0GENERAL`
/// @param name without the `#`
/// @param members user ids; empty means everybody, the bot included
public record WorkspaceChannel(String id, String name, List<String> members) {

    public WorkspaceChannel {
        members = List.copyOf(members);
    }
}
