package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Topic;
import coffeebreak.index.Entry;
import coffeebreak.index.Hit;
import coffeebreak.index.Text;
import coffeebreak.index.TopicIndex;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What participants care about, as the index knows it: the one place that says under which id and kind a person stands
/// there. Everybody stands there once, for affinities, with the papers they wrote and under a kind nobody searches; who
/// agreed to be found a second time, without the question that is meant for the mentor alone.
public final class Interests {

    /// The kind of people who agreed to be found.
    public static final String FINDABLE = "participant";

    private static final String MATCHED = "matched participant";
    private static final String TOPIC = "topic";

    /// From here on four of five guesses were among the topics the demo's people chose themselves: 24 of 30.
    private static final double ABOUT_IT = 0.35;

    private static final int MOST_GUESSED = 3;

    private final TopicIndex index;
    private final Supplier<Programme> programme;
    private final ProfileVectors vectors;
    private final Function<String, List<Text>> writtenBy;
    private final Logger log = System.getLogger(Interests.class.getName());

    /// Nothing is remembered from one start to the next, and nobody has written anything.
    public Interests(TopicIndex index, Supplier<Programme> programme) {
        this(index, programme, ProfileVectors.none(), _ -> List.of());
    }

    /// @param vectors where what the index makes of a profile is remembered
    /// @param writtenBy the papers of somebody of this name
    public Interests(
            TopicIndex index,
            Supplier<Programme> programme,
            ProfileVectors vectors,
            Function<String, List<Text>> writtenBy) {
        this.index = index;
        this.programme = programme;
        this.vectors = vectors;
        this.writtenBy = writtenBy;
    }

    /// Under which id the index knows a person.
    public static String id(Person person) {
        return "person:" + person.id();
    }

    /// The person found under an id of the kind [#FINDABLE].
    public static Person found(String indexId) {
        return new Person(indexId.substring(FINDABLE.length() + 1));
    }

    private static String findableId(Person person) {
        return FINDABLE + ":" + person.id();
    }

    /// The workshop's topics, to be guessed from words later.
    public void putTopics() {
        index.putAll(programme.get().topics().stream()
                .map(topic -> new Entry(TOPIC + ":" + topic.id(), TOPIC, topic.words(), List.of(text(topic)), 1))
                .toList());
    }

    /// The person's interests as the profile states them, in place of what was there.
    public void put(Profile profile) {
        if (!profile.agreesTo(Consent.FINDABLE)) {
            index.forget(findableId(profile.person()));
        }
        index.putAll(entries(profile).toList());
        remember(profile, new byte[0]);
    }

    /// Many at once after a start, none of whom was there before: only texts whose vectors are not remembered are
    /// embedded.
    public void putAll(List<Profile> profiles) {
        var remembered = vectors.all();
        var byId = new HashMap<String, byte[]>();
        remembered.forEach((person, bytes) -> {
            byId.put(id(person), bytes);
            byId.put(findableId(person), bytes);
        });
        index.putAll(profiles.stream().flatMap(this::entries).toList(), id -> byId.getOrDefault(id, new byte[0]));
        for (var profile : profiles) {
            remember(profile, remembered.getOrDefault(profile.person(), new byte[0]));
        }
    }

    /// What is not remembered is made again at the next start: no reason to fail now.
    private void remember(Profile profile, byte[] before) {
        try {
            var now = index.vectors(id(profile.person()));
            if (!Arrays.equals(now, before)) {
                vectors.keep(profile.person(), profile.version(), now);
            }
        } catch (StoreUnavailable away) {
            log.log(Level.WARNING, "the vectors of a profile were not kept", away);
        }
    }

    /// Leaves nothing of the person.
    public void forget(Person person) {
        index.forget(id(person));
        index.forget(findableId(person));
    }

    /// Which of the workshop's topics words are about, by their ids, closest first; may be empty.
    public List<String> topicsOf(String words) {
        return index.closest(List.of(Text.words(words)), Set.of(TOPIC), MOST_GUESSED).stream()
                .filter(hit -> hit.score() >= ABOUT_IT)
                .map(Hit::id)
                .map(id -> id.substring(TOPIC.length() + 1))
                .toList();
    }

    private Stream<Entry> entries(Profile profile) {
        var interests = new ArrayList<Text>();
        profile.topics().stream()
                .flatMap(id -> programme.get().topic(id).stream())
                .forEach(topic -> interests.add(text(topic)));
        interests.add(Text.words(profile.interests()));
        var all = new ArrayList<>(interests);
        all.add(Text.words(profile.question()));
        all.addAll(writtenBy.apply(profile.name()));
        var matched = entry(profile, id(profile.person()), MATCHED, all);
        return profile.agreesTo(Consent.FINDABLE)
                ? Stream.of(matched, entry(profile, findableId(profile.person()), FINDABLE, interests))
                : Stream.of(matched);
    }

    private static Entry entry(Profile profile, String id, String kind, List<Text> texts) {
        return new Entry(id, kind, profile.name(), texts, profile.version());
    }

    private static Text text(Topic topic) {
        return Text.topic(topic.words());
    }
}
