package coffeebreak.bot.mentoring;

import coffeebreak.bot.mentoring.Changes.Attempt;

/// Mentors' tables when what their mentors say has changed.
final class Tables {

    private final Changes changes;
    private final Reseater reseater;

    Tables(Changes changes, Reseater reseater) {
        this.changes = changes;
        this.reseater = reseater;
    }

    /// Brings the tables to come in line with what their mentors say now.
    void follow() {
        changes.make((plan, world) -> {
            var change = new Change(world, plan);
            var changed = false;
            for (var table : plan.tables()) {
                var mentor = world.mentors().byId(table.mentor());
                if (mentor.isPresent() && !world.hasBegun(table.coffeeBreak())) {
                    var host = mentor.get();
                    var seats = host.breaks().contains(table.coffeeBreak()) ? host.seats() : 0;
                    if (seats != table.capacity() || !host.name().equals(table.host())) {
                        change.follow(table, seats, host.name());
                        changed = true;
                    }
                }
            }
            return changed ? new Attempt<>(true, change) : Attempt.without(false);
        });
    }

    Reseating reseating(World world, SeatingPlan plan, String mentor, boolean onlyPeers) {
        return reseater.reseat(world, plan, mentor, onlyPeers);
    }

    /// Gives those another place whose mentor does not come.
    ///
    /// @return what was done; without lost seats where nobody had to move any more
    Reseating reseat(String mentor, boolean onlyPeers) {
        return changes.make((plan, world) -> {
            var reseating = reseater.reseat(world, plan, mentor, onlyPeers);
            if (reseating.lost().isEmpty()) {
                return Attempt.without(reseating);
            }
            var change = new Change(world, plan);
            change.reseat(reseating);
            return new Attempt<>(reseating, change);
        });
    }
}
