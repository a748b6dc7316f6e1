package coffeebreak.bot.cli;

import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.programme.Programme;
import coffeebreak.workspace.WorkspaceSettings;

/// The local workspace as the commands furnish it, for tests of other packages.
public final class Furnished {

    private Furnished() {}

    public static WorkspaceSettings settings(Programme programme, Roster roster) {
        return LocalWorkspace.settings(programme, roster);
    }
}
