package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlRoster.Member;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everybody of the rehearsed day. Participants are made up: of those a roster names first, then of names,
/// institutions and interests put together by chance.
///
/// @param guests    what each participant will say of themselves when they sign up
/// @param mentors   with the person who plays each in the chat
/// @param agreed    ids of the mentors who agreed beforehand; the others are invited by the bot
/// @param organizer who steers the day
record Crowd(List<Profile> guests, List<Mentor> mentors, Set<String> agreed, Member organizer) {

    private static final List<String> GIVEN = List.of(
            "Aino", "Amara", "Anselm", "Asha", "Bastien", "Beatriz", "Chidi", "Clara", "Dario", "Dina", "Ebba", "Emeka",
            "Farid", "Femke", "Gita", "Goran", "Hana", "Hugo", "Ilse", "Imran", "Jun", "Kaisa", "Kofi", "Lakshmi",
            "Leila", "Luca", "Mads", "Mei", "Milan", "Nadia", "Niko", "Olga", "Omar", "Paloma", "Quentin", "Rania",
            "Rui", "Sanna", "Soren", "Tamsin", "Tariq", "Uma", "Viktor", "Wanjiru", "Xenia", "Yara", "Yusuf", "Zofia");
    private static final List<String> FAMILY = List.of(
            "Abernow",
            "Adeyinko",
            "Bellquist",
            "Borgstad",
            "Cardozza",
            "Chandrek",
            "Dubrovik",
            "Ekelund-Oss",
            "Farrowby",
            "Gallenti",
            "Hashimura",
            "Ibarrola",
            "Jalloway",
            "Kirchdorf",
            "Lindevall",
            "Maccarone",
            "Nakagiri",
            "Okonjera",
            "Pellerano",
            "Quistgaard",
            "Rasmundsen",
            "Sandhurste",
            "Tavernik",
            "Uddenholm",
            "Vantongre",
            "Wetherlow",
            "Yamazuki",
            "Zielonka",
            "Brightwell",
            "Castellmor",
            "Delacroy",
            "Ferreyra-Lim",
            "Grunewald",
            "Hollinsby",
            "Ingvarsen",
            "Kowalenko");
    private static final List<String> TWISTS = List.of(
            "I measure it on small models and wonder what survives at scale",
            "controlled experiments on synthetic data, one change at a time",
            "what changes when the data changes, and what does not",
            "I look for a simple law behind many runs",
            "I compare what the theory says with what the optimizer does",
            "why it works better than we can explain",
            "I started this month and look for a first good question");
    private static final List<String> QUESTIONS = List.of(
            "What experiment would you run first?",
            "How do you choose between two projects?",
            "What would change your mind about it?",
            "How did you find your topic?",
            "What should I read before I go on?",
            "");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Africa/Lagos"),
            ZoneId.of("America/Los_Angeles"));
    private static final List<Stage> STAGES = List.of(
            Stage.BACHELOR,
            Stage.MASTER,
            Stage.MASTER,
            Stage.PHD1,
            Stage.PHD1,
            Stage.PHD2,
            Stage.PHD2,
            Stage.PHD3,
            Stage.PHD3,
            Stage.PHD4,
            Stage.POSTDOC,
            Stage.POSTDOC,
            Stage.FACULTY,
            Stage.INDUSTRY);
    private static final int SEATS = 6;
    private static final double AGREED = 0.7;

    Crowd {
        guests = List.copyOf(guests);
        mentors = List.copyOf(mentors);
        agreed = Set.copyOf(agreed);
    }

    /// @param roster whose people and mentors come first; where it names no mentors, those of the programme
    /// host
    /// @param count  how many sign up
    static Crowd of(Programme programme, Roster roster, int count, Dice dice) {
        var mentors = mentors(programme, roster);
        var agreed = mentors.stream()
                .map(Mentor::id)
                .filter(id -> dice.isIn(AGREED, "agreed", id))
                .collect(Collectors.toCollection(HashSet::new));
        mentors.stream().limit(1).forEach(mentor -> agreed.add(mentor.id()));
        var organizer = roster.people().stream()
                .filter(member -> member.kind() == Member.Kind.ORGANIZER)
                .findFirst()
                .orElseGet(() -> new Member(
                        new Person("UORGA"),
                        "Marta Organ",
                        programme.venueZone(),
                        Member.Kind.ORGANIZER,
                        "Organizer (invented)",
                        false));
        return new Crowd(guests(programme, roster, count, dice), mentors, agreed, organizer);
    }

    private static List<Mentor> mentors(Programme programme, Roster roster) {
        if (!roster.mentors().isEmpty()) {
            return roster.mentors().stream().map(Crowd::inTheChat).toList();
        }
        var breaks = programme.breaks().stream().map(Session::id).collect(Collectors.toSet());
        var named = programme.mentors().isEmpty()
                ? programme.sessions().stream()
                        .flatMap(session -> programme.peopleOf(session).stream())
                        .distinct()
                        .toList()
                : programme.mentors();
        return named.stream()
                .map(person -> inTheChat(new Mentor(
                        person.id(),
                        person.name(),
                        null,
                        Set.copyOf(person.affiliations()),
                        breaks,
                        SEATS,
                        topics(programme, person))))
                .toList();
    }

    private static List<String> topics(Programme programme, ProgrammePerson person) {
        var known = new ArrayList<>(person.hints());
        programme
                .sessionsOf(person)
                .forEach(session -> Optional.ofNullable(session.talkTitle()).ifPresent(known::add));
        return known.isEmpty()
                ? programme.topics().stream()
                        .map(topic -> topic.words())
                        .limit(2)
                        .toList()
                : known;
    }

    /// In a rehearsal somebody plays every mentor, under an id of the local workspace.
    private static Mentor inTheChat(Mentor mentor) {
        var id = "UM"
                + Normalizer.normalize(mentor.id(), Normalizer.Form.NFD)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "");
        return new Mentor(
                mentor.id(),
                mentor.name(),
                new Person(id),
                mentor.institutions(),
                mentor.breaks(),
                mentor.seats(),
                mentor.topics());
    }

    private static List<Profile> guests(Programme programme, Roster roster, int count, Dice dice) {
        var seeds = roster.profiles();
        var names = new LinkedHashMap<String, Profile>();
        for (var number = 0; names.size() < count; number++) {
            var id = "UR%04d".formatted(number + 1);
            var seed = seeds.isEmpty() ? null : seeds.get(number % seeds.size());
            var guest = seed != null && number < seeds.size() ? asInvited(seed, id) : made(programme, seeds, id, dice);
            names.putIfAbsent(guest.name(), guest);
        }
        return List.copyOf(names.values());
    }

    private static Profile asInvited(Profile seed, String id) {
        return profile(
                id,
                seed.name(),
                seed.zone(),
                seed.stage(),
                seed.institution(),
                seed.topics(),
                seed.interests(),
                seed.breaks(),
                seed.question(),
                seed.secondSeat(),
                seed.consents());
    }

    private static Profile made(Programme programme, List<Profile> seeds, String id, Dice dice) {
        var breaks = programme.breaks().stream().map(Session::id).toList();
        var topics = programme.topics().stream().map(topic -> topic.id()).toList();
        var chosen = topics.isEmpty()
                ? List.<String>of()
                : Stream.of(dice.pick(topics, id, "topic"), dice.pick(topics, id, "second topic"))
                        .distinct()
                        .sorted()
                        .toList();
        var words = chosen.stream()
                .flatMap(topic -> programme.topic(topic).stream())
                .map(topic -> topic.words())
                .findFirst()
                .orElse("deep learning");
        var like = seeds.isEmpty() || dice.isIn(0.4, id, "own words") ? null : dice.pick(seeds, id, "like");
        var consents = EnumSet.noneOf(Consent.class);
        for (var consent : Consent.values()) {
            if (dice.isIn(0.85, id, consent.name())) {
                consents.add(consent);
            }
        }
        return profile(
                id,
                dice.pick(GIVEN, id, "given") + " " + dice.pick(FAMILY, id, "family"),
                dice.pick(ZONES, id, "zone"),
                dice.pick(STAGES, id, "stage"),
                institution(programme, seeds, id, dice),
                like == null ? chosen : like.topics(),
                like == null ? words + ": " + dice.pick(TWISTS, id, "twist") : like.interests(),
                breaks.size() > 1 && dice.isIn(0.2, id, "one break")
                        ? Set.of(dice.pick(breaks, id, "break"))
                        : Set.copyOf(breaks),
                dice.pick(QUESTIONS, id, "question"),
                dice.isIn(0.1, id, "second seat"),
                consents);
    }

    private static String institution(Programme programme, List<Profile> seeds, String id, Dice dice) {
        var known =
                programme.institutions().aliases().keySet().stream().sorted().toList();
        if (!known.isEmpty() && (seeds.isEmpty() || dice.isIn(0.3, id, "known institution"))) {
            return dice.pick(known, id, "institution");
        }
        return seeds.isEmpty() ? "" : dice.pick(seeds, id, "institution").institution();
    }

    private static Profile profile(
            String id,
            String name,
            ZoneId zone,
            Stage stage,
            String institution,
            List<String> topics,
            String interests,
            Set<String> breaks,
            String question,
            boolean secondSeat,
            Set<Consent> consents) {
        return new Profile(
                new Person(id),
                name,
                zone,
                stage,
                institution,
                topics,
                interests,
                breaks,
                question,
                secondSeat,
                consents,
                true,
                true,
                Instant.EPOCH,
                0);
    }

    /// Who is there, as the bot's day and the workspace need it; nobody has signed up.
    Roster roster() {
        var people = new ArrayList<Member>();
        people.add(organizer);
        mentors.forEach(mentor -> Optional.ofNullable(mentor.person())
                .ifPresent(person -> people.add(new Member(
                        person, mentor.name(), organizer.zone(), Member.Kind.MENTOR, "Mentor (played)", false))));
        guests.forEach(guest -> people.add(new Member(
                guest.person(),
                guest.name(),
                guest.zone(),
                Member.Kind.PARTICIPANT,
                guest.stage().words() + ", " + guest.institution() + " (invented)",
                false)));
        return new Roster(mentors, people, List.of(), Map.of(), agreed);
    }

    Optional<Profile> guest(String person) {
        return guests.stream()
                .filter(guest -> guest.person().id().equals(person))
                .findFirst();
    }

    Optional<Mentor> mentor(String person) {
        return mentors.stream()
                .filter(mentor ->
                        mentor.person() != null && mentor.person().id().equals(person))
                .findFirst();
    }

    /// What a report calls a person.
    String nameOf(String person) {
        return guest(person)
                .map(Profile::name)
                .or(() -> mentor(person).map(Mentor::name))
                .orElse(person.equals(organizer.person().id()) ? organizer.name() : person);
    }
}
