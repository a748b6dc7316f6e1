package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.importing.MentorList;
import coffeebreak.bot.importing.ProgrammeDifference;
import coffeebreak.bot.importing.ProgrammeDifference.Pair;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.importing.Succession;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares what was read with what is in force. Changes nothing.
final class Comparing {

    private static final int LONGEST = 100;

    private final LiveProgramme programme;
    private final LiveLists lists;
    private final Mentoring mentoring;
    private final Profiles profiles;
    private final UnaryOperator<Programme> settled;

    /// @param settled gives a programme the date and the zone that settings say
    Comparing(
            LiveProgramme programme,
            LiveLists lists,
            Mentoring mentoring,
            Profiles profiles,
            UnaryOperator<Programme> settled) {
        this.programme = programme;
        this.lists = lists;
        this.mentoring = mentoring;
        this.profiles = profiles;
        this.settled = settled;
    }

    /// @param whole whether the file says all there is to say
    /// @throws IllegalArgumentException when the programme cannot be with the changes made by hand
    Comparison withInForce(Content content, boolean whole) {
        return switch (content) {
            case Content.OfProgramme read -> programmes(read, whole);
            case Content.OfMentors(var list) -> mentors(list);
            case Content.OfPapers(var papers) -> papers(papers);
        };
    }

    // The programme.

    private Comparison programmes(Content.OfProgramme read, boolean whole) {
        var before = programme.plan();
        var succession = Succession.of(before, read.programme(before.institutions()), whole);
        var remarks = new ArrayList<>(succession.remarks());
        var after = settled.apply(succession.programme());
        if (read.date() != null && !read.date().equals(after.date())) {
            remarks.add(new Remark(
                    0,
                    "",
                    Kind.GUESSED,
                    "the file says %s; the date that is set here, %s, counts.".formatted(read.date(), after.date())));
        }
        return programmes(before, after, remarks);
    }

    /// The way back to a programme that was in force.
    Comparison back(Programme after) {
        return programmes(programme.plan(), after, List.of());
    }

    private Comparison programmes(Programme before, Programme after, List<Remark> remarks) {
        var difference = ProgrammeDifference.between(before, after);
        var now = programme.get();
        var then = programme.changes().applied(after);
        var shown = ProgrammeDifference.between(now, then);
        var touched = new ArrayList<Text>();
        var moved = shown.movedBreaks();
        if (!moved.isEmpty()) {
            touched.add(Text.of(moving(now, moved)));
        }
        var gone = lost(shown, now);
        shown.lostBreaks().stream()
                .map(each -> chosen(each, now))
                .filter(words -> !words.isEmpty())
                .forEach(words -> touched.add(Text.of(words)));
        byHand(after).forEach(words -> touched.add(Text.of(words)));
        return new Comparison(
                Content.OfProgramme.of(after), counts(after), lines(difference, before, after), touched, remarks, gone);
    }

    static String counts(Programme day) {
        return count(day.sessions().size(), "session") + ", "
                + count(day.breaks().size(), "mentoring break") + ", "
                + count(day.people().size(), "person", "people");
    }

    private String moving(Programme now, List<String> breaks) {
        var plan = mentoring.plan();
        var people = new HashSet<Person>();
        var cards = plan.tables().stream()
                .filter(table -> breaks.contains(table.coffeeBreak()))
                .filter(table -> plan.cards().contains(table.id()))
                .count();
        breaks.forEach(each -> people.addAll(sitting(each)));
        var hosts = plan.tables().stream()
                .filter(table -> breaks.contains(table.coffeeBreak()))
                .map(table -> table.mentor())
                .distinct()
                .count();
        var names = breaks.stream()
                .flatMap(id -> now.session(id).stream())
                .map(new BreakWording(now)::name)
                .toList();
        var signedUp = profiles.all().stream()
                .filter(Profile::seeking)
                .filter(profile -> profile.breaks().stream().anyMatch(breaks::contains))
                .count();
        return Text.enumerated(names)
                + (breaks.size() == 1 ? " moves: " : " move: ")
                + (people.isEmpty() && hosts == 0
                        ? "nobody sits there yet"
                                + (signedUp == 0
                                        ? "."
                                        : "; " + count(signedUp, "sign-up names", "sign-ups name") + " it.")
                        : count(people.size(), "person sits", "people sit") + " there with "
                                + count(hosts, "mentor") + ", and each is told once. Seats and reminders follow"
                                + (cards == 0
                                        ? "."
                                        : ", and so do " + count(cards, "card") + " that went out already."));
    }

