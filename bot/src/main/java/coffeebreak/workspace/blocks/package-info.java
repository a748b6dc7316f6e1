/// What Slack accepts as Block Kit, as pure functions over JSON. Start at [BlockKit].
@NullMarked
package coffeebreak.workspace.blocks;

import org.jspecify.annotations.NullMarked;
