package coffeebreak.bot.rehearsal;

import java.util.List;
import java.util.Map;

/// What came of a rehearsal, as numbers and lines; nothing in it is about a real person.
///
/// @param kept       whether every promise was kept
/// @param promises   each with how often it was held against the day, and every time it was broken
/// @param events     what happened, a line each
/// @param stages     how seats went to career stages
/// @param affinity   how much those at tables have to say to each other
/// @param perHour    messages of the bot by hour of the day, from the first day the bot was open
/// @param calls      calls of Slack by method
/// @param seconds    how long it took in real time
public record Report(
        boolean kept,
        String event,
        String date,
        int people,
        long seed,
        double seconds,
        List<Promise> promises,
        List<String> events,
        Figures figures,
        List<StageFigures> stages,
        Affinity affinity,
        List<Hour> perHour,
        List<MethodFigures> calls,
        Map<String, Integer> acts) {

    public Report {
        promises = List.copyOf(promises);
        events = List.copyOf(events);
        stages = List.copyOf(stages);
        perHour = List.copyOf(perHour);
        calls = List.copyOf(calls);
        acts = Map.copyOf(acts);
    }

    /// @param name    what the bot promises, as a sentence
    /// @param checked how often it could have been broken
    public record Promise(String name, int checked, List<Breach> broken) {
        public Promise {
            broken = List.copyOf(broken);
        }

        public boolean kept() {
            return broken.isEmpty();
        }
    }

    /// One time a promise was broken.
    ///
    /// @param at      on the venue's clock
    /// @param message what was said, or what was missing
    public record Breach(String at, String person, String message) {}

    /// @param seats         that mentors offered in the breaks that were played
    /// @param taken         of them when the breaks began
    /// @param withPeers     who sat with peers
    /// @param answeredMillis the middle one of the real times until an act was answered
    /// @param slowestMillis the time 99 of 100 acts were answered in
    /// @param publishMillis real time from the press on Publish to the answer
    public record Figures(
            int signedUp,
            int seats,
            int taken,
            int withPeers,
            int waiting,
            int questions,
            int questionsRight,
            int messages,
            int edits,
            long answeredMillis,
            long slowestMillis,
            long publishMillis) {}

    /// @param asked  how many of this stage looked for a seat
    /// @param seated how many of them had one when a break began
    /// @param peers  how many sat with peers
    public record StageFigures(String stage, int asked, int seated, int peers) {}

    /// @param seated  the mean over all seats, 0 to 1
    /// @param chance  the mean over everybody and every mentor they could have had
    /// @param best    the mean if everybody seated had the best mentor for them, whoever else wants the seat
    /// @param seatedIn how many seats fall into each tenth; `chanceIn` likewise, as shares of 1000 pairs
    public record Affinity(double seated, double chance, double best, List<Integer> seatedIn, List<Integer> chanceIn) {
        public Affinity {
            seatedIn = List.copyOf(seatedIn);
            chanceIn = List.copyOf(chanceIn);
        }
    }

    /// @param hour "Sat 14:00"
    public record Hour(String hour, int posted, int edited) {}

    /// @param mostInAMinute by the clock of the day
    /// @param allowed       in a minute, as Slack documents it; 0 where it says nothing
    /// @param refused       how often Slack said to come back later
    public record MethodFigures(String method, int calls, int mostInAMinute, int allowed, int refused) {}

    /// A line for each time a promise was broken.
    public List<String> breaches() {
        return promises.stream()
                .flatMap(promise -> promise.broken().stream())
                .map(breach -> "%s %s: %s".formatted(breach.at(), breach.person(), breach.message()))
                .toList();
    }

    /// How many promises were broken, and how often.
    public String verdict() {
        var broken = promises.stream().filter(promise -> !promise.kept()).toList();
        if (broken.isEmpty()) {
            return "Every promise was kept: %,d checks."
                    .formatted(promises.stream().mapToInt(Promise::checked).sum());
        }
        var times = broken.stream().mapToInt(promise -> promise.broken().size()).sum();
        return "%d of %d promises broken, %s."
                .formatted(broken.size(), promises.size(), times == 1 ? "once" : times + " times in all");
    }
}
