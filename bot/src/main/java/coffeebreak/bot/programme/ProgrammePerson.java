package coffeebreak.bot.programme;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody the programme names.
///
/// @param id           stable, lower case: `kempe`
/// @param affiliations as printed, in order; may be empty
/// @param aliases      other names they go by
/// @param email        only if it may be given to anybody; null otherwise
/// @param about        one or two sentences about them, or null
/// @param hints        words by which people may mean them although the programme does not say so; whoever uses a hint
///                     says that it is one
public record ProgrammePerson(
        String id,
        String name,
        List<String> affiliations,
        Set<Role> roles,
        List<String> aliases,
        @Nullable String email,
        @Nullable String about,
        List<String> hints) {

    public ProgrammePerson {
        affiliations = List.copyOf(affiliations);
        roles = roles.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(roles));
        aliases = List.copyOf(aliases);
        hints = List.copyOf(hints);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// The affiliations in one line: "NYU & Meta".
    public String affiliation() {
        return String.join(" & ", affiliations);
    }

    /// The name with the affiliations: "Julia Kempe (NYU & Meta)".
    public String introduced() {
        return affiliations.isEmpty() ? name : name + " (" + affiliation() + ")";
    }
}
