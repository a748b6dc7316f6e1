package coffeebreak.bot.importing;

import coffeebreak.bot.importing.Remark.Kind;
import java.util.Comparator;
import java.util.List;

/// What a file would bring in. A value: reading changes nothing, and whoever confirms it takes the [#content].
///
/// @param file    what the person called it
/// @param remarks in the order of the lines
public record Proposal<T>(String file, T content, List<Remark> remarks) {

    public Proposal {
        remarks = remarks.stream().sorted(Comparator.comparingInt(Remark::line)).toList();
    }

    public List<Remark> of(Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    /// Whether everything in the file would come in.
    public boolean whole() {
        return of(Kind.WRONG).isEmpty();
    }
}
