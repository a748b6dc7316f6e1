package coffeebreak.bot.organizing;

import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// How many of each career stage have a seat, where no group is so small that it tells about somebody: neighbouring
/// stages are counted together until there are enough people in each group.
///
/// @param groups in the order of careers; empty when there are fewer people than a group needs
public record StageShares(List<Group> groups) {

    /// The smallest group that is shown.
    public static final int SMALLEST = 5;

    public StageShares {
        groups = List.copyOf(groups);
    }

    /// @param from   the first stage of the group, and `to` its last
    /// @param people at these stages, and `seated` how many of them have a seat
    public record Group(Stage from, Stage to, int people, int seated) {

        /// "Bachelor's student to PhD student, 1st year"
        public String words() {
            return from == to ? from.words() : from.words() + " to " + to.words();
        }

        public int percent() {
            return Math.round(100f * seated / people);
        }

        private Group with(Group next) {
            return new Group(from, next.to, people + next.people, seated + next.seated);
        }
    }

    /// @param seated whether somebody has a seat
    static StageShares of(List<Profile> people, Predicate<Profile> seated) {
        var groups = new ArrayList<Group>();
        for (var stage : Stage.values()) {
            var at = people.stream().filter(profile -> profile.stage() == stage).toList();
            if (!at.isEmpty()) {
                add(groups, new Group(stage, stage, at.size(), (int)
                        at.stream().filter(seated).count()));
            }
        }
        if (groups.size() > 1 && isSmall(groups.getLast())) {
            var last = groups.removeLast();
            groups.add(groups.removeLast().with(last));
        }
        return new StageShares(groups.stream().filter(group -> !isSmall(group)).toList());
    }

    private static void add(List<Group> groups, Group next) {
        if (!groups.isEmpty() && isSmall(groups.getLast())) {
            groups.add(groups.removeLast().with(next));
        } else {
            groups.add(next);
        }
    }

    private static boolean isSmall(Group group) {
        return group.people() < SMALLEST;
    }
}
