package coffeebreak.workspace;

/// A slash command of the installed app.
///
/// @param command with its slash, such as `/coffee`
/// @param hint what may follow it, as the completion shows it
/// @param description one line for the completion
public record WorkspaceCommand(String command, String hint, String description) {}
