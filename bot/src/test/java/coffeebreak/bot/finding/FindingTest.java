package coffeebreak.bot.finding;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.programme.CalledOff;
import coffeebreak.bot.programme.DayChanges;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.ProfileVectors;
import coffeebreak.bot.signup.Profiles;
import coffeebreak.bot.signup.Stage;
import coffeebreak.index.Affinity.Basis;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who and what is found by whom, and what is said of it.
class FindingTest {

    private static final Person ANA = new Person("U0ANA");
    private static final Person BO = new Person("U0BO");
    private static final Person COHEN = new Person("U-cohen");

    private static final Paper GROKKING = new Paper(
            "p1",
            "Grokking without weight decay",
            List.of(new Author("Bo Berg", ""), new Author("Čeněk Dvořák", "")),
            "We train small transformers on modular addition for very long and watch them generalize late.",
            List.of("delayed generalization"),
            "Poster");
    private static final Paper LANDSCAPES = new Paper(
            "p2",
            "A map of loss landscapes",
            List.of(
                    new Author("Dana Diaz", ""),
                    new Author("E. Eco", ""),
                    new Author("F. Fo", ""),
                    new Author("G. Go", "")),
            "",
            List.of(),
            "Oral");

    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "edge of stability"),
                    Scene.mentor("kempe", 1, Scene.BOTH, "NYU", "grokking and features", "scaling laws"));
    private final Library library =
            new Library(scene.index, () -> scene.programme, () -> scene.mentors, List.of(GROKKING, LANDSCAPES));
    private final Finding finding = finding(scene.profiles);

    FindingTest() {
        library.follow();
    }

    private Finding finding(Profiles profiles) {
        return new Finding(
                scene.index, library, () -> scene.programme, () -> scene.mentors, profiles, _ -> true, scene.clock);
    }

    private void isHere(Person who, String name, String interests, String question, Set<Consent> consents) {
        var before = scene.profiles.find(who).map(Profile::version).orElse(0L);
        var profile = new Profile(
                who,
                name,
                Scene.VENUE,
                Stage.PHD1,
                "",
                List.of(),
                interests,
                Scene.BOTH,
                question,
                false,
                consents,
                true,
                false,
                Instant.EPOCH,
                before + 1);
        assertThat(scene.profiles.save(profile)).isTrue();
        scene.interests.put(profile);
    }

    private String find(String words) {
        return find(ANA, Sought.ANYTHING, words);
    }

    private String find(Person who, Sought sought, String words) {
        return finding.find(who, sought, words, false).map(Aloud::read).orElse("nothing");
    }

    @Test
    void whatIsCancelledIsNotFoundAndWhatTakesItsPlaceIs() {
        var cohens = scene.programme.sessions().stream()
                .filter(session -> session.people().equals(List.of("cohen")))
                .findFirst()
                .orElseThrow();
        var kempe = scene.programme.person("kempe").orElseThrow();
        scene.programme = DayChanges.NONE
                .with(new CalledOff(
                        cohens,
                        Instant.EPOCH,
                        new CalledOff.Instead(
                                "instead-1",
                                "Minima and how to leave them",
                                Kind.usual("talk").orElseThrow(),
                                kempe,
                                null),
                        null))
                .applied(scene.programme);

        library.follow();

        assertThat(find(ANA, Sought.TALKS, "Jeremy Cohen")).doesNotContain(cohens.title());
        assertThat(find(ANA, Sought.TALKS, "Julia Kempe")).contains("Minima and how to leave them");
    }

    @Test
    void talksPapersMentorsAndParticipantsAreFoundTogetherAndGrouped() {
        isHere(BO, "Bo Berg", "I look at grokking.", "", EnumSet.allOf(Consent.class));

        assertThat(find("grokking")).isEqualTo("""
                For grokking I found:
                Talks
                - 14:00 Invited talk 4, Julia Kempe: no title yet; of the speaker's topics grokking and features
                Papers and posters
                - Grokking without weight decay, Bo Berg, Čeněk Dvořák: We train small transformers on modular addition for very long and watch them generalize late.
                Mentors
                - Julia Kempe (NYU), table at 10:30 and 15:00: grokking and features
                Participants
                - @U0BO: I look at grokking.
                [Find me a mentor]""");
    }

    @Test
    void whatMatchedIsBoldAndNothingElse() {
        var message = finding.find(ANA, Sought.PAPERS, "groking", false).orElseThrow();

        assertThat(boldOf(message)).containsExactly("Papers and posters", "Grokking");
    }

    private static List<String> boldOf(Message message) {
        var bold = new ArrayList<String>();
        for (var part : message.parts()) {
            var texts = switch (part) {
                case Message.Part.Paragraph(var text) -> List.of(text);
                case Message.Part.Points(var points) -> points;
                default -> List.<Text>of();
            };
            texts.forEach(text -> text.spans().forEach(span -> {
                if (span instanceof Text.Span.Bold(var words)) {
                    bold.add(words);
                }
            }));
        }
        return bold;
    }

    @Test
    void accentsTyposPluralsAndNamesAreForgiven() {
        assertThat(find("dvorak")).contains("Grokking without weight decay");
        assertThat(find("loss landscape")).contains("A map of loss landscapes, Dana Diaz, E. Eco and 2 others");
        assertThat(find("losss landscpaes")).contains("A map of loss landscapes");
        assertThat(find("Zdeborova")).contains("15:30 Panel Discussion, Lenka Zdeborová");
    }

    @Test
    void onlyWhoAgreedToItIsFoundAndTheirQuestionNever() {
        isHere(ANA, "Ana", "tropical fishes", "", EnumSet.allOf(Consent.class));
        isHere(BO, "Bo Berg", "tropical fishes", "how do I leave academia?", EnumSet.allOf(Consent.class));
        isHere(new Person("U0CY"), "Cy", "tropical fishes", "", EnumSet.complementOf(EnumSet.of(Consent.FINDABLE)));

        assertThat(find("tropical fishes"))
                .as("neither oneself nor who is private")
                .contains("@U0BO")
                .doesNotContain("@U0ANA", "@U0CY");
        assertThat(find("Cy")).isEqualTo("nothing");
        assertThat(find("leave academia")).isEqualTo("nothing");
    }

    @Test
    void aChangeCountsForTheNextQueryAndAConsentTakenBackToo() {
        isHere(BO, "Bo Berg", "tropical fishes", "", EnumSet.allOf(Consent.class));
        isHere(BO, "Bo Berg", "spin glasses", "", EnumSet.allOf(Consent.class));
        assertThat(find("tropical fishes")).isEqualTo("nothing");
        assertThat(find("spin glasses")).contains("@U0BO");

        isHere(BO, "Bo Berg", "spin glasses", "", EnumSet.noneOf(Consent.class));
        assertThat(find("spin glasses")).isEqualTo("nothing");

        isHere(BO, "Bo Berg", "spin glasses", "", EnumSet.allOf(Consent.class));
        scene.interests.forget(BO);
        assertThat(find("spin glasses")).isEqualTo("nothing");
    }

    @Test
    void theStoreHasTheLastWordAndWithoutItNoParticipantIsNamed() {
        isHere(BO, "Bo Berg", "grokking", "", EnumSet.allOf(Consent.class));
        scene.profiles.remove(BO);
        assertThat(find("grokking")).contains("Julia Kempe").doesNotContain("@U0BO");

        isHere(BO, "Bo Berg", "grokking", "", EnumSet.allOf(Consent.class));
        var away = finding(new Away(scene.profiles));
        assertThat(Aloud.read(away.find(ANA, Sought.ANYTHING, "grokking", false).orElseThrow()))
                .contains("Julia Kempe")
                .contains("(Participants are left out: I cannot reach my memory just now.)")
                .doesNotContain("@U0BO");
    }

    @Test
    void whatIsNotFoundAmongWhatWasAskedForIsFoundElsewhereAndSaysSo() {
        assertThat(find(ANA, Sought.PAPERS, "edge of stability"))
                .startsWith("I found no papers for \"edge of stability\", but:")
                .contains("10:00 Invited talk 3, Jeremy Cohen");
        assertThat(find("xyzzy")).isEqualTo("nothing");
        assertThat(Aloud.read(finding.nothing("xyzzy")))
                .startsWith("I found no talk, paper, mentor or participant for xyzzy. You could try:");
    }

    @Test
    void ofManyAFewAreShownAndTheRestIsOneButtonAway() {
        for (var i = 0; i < 14; i++) {
            isHere(
                    new Person("U0P" + i),
                    "P " + i,
                    "spin glasses " + "and more ".repeat(i),
                    "",
                    EnumSet.allOf(Consent.class));
        }
        isHere(BO, "Spin Glasses", "", "", EnumSet.noneOf(Consent.class));

        assertThat(find("spin glasses").lines().filter(line -> line.startsWith("- @")))
                .hasSize(10);
        isHere(new Person("U0Q"), "Q", "spin glasses", "", EnumSet.allOf(Consent.class));
        assertThat(find(ANA, Sought.PARTICIPANTS, "spin glasses")).contains("… and more");
        assertThat(find("spin glasses of grokking")).contains("[More participants]");
    }

    @Test
    void talksAndPapersAreRecommendedWithTheReasonButNotWhatIsOverOrTheirOwn() {
        isHere(BO, "Bo Berg", "grokking and features, edge of stability, loss landscapes", "", Set.of());

        assertThat(Aloud.read(finding.recommend(BO)))
                .startsWith("# What you could see")
                .contains(
                        "- 10:00 Invited talk 3, Jeremy Cohen (edge of stability); no title yet, so by the speaker's topics")
                .contains("- A map of loss landscapes, Dana Diaz, E. Eco and 2 others (loss landscapes)")
                .doesNotContain("Grokking without weight decay");

        scene.itIs("10:31");
        assertThat(Aloud.read(finding.recommend(BO)))
                .doesNotContain("Jeremy Cohen")
                .contains("Julia Kempe");
        assertThat(Aloud.read(finding.recommend(COHEN)))
                .as("a mentor has said what they care about")
                .doesNotContain("I don't know yet");
    }

    @Test
    void whatSomebodyWroteUnderTheirFullNameCountsForWhoTheyAreSeatedWith() {
        var interests = new Interests(scene.index, () -> scene.programme, ProfileVectors.none(), library::writtenBy);
        var kempe = scene.mentors.byId("kempe").orElseThrow().indexId();

        isHere(ANA, "Dvorak, Cenek", "", "", Set.of());
        interests.put(scene.profiles.find(ANA).orElseThrow());
        assertThat(scene.index.affinity(Interests.id(ANA), kempe).because()).isEqualTo("grokking");

        for (var perhapsSomebodyElse : List.of("C. Dvořák", "Čeněk")) {
            isHere(ANA, perhapsSomebodyElse, "", "", Set.of());
            interests.put(scene.profiles.find(ANA).orElseThrow());
            assertThat(scene.index.affinity(Interests.id(ANA), kempe).basis()).isEqualTo(Basis.NOTHING_SAID);
        }
    }

    @Test
    void whoSaidNothingIsToldHowToGetRecommendations() {
        assertThat(Aloud.read(finding.recommend(ANA)))
                .startsWith("I don't know yet what you care about, so I cannot recommend anything.");
        isHere(ANA, "Ana", " ", "", Set.of());
        assertThat(Aloud.read(finding.recommend(ANA))).startsWith("Your profile names no interests yet");
        isHere(ANA, "Ana", "beekeeping", "", Set.of());
        assertThat(Aloud.read(finding.recommend(ANA)))
                .startsWith("Of the talks that are still to come and the posters nothing comes close enough");
    }

    /// A store that is away.
    private record Away(Profiles real) implements Profiles {
        @Override
        public Optional<Profile> find(Person person) {
            throw new StoreUnavailable("asking for a profile", new IOException("gone"));
        }

        @Override
        public List<Profile> all() {
            return real.all();
        }

        @Override
        public Optional<Marks> marks(String known) {
            return real.marks(known);
        }

        @Override
        public boolean save(Profile profile) {
            return real.save(profile);
        }

        @Override
        public void remove(Person person) {
            real.remove(person);
        }
    }
}
