package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
import coffeebreak.bot.answers.Query.DayPart;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads which sessions the words of a question select, and where in time.
final class SelectionRules {
    private final Marked said;
    private final Programme programme;

    SelectionRules(Marked said) {
        this.said = said;
        this.programme = said.programme();
    }

    /// What a stretch of said.marks() selects.
    Selection selection(List<Mark> among) {
        var kindSets = new ArrayList<Set<String>>();
        var people = new ArrayList<String>();
        var titled = new ArrayList<Set<String>>();
        var rooms = new TreeSet<String>();
        var numbers = new TreeSet<Integer>();
        var place = 0;
        DayPart part = null;
        var day = -1;
        var spoken = false;
        Boolean mentorship = null;
        Relation relation = new Relation.Anytime();
        var now = false;
        for (var mark : among) {
            switch (mark.meaning()) {
                case Meaning.OfKind(var kinds, var _, var _) -> kindSets.add(kinds);
                case Meaning.Named(var ids) -> people.add(ids.getFirst());
                case Meaning.Hinted(var id) -> people.add(id);
                case Meaning.Titled(var ids) -> titled.add(ids);
                case Meaning.Room(var name) -> rooms.add(name);
                case Meaning.Number(var value) -> numbers.add(value);
                case Meaning.Clock(var time, var half) -> relation = new Relation.At(atVenue(time, half, mark));
                case Meaning.Later(var duration) -> relation = new Relation.In(duration);
                case Meaning.Day(var index) -> day = index;
                case Meaning.Idea(var idea) -> {
                    if (Marked.PLACES.containsKey(idea)) {
                        place = Marked.PLACES.get(idea);
                    } else if (idea == Concept.MORNING) {
                        part = DayPart.MORNING;
                    } else if (idea == Concept.AFTERNOON) {
                        part = DayPart.AFTERNOON;
                    } else if (idea == Concept.EVENING) {
                        part = DayPart.EVENING;
                    } else if (idea == Concept.TODAY) {
                        day = Evaluator.TODAY;
                    } else if (idea == Concept.TOMORROW) {
                        day = Evaluator.TOMORROW;
                    } else if (idea == Concept.YESTERDAY) {
                        said.has(idea);
                        day = Evaluator.YESTERDAY;
                    } else if (idea == Concept.NOW) {
                        now = true;
                    } else if (idea == Concept.NEXT) {
                        relation = new Relation.Next();
                    } else if (idea == Concept.PREVIOUS) {
                        relation = new Relation.Previous();
                    } else if (idea == Concept.MENTORSHIP) {
                        mentorship = true;
                    } else if (idea == Concept.SPEAK) {
                        spoken = true;
                    } else if (idea == Concept.SPEAKER
                            || idea == Concept.INVITEDSPEAKER
                            || idea == Concept.KEYNOTESPEAKER) {
                        kindSets.add(kindsOf(Marked.ROLES.getOrDefault(idea, Set.of()), Kind.Nature.TALK));
                    } else if (idea == Concept.PANELIST) {
                        kindSets.add(kindsOf(Set.of(Role.PANELIST), Kind.Nature.PANEL));
                    }
                }
                case Meaning.NoKind _, Meaning.Unknown _ -> said.fail();
                case Meaning.Institute _, Meaning.Zone _, Meaning.Unexplained _ -> {}
            }
        }
        if (said.has(Concept.BOTH) && numbers.equals(Set.of(2))) {
            numbers.clear();
        }
        // "What is happening in the foyer" asks for this moment less than "now" does.
        now = now
                && (rooms.isEmpty() && titled.isEmpty() || said.says("now|rn|currently|moment|present|still|current"));
        // "Who just spoke?"
        if (relation instanceof Relation.Anytime
                && said.says("just")
                && said.says("spoke|spoken|gave|presented|talked|finished|ended|was|did")) {
            relation = new Relation.Previous();
        }
        // "On stage" says no more than that somebody speaks where a time is asked for.
        now = now && !(said.sees(Concept.WHEN) && said.says("stage"));
        if (part != null && day == -1 && programme.days() > 1 && said.says("this|tonight")) {
            day = Evaluator.TODAY;
        }
        // "What is on at five" and "what is on today" do not ask for this moment.
        if (now && relation instanceof Relation.Anytime && part == null && day == -1 && !said.sees(Concept.SCHEDULE)) {
            relation = new Relation.Now();
        }
        if (people.isEmpty()) {
            described(among, kindSets).ifPresent(people::add);
        }
        return new Selection(
                narrowest(kindSets),
                Set.of(),
                people,
                common(titled),
                rooms,
                numbers,
                place,
                part,
                day,
                spoken && people.isEmpty() && kindSets.isEmpty(),
                mentorship,
                relation);
    }

