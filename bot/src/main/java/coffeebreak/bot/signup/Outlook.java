package coffeebreak.bot.signup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from a sign-up or a change of it, in a few sentences for the person. Implemented where seats are
/// known.
@FunctionalInterface
public interface Outlook {

    /// @param before null for a first sign-up
    List<String> of(@Nullable Profile before, Profile after);
}
