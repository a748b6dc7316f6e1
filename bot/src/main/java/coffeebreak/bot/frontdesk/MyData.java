package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.organizing.DeadLetters;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Topic;
import coffeebreak.bot.signup.Acquaintances;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Draft;
import coffeebreak.bot.signup.Drafts;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything that is kept about a person, as a file they can read. Of others it holds only what the person has
/// been shown: names of those who agreed to it, never who would rather not sit with them.
public final class MyData {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Supplier<Programme> programme;
    private final Profiles profiles;
    private final Drafts drafts;
    private final Mentoring mentoring;
    private final Blocks blocks;
    private final Feedbacks feedbacks;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Acquaintances marks;
    private final Questions questions;
    private final DeadLetters givenUp;
    private final InstantSource clock;

    public MyData(
            Supplier<Programme> programme,
            Profiles profiles,
            Drafts drafts,
            Mentoring mentoring,
            Blocks blocks,
            Feedbacks feedbacks,
            Contacts contacts,
            Outbox outbox,
            Acquaintances marks,
            Questions questions,
            DeadLetters givenUp,
            InstantSource clock) {
        this.programme = programme;
        this.profiles = profiles;
        this.drafts = drafts;
        this.mentoring = mentoring;
        this.blocks = blocks;
        this.feedbacks = feedbacks;
        this.contacts = contacts;
        this.outbox = outbox;
        this.marks = marks;
        this.questions = questions;
        this.givenUp = givenUp;
        this.clock = clock;
    }

    Reply file(Person who) {
        return new Reply.Attach(
                new Attachment(
                        "my-coffeebreak-data.json",
                        "application/json",
                        JSON.writeValueAsBytes(of(who)),
                        "What I keep about you"),
                Message.saying("This file holds everything I keep about you.")
                        .paragraph("This file holds everything I keep about you.")
                        .small("To have it deleted, type \"forget me\". The file itself belongs to your Slack; you can "
                                + "delete it there.")
                        .build());
    }

    private Map<String, Object> of(Person who) {
        var plan = mentoring.plan();
        var data = new LinkedHashMap<String, Object>();
        data.put("about", "Everything the Coffeebreak bot keeps about you.");
        data.put("as of", clock.instant().toString());
        data.put("Slack id", who.id());
        data.put("profile", profiles.find(who).map(this::profile).orElse(Map.of()));
        data.put("unfinished sign-up", drafts.find(who).map(this::draft).orElse(Map.of()));
        data.put(
                "marks",
                Arrays.stream(Acquaintances.Mark.values())
                        .filter(mark -> marks.has(who, mark))
                        .map(Acquaintances.Mark::words)
                        .toList());
        data.put("seats with a mentor", seats(who, plan));
        data.put("seats with peers", peers(who, plan));
        data.put("places in line", places(who, plan));
        data.put("mentor", mentoring.mentors().byPerson(who).map(MyData::mentor).orElse(Map.of()));
        data.put(
                "people you would rather not sit with",
                blocks.said().by(who).stream().map(this::shown).distinct().toList());
        data.put(
                "what you said afterwards",
                feedbacks.all().stream()
                        .filter(feedback -> feedback.by().equals(who))
                        .map(MyData::feedback)
                        .toList());
        data.put(
                "people you would like to stay in touch with",
                feedbacks.wishedBy(who).stream().map(this::shown).toList());
        data.put("what you asked in vain, or passed on to the organizers", questions.passedBy(who));
        data.put(
                "what you sent and I could not do",
                givenUp.all().stream()
                        .filter(letter -> letter.from().equals(who))
                        .map(letter -> letter.words().isEmpty() ? letter.what() : letter.words())
                        .toList());
        data.put("you asked for quiet", contacts.noted().isMuted(who));
        data.put(
                "messages waiting for you",
                outbox.waitingFor(who).stream()
                        .map(waiting -> Map.of(
                                "not before", waiting.due().toString(),
                                "says", waiting.message().summary()))
                        .toList());
        data.put(
                "also kept",
                List.of(
                        "Of messages you received: that they were delivered, without their text and your name, for 30 days.",
                        "Of what you wrote to the bot: a fingerprint for a day, so that nothing is answered twice.",
                        "Numbers your interests were turned into, to compare them; they go with the profile.",
                        "If the organizers keep you apart from somebody: that they do. It concerns others too, so only they see it.",
                        "If you are an organizer: that you are one, and what you did as one, with the time."));
        return data;
    }

