/// Checks what ships around the jar, as far as that goes without Slack and without a Docker engine: the launcher, the
/// app manifest, the container files, the systemd unit, the list of settings, and the jar's own natives.
@NullMarked
package coffeebreak.deploy;

import org.jspecify.annotations.NullMarked;
