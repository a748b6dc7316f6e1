package coffeebreak.bot.importing;

import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How one programme differs from another whose ids mean the same.
///
/// @param renamed   those with another title
/// @param moved     those that begin or end at another time
/// @param changed   those of which anything else is other: people, room, talk, parts
/// @param arrived   people who are new
/// @param left      people who are not in it any more
/// @param facts     how many facts and topics are new, gone or other
/// @param frame     what else is other, a phrase each: "the date is 2026-04-27, not 2026-04-26"
public record ProgrammeDifference(
        List<Session> added,
        List<Session> removed,
        List<Pair> renamed,
        List<Pair> moved,
        List<Pair> changed,
        List<ProgrammePerson> arrived,
        List<ProgrammePerson> left,
        int facts,
        List<String> frame) {

    public ProgrammeDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        renamed = List.copyOf(renamed);
        moved = List.copyOf(moved);
        changed = List.copyOf(changed);
        arrived = List.copyOf(arrived);
        left = List.copyOf(left);
        frame = List.copyOf(frame);
    }

    /// One session, before and after.
    public record Pair(Session was, Session is) {}

    public static ProgrammeDifference between(Programme before, Programme after) {
        var pairs = after.sessions().stream()
                .flatMap(is -> before.session(is.id()).map(was -> new Pair(was, is)).stream())
                .toList();
        return new ProgrammeDifference(
                after.sessions().stream()
                        .filter(is -> before.session(is.id()).isEmpty())
                        .toList(),
                before.sessions().stream()
                        .filter(was -> after.session(was.id()).isEmpty())
                        .toList(),
                which(pairs, Session::title),
                which(pairs, ProgrammeDifference::times),
                which(pairs, ProgrammeDifference::rest),
                after.people().stream()
                        .filter(person -> before.person(person.id()).isEmpty())
                        .toList(),
                before.people().stream()
                        .filter(person -> after.person(person.id()).isEmpty())
                        .toList(),
                facts(before, after),
                frame(before, after));
    }

    private static List<Pair> which(List<Pair> pairs, Function<Session, Object> aspect) {
        return pairs.stream()
                .filter(pair -> !aspect.apply(pair.was()).equals(aspect.apply(pair.is())))
                .toList();
    }

    private static Object times(Session session) {
        return java.util.Arrays.asList(session.day(), session.start(), session.end());
    }

    private static Object rest(Session session) {
        return java.util.Arrays.asList(
                session.kind().id(),
                session.people(),
                session.parts().stream()
                        .map(part -> java.util.Arrays.asList(part.title(), part.people(), part.talkTitle()))
                        .toList(),
                session.mentorship(),
                session.room(),
                session.talkTitle(),
                session.note());
    }

    private static int facts(Programme before, Programme after) {
        return different(before.facts(), after.facts(), Fact::id)
                + different(before.topics(), after.topics(), t -> t.id());
    }

    private static <T> int different(List<T> before, List<T> after, Function<T, String> id) {
        var was = before.stream().collect(Collectors.toMap(id, Function.identity(), (one, _) -> one));
        var is = after.stream().collect(Collectors.toMap(id, Function.identity(), (one, _) -> one));
        var gone = was.keySet().stream().filter(each -> !is.containsKey(each)).count();
        var other = is.entrySet().stream()
                .filter(each -> !each.getValue().equals(was.get(each.getKey())))
                .count();
        return Math.toIntExact(gone + other);
    }

    private static List<String> frame(Programme before, Programme after) {
        var frame = new ArrayList<String>();
        aspect(frame, "name", before.name(), after.name());
        aspect(frame, "date", before.date(), after.date());
        aspect(frame, "time zone", before.zone(), after.zone());
        aspect(frame, "place", before.place(), after.place());
        for (var person : after.people()) {
            before.person(person.id())
                    .filter(was -> !was.equals(person))
                    .ifPresent(was -> frame.add(person.name() + " is other: " + changes(was, person)));
        }
        return frame;
    }

    private static String changes(ProgrammePerson was, ProgrammePerson is) {
        var changes = new ArrayList<String>();
        if (!was.name().equals(is.name())) {
            changes.add("before \"" + was.name() + "\"");
        }
        if (!was.affiliations().equals(is.affiliations())) {
            changes.add("from " + (is.affiliations().isEmpty() ? "nowhere that is said" : is.affiliation()));
        }
        if (!was.roles().equals(is.roles())) {
            changes.add(
                    is.roles().isEmpty()
                            ? "in no role"
                            : is.roles().stream().map(Role::words).collect(Collectors.joining(", ")));
        }
        return changes.isEmpty() ? "what is said about them" : String.join("; ", changes);
    }

    private static void aspect(
            List<String> frame,
            String what,
            @org.jspecify.annotations.Nullable Object was,
            @org.jspecify.annotations.Nullable Object is) {
        if (!Objects.equals(was, is)) {
            frame.add("the " + what + " is " + (is == null ? "not known" : is) + (was == null ? "" : ", not " + was));
        }
    }

    public boolean isNone() {
        return added.isEmpty()
                && removed.isEmpty()
                && renamed.isEmpty()
                && moved.isEmpty()
                && changed.isEmpty()
                && arrived.isEmpty()
                && left.isEmpty()
                && facts == 0
                && frame.isEmpty();
    }

    /// Breaks in which mentors held their tables and do not any more.
    public List<Session> lostBreaks() {
        var lost = new ArrayList<>(removed.stream().filter(Session::mentorship).toList());
        changed.stream()
                .filter(pair -> pair.was().mentorship() && !pair.is().mentorship())
                .forEach(pair -> lost.add(pair.was()));
        return lost;
    }

    /// Ids of the breaks that begin at another time.
    public List<String> movedBreaks() {
        return moved.stream()
                .filter(pair -> pair.is().mentorship()
                        && !pair.was().start().equals(pair.is().start()))
                .map(pair -> pair.is().id())
                .toList();
    }
}