    private Set<Person> sitting(String coffeeBreak) {
        var plan = mentoring.plan();
        return Stream.concat(
                        plan.seats().stream()
                                .filter(seat -> seat.state().taken()
                                        && plan.table(seat.table())
                                                .filter(table ->
                                                        table.coffeeBreak().equals(coffeeBreak))
                                                .isPresent())
                                .map(seat -> seat.mentee()),
                        plan.peers().places().stream()
                                .filter(place -> place.seat().expected()
                                        && place.table().coffeeBreak().equals(coffeeBreak))
                                .map(place -> place.seat().person()))
                .collect(Collectors.toSet());
    }

    private List<Comparison.Lost> lost(ProgrammeDifference shown, Programme now) {
        var wording = new BreakWording(now);
        return shown.lostBreaks().stream()
                .map(each -> new Comparison.Lost(
                        wording.name(each) + " (" + each.start() + ")",
                        sitting(each.id()).size()))
                .filter(lost -> lost.people() > 0)
                .toList();
    }

    private String chosen(Session gone, Programme now) {
        var chose = profiles.all().stream()
                .filter(profile -> profile.seeking() && profile.breaks().contains(gone.id()))
                .count();
        return chose == 0
                ? ""
                : count(chose, "sign-up names", "sign-ups name") + " " + new BreakWording(now).name(gone)
                        + ", which would be gone.";
    }

    /// What organizers changed by hand, on top of another programme.
    private List<String> byHand(Programme after) {
        var words = new ArrayList<String>();
        programme
                .changes()
                .standing()
                .forEach(off -> words.add(
                        off.in(after.sessions()).isPresent()
                                ? "\"" + clipped(off.session().title()) + "\" stays cancelled."
                                : "That \"" + clipped(off.session().title())
                                        + "\" is cancelled no longer applies: it is not in the file."));
        programme.changes().delays().stream()
                .map(delay -> after.sessions().stream()
                                .anyMatch(session -> session.day() == delay.day()
                                        && !session.start().isBefore(delay.from()))
                        ? "That the day runs " + delay.inWords() + " stays on top of it."
                        : "That the day runs " + delay.inWords() + " no longer applies: nothing begins after that.")
                .forEach(words::add);
        return words;
    }