    private Map<String, Object> profile(Profile profile) {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", profile.name());
        data.put("time zone", profile.zone().getId());
        data.put("career stage", profile.stage().words());
        data.put("institution", profile.institution());
        data.put("topics", topics(profile.topics()));
        data.put("interests in your words", profile.interests());
        data.put("breaks you can make", breaks(profile.breaks()));
        data.put("question for your mentor", profile.question());
        data.put("second seat, if any is left", profile.secondSeat());
        data.put("consents", consents(profile.consents()));
        data.put("looking for a seat", profile.seeking());
        data.put("signed up", profile.signedUp().toString());
        data.put("changed so often", profile.version() - 1);
        return data;
    }

    private static Map<String, Boolean> consents(Collection<Consent> given) {
        return Arrays.stream(Consent.values())
                .collect(Collectors.toMap(
                        Consent::words, given::contains, (one, _) -> one, LinkedHashMap<String, Boolean>::new));
    }

    private Map<String, Object> draft(Draft draft) {
        var data = new LinkedHashMap<String, Object>();
        var stage = draft.stage();
        data.put("career stage", stage == null ? "" : stage.words());
        data.put("institution", draft.institution());
        data.put("topics", topics(draft.topics()));
        data.put("interests in your words", draft.interests());
        data.put("breaks you can make", breaks(draft.breaks()));
        data.put("question for your mentor", draft.question());
        return data;
    }

    private List<String> topics(List<String> ids) {
        return ids.stream()
                .flatMap(id -> programme.get().topic(id).stream())
                .map(Topic::words)
                .toList();
    }

    private List<String> breaks(@Nullable Collection<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map(this::coffeeBreak).sorted().toList();
    }

    private String coffeeBreak(String id) {
        var day = programme.get();
        return day.session(id).map(new BreakWording(day)::name).orElse(id);
    }

    private List<Map<String, Object>> seats(Person who, SeatingPlan plan) {
        return plan.everBy(who).stream()
                .map(seat -> {
                    var data = new LinkedHashMap<String, Object>();
                    plan.table(seat.table()).ifPresent(table -> {
                        data.put("mentor", mentorName(table.mentor()));
                        data.put("break", coffeeBreak(table.coffeeBreak()));
                        data.put(
                                "others at the table who agreed to be named",
                                named(plan.at(table).stream()
                                        .map(other -> other.mentee())
                                        .filter(other -> !other.equals(who)
                                                && seat.state().taken())
                                        .toList()));
                    });
                    data.put("state", state(seat.state()));
                    data.put("how close your interests are, 0 to 1", seat.affinity());
                    data.put("shared words", seat.reasons());
                    return (Map<String, Object>) data;
                })
                .toList();
    }

    private List<Map<String, Object>> peers(Person who, SeatingPlan plan) {
        return plan.peers().places().stream()
                .filter(place -> place.seat().person().equals(who))
                .map(place -> {
                    var data = new LinkedHashMap<String, Object>();
                    data.put("break", coffeeBreak(place.table().coffeeBreak()));
                    data.put("state", state(place.seat().state()));
                    data.put(
                            "others at the table who agreed to be named",
                            named(place.table().expected().stream()
                                    .filter(other ->
                                            !other.equals(who) && place.seat().expected())
                                    .toList()));
                    return (Map<String, Object>) data;
                })
                .toList();
    }

    private static String state(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private List<String> named(List<Person> people) {
        return people.stream()
                .flatMap(person -> profiles.find(person).stream())
                .filter(profile -> profile.agreesTo(Consent.TABLEMATES))
                .map(Profile::name)
                .toList();
    }

    private Map<String, Integer> places(Person who, SeatingPlan plan) {
        var places = new TreeMap<String, Integer>();
        plan.placesOf(who).forEach((id, place) -> places.put(coffeeBreak(id), place));
        return places;
    }

    private static Map<String, Object> mentor(Mentor mentor) {
        return Map.of("name in the programme", mentor.name(), "seats at each table", mentor.seats());
    }

    private static Map<String, Object> feedback(Feedback feedback) {
        var data = new LinkedHashMap<String, Object>();
        data.put("met", feedback.met() == null ? "not said" : feedback.met());
        data.put("useful, 1 to 5", feedback.useful() == 0 ? "not said" : feedback.useful());
        data.put("line", feedback.line());
        return data;
    }

    /// As the person named them: a mentor by name, everybody else by the id the chat shows as a name.
    private String shown(Person person) {
        return mentoring.mentors().all().stream()
                .filter(mentor -> mentor.identities().contains(person))
                .map(Mentor::name)
                .findFirst()
                .orElse(person.id());
    }

    private String mentorName(String id) {
        return mentoring.mentors().byId(id).map(Mentor::name).orElse(id);
    }
}
