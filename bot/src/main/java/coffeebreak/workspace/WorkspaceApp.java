package coffeebreak.workspace;

/// The one app installed in the workspace and its bot user.
///
/// @param appId Slack's app id, such as `A0LOCAL`
/// @param botId the bot's id in messages, such as `B0LOCAL`
/// @param userId the bot's user id, which people write to
/// @param name the name shown beside its messages
public record WorkspaceApp(String appId, String botId, String userId, String name) {}