    private static List<Text> lines(ProgrammeDifference difference, Programme before, Programme after) {
        var lines = new ArrayList<Text>();
        difference
                .added()
                .forEach(session -> lines.add(line("New", session)
                        .plain(", " + times(session, after)
                                + (session.talkTitle() == null ? "" : ": " + clipped(session.talkTitle())))));
        difference.removed().forEach(session -> lines.add(line("Gone", session).plain(", " + times(session, before))));
        difference
                .moved()
                .forEach(pair -> lines.add(line("Moved", pair.is())
                        .plain(": " + times(pair.was(), before) + " becomes " + times(pair.is(), after))));
        difference
                .renamed()
                .forEach(pair -> lines.add(line("Renamed", pair.is())
                        .plain(", before \"" + clipped(pair.was().title()) + "\"")));
        difference
                .changed()
                .forEach(pair -> lines.add(line("Changed", pair.is())
                        .plain(", " + times(pair.is(), after) + ": " + changes(pair, before, after))));
        difference.frame().forEach(words -> lines.add(Text.of(capital(clipped(words)))));
        people(lines, "New people", difference.arrived());
        people(lines, "People gone", difference.left());
        if (difference.facts() > 0) {
            lines.add(Text.of(
                    count(difference.facts(), "statement or topic is", "statements and topics are") + " other."));
        }
        return lines;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Text line(String what, Session session) {
        return Text.of(what + ": ").bold(clipped(session.title()));
    }

    private static void people(List<Text> lines, String what, List<ProgrammePerson> people) {
        if (!people.isEmpty()) {
            var named = people.stream()
                    .limit(8)
                    .map(person -> clipped(person.name()))
                    .collect(Collectors.joining(", "));
            lines.add(
                    Text.of(what + ": " + named + (people.size() > 8 ? " and " + (people.size() - 8) + " more" : "")));
        }
    }

    private static String times(Session session, Programme day) {
        return (day.days() > 1 ? "day " + (session.day() + 1) + " " : "") + session.start() + end(session.end());
    }

    private static String end(@Nullable LocalTime end) {
        return end == null ? "" : " to " + end;
    }

    private static String changes(Pair pair, Programme before, Programme after) {
        var was = pair.was();
        var is = pair.is();
        var changes = new ArrayList<String>();
        if (!was.people().equals(is.people())) {
            changes.add("with " + names(after, is, "nobody named") + ", before " + names(before, was, "nobody"));
        }
        aspect(changes, "room", was.room(), is.room());
        aspect(changes, "about", was.talkTitle(), is.talkTitle());
        if (was.mentorship() != is.mentorship()) {
            changes.add(is.mentorship() ? "now for mentoring" : "no longer for mentoring");
        }
        if (!was.kind().id().equals(is.kind().id())) {
            changes.add("now a " + is.kind().name());
        }
        return changes.isEmpty() ? "its parts or its note" : String.join("; ", changes);
    }

    private static String names(Programme day, Session session, String none) {
        var names = day.peopleOf(session).stream()
                .map(person -> clipped(person.name()))
                .toList();
        return names.isEmpty() ? none : Text.enumerated(names);
    }

    private static void aspect(List<String> changes, String what, @Nullable String was, @Nullable String is) {
        if (!Objects.equals(was, is)) {
            changes.add(what + " " + (is == null ? "not known" : clipped(is))
                    + (was == null ? "" : ", before " + clipped(was)));
        }
    }

    // The mentors.

    /// Whoever is known in the chat stays so. Whoever is not on the list any more goes, unless people sit with
    /// them.
    private Comparison mentors(MentorList read) {
        var before = lists.mentorList();
        var was = byId(before.mentors());
        var is = byId(read.mentors());
        var remarks = new ArrayList<Remark>();
        var touched = new ArrayList<Text>();
        var after = new ArrayList<Mentor>();
        var agreed = new TreeSet<>(read.agreed());
        for (var mentor : read.mentors()) {
            after.add(following(was.get(mentor.id()), mentor, touched));
        }
        for (var mentor : before.mentors()) {
            if (!is.containsKey(mentor.id())) {
                var people = guests(mentor.id(), mentor.breaks());
                if (people > 0) {
                    after.add(mentor);
                    if (before.agreed().contains(mentor.id())) {
                        agreed.add(mentor.id());
                    }
                    touched.add(Text.of("")
                            .bold(mentor.name())
                            .plain(" is not on the list, but "
                                    + count(people, "person sits", "people sit")
                                    + " there: the table stays. If it shall not, have them cancel, and import again."));
                }
            }
        }
        var emails = read.emails().entrySet().stream()
                .filter(entry -> after.stream()
                        .anyMatch(mentor -> mentor.id().equals(entry.getKey()) && mentor.person() == null))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var result = new MentorList(after, agreed, emails);
        var fresh = after.stream()
                .filter(mentor -> !was.containsKey(mentor.id()) && !agreed.contains(mentor.id()))
                .count();
        if (fresh > 0) {
            touched.add(Text.of(count(fresh, "new mentor is", "new mentors are")
                    + " invited as soon as I know who they are in Slack."));
        }
        if (!emails.isEmpty()) {
            touched.add(Text.of(
                    count(emails.size(), "e-mail address is", "e-mail addresses are") + " looked up in Slack."));
        }
        return new Comparison(
                new Content.OfMentors(result),
                count(after.size(), "mentor") + ", " + count(agreed.size(), "has", "have") + " agreed",
                mentorLines(before, result),
                touched,
                remarks,
                List.of());
    }

    private Mentor following(@Nullable Mentor was, Mentor is, List<Text> touched) {
        var breaks = new HashSet<>(is.breaks());
        if (was != null) {
            for (var each : was.breaks()) {
                var people = guests(is.id(), Set.of(each));
                if (people > 0 && breaks.add(each)) {
                    var day = programme.get();
                    touched.add(Text.of("")
                            .bold(is.name())
                            .plain(" keeps "
                                    + day.session(each)
                                            .map(new BreakWording(day)::name)
                                            .orElse("a break")
                                    + ", in which " + count(people, "person sits", "people sit") + "."));
                }
            }
        }
        return new Mentor(
                is.id(),
                is.name(),
                is.person() == null && was != null ? was.person() : is.person(),
                is.institutions(),
                breaks,
                is.seats(),
                is.topics());
    }

    private int guests(String mentor, Set<String> breaks) {
        var plan = mentoring.plan();
        return (int) plan.tables().stream()
                .filter(table -> table.mentor().equals(mentor) && breaks.contains(table.coffeeBreak()))
                .flatMap(table -> plan.at(table).stream())
                .filter(seat -> seat.state().taken())
                .count();
    }

    private static Map<String, Mentor> byId(List<Mentor> mentors) {
        return mentors.stream().collect(Collectors.toMap(Mentor::id, Function.identity()));
    }

    private List<Text> mentorLines(MentorList before, MentorList after) {
        var was = byId(before.mentors());
        var is = byId(after.mentors());
        var lines = new ArrayList<Text>();
        after.mentors().stream()
                .filter(mentor -> !was.containsKey(mentor.id()))
                .forEach(mentor -> lines.add(Text.of("New: ")
                        .bold(clipped(mentor.introduced()))
                        .plain(", " + count(mentor.seats(), "seat"))));
        before.mentors().stream()
                .filter(mentor -> !is.containsKey(mentor.id()))
                .forEach(mentor -> lines.add(
                        Text.of("Gone: ").bold(clipped(mentor.introduced())).plain(", nobody sits there")));
        for (var mentor : after.mentors()) {
            var old = was.get(mentor.id());
            if (old != null) {
                var changes = changes(old, mentor);
                if (before.agreed().contains(old.id()) != after.agreed().contains(mentor.id())) {
                    changes.add(after.agreed().contains(mentor.id()) ? "has agreed" : "has not agreed beforehand");
                }
                if (!changes.isEmpty()) {
                    lines.add(
                            Text.of("Changed: ").bold(clipped(mentor.name())).plain(": " + String.join("; ", changes)));
                }
            }
        }
        if (lines.isEmpty() && !before.emails().equals(after.emails())) {
            lines.add(Text.of("Other e-mail addresses."));
        }
        return lines;
    }

    private List<String> changes(Mentor was, Mentor is) {
        var changes = new ArrayList<String>();
        if (!was.name().equals(is.name())) {
            changes.add("before \"" + clipped(was.name()) + "\"");
        }
        if (was.seats() != is.seats()) {
            changes.add(count(is.seats(), "seat") + ", before " + was.seats());
        }
        if (!was.breaks().equals(is.breaks())) {
            changes.add("in " + breaks(is.breaks()) + ", before " + breaks(was.breaks()));
        }
        if (!was.institutions().equals(is.institutions())) {
            changes.add("from " + clipped(String.join(" & ", new TreeSet<>(is.institutions()))));
        }
        if (!was.topics().equals(is.topics())) {
            changes.add("other topics");
        }
        if (!Objects.equals(was.person(), is.person())) {
            changes.add("somebody else in Slack");
        }
        return changes;
    }

    private String breaks(Collection<String> ids) {
        var day = programme.get();
        var names = day.breaks().stream()
                .filter(each -> ids.contains(each.id()))
                .map(new BreakWording(day)::name)
                .toList();
        return names.isEmpty() ? "no break" : Text.enumerated(names);
    }

    // The papers.

    private Comparison papers(List<Paper> read) {
        var before = new Content.OfPapers(lists.papers()).papers();
        var was = before.stream().collect(Collectors.toMap(Paper::id, Function.identity()));
        var after = new Content.OfPapers(read);
        var is = after.papers().stream().collect(Collectors.toMap(Paper::id, Function.identity()));
        var lines = new ArrayList<Text>();
        titles(
                lines,
                "New",
                after.papers().stream()
                        .filter(paper -> !was.containsKey(paper.id()))
                        .toList());
        titles(
                lines,
                "Gone",
                before.stream().filter(paper -> !is.containsKey(paper.id())).toList());
        titles(
                lines,
                "Changed",
                after.papers().stream()
                        .filter(paper -> was.containsKey(paper.id()) && !paper.equals(was.get(paper.id())))
                        .toList());
        return new Comparison(after, count(read.size(), "paper"), lines, List.of(), List.of(), List.of());
    }

    private static void titles(List<Text> lines, String what, List<Paper> papers) {
        papers.forEach(paper -> lines.add(Text.of(what + ": ").bold(clipped(paper.title()))));
    }

    static String clipped(String words) {
        var line = words.replace('\n', ' ').strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }

    static String count(long number, String what) {
        return count(number, what, what + "s");
    }

    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
