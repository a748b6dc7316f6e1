package coffeebreak.workspace;

/// The workspace's own identity.
///
/// @param id Slack's team id, such as `T0LOCAL`
/// @param name the name shown at the top of the sidebar
/// @param domain the first label of the workspace's address
public record WorkspaceTeam(String id, String name, String domain) {}
