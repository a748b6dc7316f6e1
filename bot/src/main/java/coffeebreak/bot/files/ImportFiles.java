package coffeebreak.bot.files;

import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.ImportReader;
import coffeebreak.bot.importing.MentorList;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Reads what organizers hand over, in any format there is a reader for.
public final class ImportFiles implements ImportReader {

    @Override
    public Result read(Sort sort, String file, byte[] bytes, Programme inForce) {
        try {
            return switch (sort) {
                case PROGRAMME ->
                    result(ProgrammeFile.parse(file, bytes, inForce.zone()), isOurs(file), Content.OfProgramme::of);
                case MENTORS -> mentors(RosterFile.parse(file, bytes, inForce));
                case PAPERS -> result(PaperList.parse(file, bytes), true, Content.OfPapers::new);
            };
        } catch (BadFile bad) {
            return new Result(
                    Optional.empty(),
                    false,
                    bad.problems().stream()
                            .map(problem -> new Remark(problem.line(), "", Kind.WRONG, problem.what()))
                            .toList());
        }
    }

    private static boolean isOurs(String file) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    }

    private static <T> Result result(Proposal<T> proposal, boolean whole, Function<T, Content> content) {
        return new Result(
                proposal.whole() ? Optional.of(content.apply(proposal.content())) : Optional.empty(),
                whole,
                proposal.remarks());
    }

    /// Of a list of people the mentors: the others can sign up by themselves alone.
    private static Result mentors(Proposal<List<RosterRow>> people) {
        var remarks = new ArrayList<>(people.remarks());
        var lines = new HashMap<String, Integer>();
        for (var row : people.content()) {
            var mentor = row.mentor();
            var before = mentor == null ? null : lines.putIfAbsent(mentor, row.line());
            if (before != null) {
                remarks.add(new Remark(
                        row.line(),
                        "",
                        Kind.WRONG,
                        "%s is the same mentor as in line %d; leave one of the two.".formatted(row.name(), before)));
            }
        }
        if (lines.isEmpty()) {
            remarks.add(new Remark(
                    0,
                    "",
                    Kind.WRONG,
                    "nobody in it is a mentor; add a column \"Mentor\" with yes for whoever offers a table."));
        }
        var participants = people.content().size() - lines.size();
        if (participants > 0) {
            remarks.add(new Remark(
                    0,
                    "",
                    Kind.UNUSED,
                    "%d people are no mentors: a list signs nobody up, they do that themselves."
                            .formatted(participants)));
        }
        return result(new Proposal<>(people.file(), people.content(), remarks), true, rows -> {
            var roster = Roster.of(rows);
            return new Content.OfMentors(new MentorList(roster.mentors(), roster.agreed(), roster.emails()));
        });
    }
}
