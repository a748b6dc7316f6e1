package coffeebreak.matching;

import java.util.OptionalInt;

/// Which rules hold.
///
/// @param oneSeatPerBreak nobody is at two tables in one coffee break
/// @param neverSameMentorTwice nobody has two seats with one mentor
/// @param avoidSameInstitution nobody sits with a mentor of their own institution
/// @param onePerInstitutionPerTable no two mentees of one institution share a table
/// @param fairness what comes before the total affinity
/// @param movePrice what a [current][SeatProblem#current()] seat that is not kept costs, in affinity, 0 to 1,000
/// @param maxMoves at most so many current seats are not kept: a hard rule, before everything else
public record Rules(
        boolean oneSeatPerBreak,
        boolean neverSameMentorTwice,
        boolean avoidSameInstitution,
        boolean onePerInstitutionPerTable,
        Fairness fairness,
        double movePrice,
        OptionalInt maxMoves) {

    /// What comes before the total affinity.
    public enum Fairness {
        /// Nothing.
        NONE,
        /// The lowest total of any seated mentee is made as high as it can be.
        MAXMIN
    }

    /// One seat a break, never the same mentor twice, not with the own institution, no floor, 0.05 for a move.
    public static Rules standard() {
        return new Rules(true, true, true, false, Fairness.NONE, 0.05, OptionalInt.empty());
    }

    public Rules withOneSeatPerBreak(boolean holds) {
        return new Rules(
                holds,
                neverSameMentorTwice,
                avoidSameInstitution,
                onePerInstitutionPerTable,
                fairness,
                movePrice,
                maxMoves);
    }

    public Rules withNeverSameMentorTwice(boolean holds) {
        return new Rules(
                oneSeatPerBreak, holds, avoidSameInstitution, onePerInstitutionPerTable, fairness, movePrice, maxMoves);
    }

    public Rules withAvoidSameInstitution(boolean holds) {
        return new Rules(
                oneSeatPerBreak, neverSameMentorTwice, holds, onePerInstitutionPerTable, fairness, movePrice, maxMoves);
    }

    public Rules withOnePerInstitutionPerTable(boolean holds) {
        return new Rules(
                oneSeatPerBreak, neverSameMentorTwice, avoidSameInstitution, holds, fairness, movePrice, maxMoves);
    }

    public Rules withFairness(Fairness first) {
        return new Rules(
                oneSeatPerBreak,
                neverSameMentorTwice,
                avoidSameInstitution,
                onePerInstitutionPerTable,
                first,
                movePrice,
                maxMoves);
    }

    public Rules withMovePrice(double price) {
        return new Rules(
                oneSeatPerBreak,
                neverSameMentorTwice,
                avoidSameInstitution,
                onePerInstitutionPerTable,
                fairness,
                price,
                maxMoves);
    }

    public Rules withMaxMoves(int moves) {
        return new Rules(
                oneSeatPerBreak,
                neverSameMentorTwice,
                avoidSameInstitution,
                onePerInstitutionPerTable,
                fairness,
                movePrice,
                OptionalInt.of(moves));
    }
}
