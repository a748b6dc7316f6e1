package coffeebreak.index;

/// Where it is counted how much a word tells.
public enum Statistics {
    /// In lines and abstracts of the field that are committed with the module: nobody's score moves because somebody
    /// else joins.
    COMMITTED,
    /// In the committed ones and in all texts the index holds: better where everything is there before the first score
    /// is asked for, as with files. Scores then hold for these texts together.
    COMMITTED_AND_HELD
}
