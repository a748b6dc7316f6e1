package coffeebreak.bot.files;

import coffeebreak.matching.Affinity;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Scores of mentees and mentors from a file, as compact as can be: for each mentee the numbers of the mentors it has a
/// score with, ascending, and the scores beside them (compressed sparse rows). A score counts at every table of the
/// mentor. Millions of rows take 12 bytes each.
final class MentorScores implements Affinity {

    private final Map<String, Integer> mentees;
    private final Map<String, Integer> mentors;
    private final List<List<Table>> tablesOf;
    private final boolean absentIsZero;
    private final int[] starts;
    private final int[] mentorOf;
    private final double[] scores;

    private MentorScores(
            List<Mentee> mentees, List<Table> tables, Ids mentors, boolean absentIsZero, Collected collected) {
        this.mentees = HashMap.newHashMap(mentees.size());
        mentees.forEach(mentee -> this.mentees.put(mentee.id(), this.mentees.size()));
        this.mentors = HashMap.newHashMap(mentors.size());
        this.tablesOf = new ArrayList<>();
        for (int n = 0; n < mentors.size(); n++) {
            this.mentors.put(mentors.id(n), n);
            this.tablesOf.add(new ArrayList<>());
        }
        tables.forEach(
                table -> tablesOf.get(number(this.mentors, table.mentor())).add(table));
        this.absentIsZero = absentIsZero;
        this.starts = collected.starts;
        this.mentorOf = collected.mentorOf;
        this.scores = collected.scores;
    }

    /// No scores at all.
    ///
    /// @param mentees each id once, as for `tables`
    static MentorScores none(List<Mentee> mentees, List<Table> tables) {
        return new MentorScores(
                mentees,
                tables,
                mentors(tables),
                true,
                new Collected(new int[mentees.size() + 1], new int[0], new double[0]));
    }

    /// The scores of a file.
    static MentorScores read(
            Path file, Problems problems, List<Mentee> mentees, List<Table> tables, boolean absentIsZero) {
        var mentors = mentors(tables);
        var columns = new PairFile(
                new PairFile.Column(
                        "mentee", new Ids(mentees.stream().map(Mentee::id).toList())),
                new PairFile.Column("mentor", mentors),
                true);
        var rows = new Rows();
        columns.read(file, problems, rows);
        return new MentorScores(mentees, tables, mentors, absentIsZero, rows.sorted(columns, problems));
    }

    static Ids mentors(List<Table> tables) {
        return PairFile.ids(tables.stream().map(Table::mentor).toList());
    }

    private record Collected(int[] starts, int[] mentorOf, double[] scores) {}

    /// The rows in the order of the file.
    private static final class Rows implements PairFile.Rows {
        private int size;
        private int[] lines = new int[1024];
        private int[] mentees = new int[1024];
        private int[] mentors = new int[1024];
        private double[] scores = new double[1024];

        @Override
        public void row(int line, int mentee, int mentor, double score) {
            if (size == lines.length) {
                int larger = size + size / 2;
                lines = Arrays.copyOf(lines, larger);
                mentees = Arrays.copyOf(mentees, larger);
                mentors = Arrays.copyOf(mentors, larger);
                scores = Arrays.copyOf(scores, larger);
            }
            lines[size] = line;
            mentees[size] = mentee;
            mentors[size] = mentor;
            scores[size] = score;
            size++;
        }

        /// A counting sort by mentee, then each mentee's few by mentor.
        Collected sorted(PairFile columns, Problems problems) {
            var starts = new int[columns.one().ids().size() + 1];
            for (int row = 0; row < size; row++) {
                starts[mentees[row] + 1]++;
            }
            for (int mentee = 1; mentee < starts.length; mentee++) {
                starts[mentee] += starts[mentee - 1];
            }
            var keys = new long[size];
            var next = starts.clone();
            for (int row = 0; row < size; row++) {
                keys[next[mentees[row]]++] = (long) mentors[row] << 32 | row;
            }
            var mentorOf = new int[size];
            var sorted = new double[size];
            for (int mentee = 0; mentee + 1 < starts.length; mentee++) {
                Arrays.sort(keys, starts[mentee], starts[mentee + 1]);
                for (int i = starts[mentee]; i < starts[mentee + 1]; i++) {
                    int row = (int) keys[i];
                    mentorOf[i] = (int) (keys[i] >>> 32);
                    sorted[i] = scores[row];
                    if (i > starts[mentee] && mentorOf[i] == mentorOf[i - 1]) {
                        int before = (int) keys[i - 1];
                        problems.note(lines[row], () -> columns.twice(mentees[row], mentors[row], lines[before]));
                    }
                }
            }
            return new Collected(starts, mentorOf, sorted);
        }
    }

    @Override
    public OptionalDouble between(Mentee mentee, Table table) {
        int m = number(mentees, mentee.id());
        int found = Arrays.binarySearch(mentorOf, starts[m], starts[m + 1], number(mentors, table.mentor()));
        if (found >= 0) {
            return OptionalDouble.of(scores[found]);
        }
        return absentIsZero ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    @Override
    public List<Table> candidates(Mentee mentee, List<Table> tables) {
        if (absentIsZero) {
            return tables;
        }
        int m = number(mentees, mentee.id());
        var candidates = new ArrayList<Table>(starts[m + 1] - starts[m]);
        for (int i = starts[m]; i < starts[m + 1]; i++) {
            candidates.addAll(tablesOf.get(mentorOf[i]));
        }
        return candidates;
    }

    private static int number(Map<String, Integer> numbers, String id) {
        var number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException(id + " is not of the problem these scores were read for.");
        }
        return number;
    }
}