    /// "The panelist from Johns Hopkins", where only one person is that.
    private Optional<String> described(List<Mark> among, List<Set<String>> kindSets) {
        var institutions = among.stream()
                .flatMap(mark ->
                        mark.meaning() instanceof Meaning.Institute(var name) ? Stream.of(name) : Stream.empty())
                .toList();
        if (institutions.isEmpty()) {
            return Optional.empty();
        }
        var roles = said.roles(among);
        var some = programme.people().stream()
                .filter(person -> person.affiliations().stream()
                        .map(programme.institutions()::canonical)
                        .toList()
                        .containsAll(institutions))
                .filter(person ->
                        roles.stream().allMatch(group -> group.stream().anyMatch(person::is)))
                .filter(person -> !programme.sessionsOf(person).isEmpty())
                .toList();
        if (some.size() != 1) {
            said.fail();
            return Optional.empty();
        }
        if (roles.contains(Set.of(Role.PANELIST)) && kindSets.size() > 1) {
            kindSets.removeIf(kindsOf(Set.of(Role.PANELIST), Kind.Nature.PANEL)::equals);
        }
        return Optional.of(some.getFirst().id());
    }

    private Set<String> kindsOf(Set<Role> roles, Kind.Nature nature) {
        var kinds = new HashSet<String>();
        for (var session : programme.sessions()) {
            if (session.kind().nature() == nature
                    && programme.peopleOf(session).stream()
                            .anyMatch(person -> roles.stream().anyMatch(person::is))) {
                kinds.add(session.kind().id());
            }
        }
        return kinds;
    }

    /// "Invited" and "talk" together mean the invited talks, not those and all others.
    private Set<String> narrowest(List<Set<String>> sets) {
        var all = new HashSet<String>();
        for (var set : sets) {
            if (sets.stream().noneMatch(other -> other.size() < set.size() && set.containsAll(other))) {
                all.addAll(set);
            }
        }
        return all;
    }

    private Set<String> common(List<Set<String>> sets) {
        if (sets.isEmpty()) {
            return Set.of();
        }
        var shared = new HashSet<>(sets.getFirst());
        sets.forEach(shared::retainAll);
        if (!shared.isEmpty()) {
            return shared;
        }
        var all = new HashSet<String>();
        sets.forEach(all::addAll);
        return all;
    }

    /// The venue's reading of a time, which may have been given in another zone.
    private LocalTime atVenue(LocalTime time, boolean half, Mark mark) {
        var date = programme.date();
        var venue = programme.zone();
        for (var other : said.marks()) {
            if (other.from() >= mark.to()
                    && said.words().subList(mark.to(), other.from()).stream()
                            .allMatch(word -> word.text().equals("here"))
                    && other.meaning() instanceof Meaning.Zone(var zone)
                    && date != null
                    && venue != null) {
                return date.atTime(time).atZone(zone).withZoneSameInstant(venue).toLocalTime();
            }
        }
        return inside(time, half);
    }

    /// A bare hour means the reading that lies inside the day.
    private LocalTime inside(LocalTime time, boolean half) {
        if (!half || programme.sessions().isEmpty()) {
            return time;
        }
        var first = programme.sessions().stream()
                .map(Session::start)
                .min(LocalTime::compareTo)
                .orElse(time);
        var last = programme.sessions().stream()
                .map(session -> session.end() == null ? session.start().plusHours(1) : session.end())
                .max(LocalTime::compareTo)
                .orElse(time);
        var other = time.getHour() == 12 ? time.minusHours(12) : time.plusHours(12);
        var fits = !time.isBefore(first) && !time.isAfter(last);
        var otherFits = !other.isBefore(first) && !other.isAfter(last);
        return !fits && otherFits ? other : time;
    }

    private Anchor anchor(List<Mark> among) {
        for (var mark : among) {
            if (mark.meaning() instanceof Meaning.Clock(var time, var half)
                    && among.stream().noneMatch(other -> other.meaning() instanceof Meaning.OfKind)) {
                return new Anchor.Time(atVenue(time, half, mark));
            }
            // "Between 10 and 12", "after 3".
            if (among.size() == 1 && mark.meaning() instanceof Meaning.Number(var hour) && hour > 0 && hour < 24) {
                return new Anchor.Time(inside(LocalTime.of(hour, 0), hour <= 12));
            }
        }
        return new Anchor.Sessions(selection(among));
    }

