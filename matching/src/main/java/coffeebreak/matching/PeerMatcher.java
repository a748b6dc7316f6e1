package coffeebreak.matching;

/// Seats peers in pairs or small groups, in several rounds in which nobody meets the same person twice.
public final class PeerMatcher {
    /// The best groups found. Same problem in, same groups out.
    ///
    /// @throws InvalidProblem naming everything that is wrong with the problem
    public PeerSeating match(PeerProblem problem) {
        return match(problem, Watch.none());
    }

    /// The same, followed by somebody: told of each step, and of answers to fall back on.
    ///
    /// @throws InvalidProblem naming everything that is wrong with the problem
    public PeerSeating match(PeerProblem problem, Watch<PeerSeating> watch) {
        throw new UnsupportedOperationException("in the making");
    }
}
