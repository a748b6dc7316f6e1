package coffeebreak.bot.rehearsal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of a rehearsal, as numbers and lines; nothing in it is about a real person.
///
/// @param kept       whether every promise was kept
/// @param promises   each with how often it was held against the day, and every time it was broken
/// @param events     what happened, a line each
/// @param tiers      how seats went to those who come first and to the others
/// @param stages     the same by career stage
/// @param affinity   how much those at tables have to say to each other
/// @param unanswered questions the bot knew no answer to
/// @param perHour    messages of the bot by hour of the day, from the first day the bot was open
/// @param calls      calls of Slack by method
/// @param measured   in real time: all that differs when the same day is played again
public record Report(
        boolean kept,
        String event,
        String date,
        int people,
        long seed,
        List<Promise> promises,
        List<String> events,
        Figures figures,
        List<TierFigures> tiers,
        List<StageFigures> stages,
        Affinity affinity,
        List<Unanswered> unanswered,
        List<Hour> perHour,
        List<MethodFigures> calls,
        Map<String, Integer> acts,
        Measured measured) {

    public Report {
        promises = List.copyOf(promises);
        events = List.copyOf(events);
        stages = List.copyOf(stages);
        perHour = List.copyOf(perHour);
        calls = List.copyOf(calls);
        acts = Collections.unmodifiableMap(new TreeMap<>(acts));
        tiers = List.copyOf(tiers);
        unanswered = List.copyOf(unanswered);
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
    public record Figures(
            int signedUp,
            int seats,
            int taken,
            int withPeers,
            int waiting,
            int questions,
            int questionsRight,
            int messages,
            int edits) {}

    /// @param seconds        for all of it
    /// @param answeredMillis the middle one of the times until an act was answered
    /// @param slowestMillis  the time 99 of 100 acts were answered in
    /// @param publishMillis  from the press on Publish to the answer
    public record Measured(double seconds, long answeredMillis, long slowestMillis, long publishMillis) {}

    /// Of a round that was published. Second seats come after everybody's first.
    ///
    /// @param who     "early-stage" or "later"
    /// @param asked   how many looked for a seat
    /// @param seated  how many of them got one
    /// @param wanted  how many of them would take a second
    /// @param seconds how many of them got it
    public record TierFigures(String who, int asked, int seated, int wanted, int seconds) {}

    /// @param question as it was asked
    /// @param times    how often it found no answer
    public record Unanswered(String question, int times) {}

    /// @param asked  how many of this stage looked for a seat
    /// @param seated how many of them had one when a break began
    /// @param peers  how many sat with peers
    public record StageFigures(String stage, int asked, int seated, int peers) {}

    /// Of the round that was published.
    ///
    /// @param seated   the mean over all seats, 0 to 1
    /// @param chance   the mean of seatings drawn at random: the same people, tables and rules
    /// @param drawn    how many were drawn
    /// @param optimum  the mean of the best seating there is of the same people
    /// @param seatedIn how many seats fall into each tenth; `chanceIn` likewise, as shares of 1000 seats drawn
    public record Affinity(
            double seated, double chance, int drawn, double optimum, List<Integer> seatedIn, List<Integer> chanceIn) {
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
