package coffeebreak.index;

import java.util.List;
import java.util.stream.Collectors;

/// How much two entries have to say to each other, and what made it so. The same from both sides.
///
/// @param score 0 to 1; 0.5 is judged worth a talk half of the time on the set named in the module's page
/// @param basis what the score rests on
/// @param reasons at most three, strongest first; empty when little is shared
public record Affinity(double score, Basis basis, List<Reason> reasons) {
    /// What a score rests on.
    public enum Basis {
        /// Meaning and words together.
        MEANING_AND_WORDS,
        /// Words alone, since there were no vectors.
        WORDS,
        /// Nothing: one side has said nothing yet, and the score is that of an average pair.
        NOTHING_SAID
    }

    /// One thing that made a score, in words people say.
    ///
    /// @param words such as "edge of stability", or a paper's title
    /// @param kind how the two sides meet in it
    /// @param share its part in the score's best text pairs, 0 to 1
    public record Reason(String words, Kind kind, double share) {
        /// How two sides meet.
        public enum Kind {
            /// Both say it.
            SHARED,
            /// They say it in different words, both of which are shown.
            RELATED
        }
    }

    public Affinity {
        reasons = List.copyOf(reasons);
    }

    /// The reasons as one line: "loss landscapes, edge of stability". Says so when there are none.
    public String because() {
        if (basis == Basis.NOTHING_SAID) {
            return "no interests given yet";
        }
        return reasons.isEmpty()
                ? "little in common that we can name"
                : reasons.stream().map(Reason::words).collect(Collectors.joining(", "));
    }
}