    /// The selection of the whole question: what stands before and after "before", "after", "between" apart.
    Selection whole() {
        var between = said.index(said.marks(), Concept.BETWEEN);
        if (between >= 0) {
            var anchors = said.marks().subList(between + 1, said.marks().size());
            var main = selection(said.marks().subList(0, between));
            var and = and(anchors);
            if (and > 0) {
                return main.with(new Relation.Between(
                        anchor(anchors.subList(0, and)), anchor(anchors.subList(and, anchors.size()))));
            }
            var both = selection(anchors);
            return main.with(new Relation.Between(
                    new Anchor.Sessions(both.withPlace(1)), new Anchor.Sessions(both.withPlace(-1))));
        }
        var relation = said.index(said.marks(), Concept.BEFORE, Concept.AFTER, Concept.WHILE);
        if (relation >= 0) {
            var rest = said.marks().subList(relation + 1, said.marks().size());
            var end = rest.size();
            for (var index = 0; index < rest.size(); index++) {
                if (rest.get(index).meaning() instanceof Meaning.Idea(var idea)
                        && Set.of(Concept.WHO, Concept.WHAT, Concept.WHEN, Concept.WHERE, Concept.SPEAK, Concept.LIST)
                                .contains(idea)
                        && index > 0
                        && !(idea == Concept.SPEAK
                                && (somebody(rest.subList(index + 1, rest.size()))
                                        || somebody(rest.subList(index - 1, index))))) {
                    end = index;
                    break;
                }
            }
            var anchored = new ArrayList<>(rest.subList(0, end));
            anchored.removeIf(mark -> mark.is(Concept.NOW) || mark.is(Concept.START));
            var main = new ArrayList<>(said.marks().subList(0, relation));
            main.addAll(rest.subList(end, rest.size()));
            // "After lunch in the hall" is about what is in the hall, not about where lunch is.
            if (anchored.stream().anyMatch(mark -> !(mark.meaning() instanceof Meaning.Room))) {
                anchored.stream()
                        .filter(mark -> mark.meaning() instanceof Meaning.Room)
                        .forEach(main::add);
                anchored.removeIf(mark -> mark.meaning() instanceof Meaning.Room);
            }
            var right = main.removeIf(mark -> mark.is(Concept.RIGHT));
            var selected = selection(main);
            if (selected.relation() instanceof Relation.Next || selected.relation() instanceof Relation.Now) {
                selected = selected.with(new Relation.Anytime());
                right = true;
            }
            if (anchored.stream()
                    .allMatch(mark -> mark.meaning() instanceof Meaning.Idea(var idea)
                            && !Marked.PLACES.containsKey(idea)
                            && !Marked.ROLES.containsKey(idea)
                            && idea != Concept.MENTORSHIP)) {
                return selected.with(
                        said.marks().get(relation).is(Concept.BEFORE) ? new Relation.Previous() : new Relation.Next());
            }
            var anchor = anchor(anchored);
            if (selected.place() > 0 && said.marks().get(relation).is(Concept.AFTER)) {
                return selected.with(new Relation.After(anchor, false));
            }
            var person =
                    anchor instanceof Anchor.Sessions(var of) && !of.people().isEmpty();
            var every = said.says("everything|all|anything|else|list");
            var neighbour = right
                    || said.sees(Concept.WHO) && person && !every && selected.place() == 0
                    // "Which talk comes after lunch" asks for one, "which talks" for all.
                    || said.sees(Concept.WHAT)
                            && main.stream()
                                    .anyMatch(mark -> mark.meaning() instanceof Meaning.OfKind(var _, var _, var plural)
                                            && !plural)
                            && !every
                    || !every
                            && !selected.names()
                            && !selected.spoken()
                            && selected.place() == 0
                            && !said.sees(
                                    Concept.LIST, Concept.SCHEDULE, Concept.SESSION, Concept.FULL, Concept.HOWMANY);
            if (said.marks().get(relation).is(Concept.BEFORE)) {
                return selected.with(new Relation.Before(anchor, neighbour));
            }
            if (said.marks().get(relation).is(Concept.AFTER)) {
                return selected.with(new Relation.After(anchor, neighbour));
            }
            return selected.with(new Relation.While(anchor));
        }
        return selection(said.marks());
    }

    /// "The tutorial given by Tomáš": whoever gives it belongs to it.
    private static boolean somebody(List<Mark> rest) {
        return !rest.isEmpty()
                && (rest.getFirst().meaning() instanceof Meaning.Named
                        || rest.getFirst().meaning() instanceof Meaning.Institute);
    }

    /// Where the second of two anchors begins: after an "and".
    private int and(List<Mark> among) {
        for (var index = 1; index < among.size(); index++) {
            for (var word = among.get(index - 1).to(); word < among.get(index).from(); word++) {
                if (said.words().get(word).text().matches("and|to")) {
                    return index;
                }
            }
        }
        return -1;
    }
}
