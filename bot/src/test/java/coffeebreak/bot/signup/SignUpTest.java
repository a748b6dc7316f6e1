package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.notices.SettableClock;
import coffeebreak.bot.programme.Programme;
import coffeebreak.index.Embedder;
import coffeebreak.index.TopicIndex;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignUpTest {

    private static final Person ANA = new Person("U-ana");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Map<String, List<String>> FILLED = Map.of(
            "stage", List.of("PHD2"),
            "institution", List.of("EPFL"),
            "topics", List.of("loss-landscapes", "training-dynamics"),
            "interests", List.of("Why is SAM good?"),
            "breaks", List.of("s04"),
            "question", List.of("How do you pick problems?"),
            "second-seat", List.of("second-seat"),
            "consents", List.of("CARD", "PEERS"));

    private final Programme programme =
            YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 27), ZoneId.of("America/Sao_Paulo"));
    private final SettableClock clock = new SettableClock();
    private final Interfering profiles = new Interfering();
    private final InMemoryDrafts drafts = new InMemoryDrafts(clock, Duration.ofMinutes(30));
    private final TopicIndex index = new TopicIndex(Embedder.hashing(256));
    private final Interests interests = new Interests(index, () -> programme);
    private Optional<Directory.Entry> entry = Optional.of(new Directory.Entry("Ana Example", ZURICH, true));
    private final InMemoryAcquaintances marks = new InMemoryAcquaintances();
    private final SignUp signUp = new SignUp(
            () -> programme,
            profiles,
            drafts,
            _ -> entry,
            interests,
            clock,
            marks,
            (_, _) -> List.of("What follows."),
            SignUp.USUAL_RETENTION_DAYS);

    SignUpTest() {
        interests.putTopics();
    }

    /// Profiles where somebody else can be faster, or that cannot be reached.
    private static final class Interfering implements Profiles {
        private final InMemoryProfiles kept = new InMemoryProfiles();
        private int faster;
        private boolean away;

        @Override
        public Optional<Profile> find(Person person) {
            reach();
            return kept.find(person);
        }

        @Override
        public List<Profile> all() {
            reach();
            return kept.all();
        }

        @Override
        public Optional<Marks> marks(String known) {
            reach();
            return kept.marks(known);
        }

        @Override
        public boolean save(Profile profile) {
            reach();
            if (faster > 0) {
                faster--;
                var first = kept.find(profile.person()).map(Profile::next).orElse(profile);
                assertThat(kept.save(first)).isTrue();
            }
            return kept.save(profile);
        }

        @Override
        public void remove(Person person) {
            reach();
            kept.remove(person);
        }

        private void reach() {
            if (away) {
                throw new StoreUnavailable("keeping a profile", new java.io.IOException("gone"));
            }
        }
    }

    private Profile saved() {
        return profiles.find(ANA).orElseThrow();
    }

    private Form form() {
        return ((Reply.Show) signUp.form(ANA)).form();
    }

    private Object answer(String field) {
        return form().fields().stream()
                .filter(each -> each.name().equals(field))
                .map(each -> switch (each) {
                    case Form.Field.Words words -> words.value();
                    case Form.Field.Choice choice -> choice.chosen();
                    case Form.Field.Choices choices -> choices.chosen();
                    case Form.Field.People people -> people.chosen();
                    case Form.Field.Ticks ticks -> ticks.chosen();
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFormOfANewcomerIsEmptyButForTheBreaks() {
        assertThat(answer("stage")).isEqualTo("");
        assertThat(answer("institution")).isEqualTo("");
        assertThat(answer("breaks")).isEqualTo(Set.of("s04", "s11"));
        assertThat(answer("consents")).isEqualTo(Set.of());
        assertThat(answer("second-seat")).isEqualTo(Set.of());
    }

    @Test
    void everyOptionAndTitleOfTheFormFitsWhereItIsShown() {
        assertThat(form().title()).hasSizeLessThanOrEqualTo(24);
        assertThat(form().fields())
                .flatExtracting(field -> switch (field) {
                    case Form.Field.Words _ -> List.<Form.Option>of();
                    case Form.Field.Choice choice -> choice.options();
                    case Form.Field.Choices choices -> choices.options();
                    case Form.Field.People _ -> List.<Form.Option>of();
                    case Form.Field.Ticks ticks -> ticks.options();
                })
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.label()).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void aFormThatIsSentIsSavedAndReadBack() {
        var reply = signUp.submit(ANA, FILLED);

        assertThat(Aloud.read(reply)).isEqualTo("""
                        # You are signed up
                        - Stage: PhD student, 2nd year
                        - Institution: EPFL
                        - Topics: empirical studies of loss landscapes, training dynamics
                        - In your words: Why is SAM good?
                        - Breaks: Coffee Break 1, 10:30
                        - Question for your mentor: How do you pick problems?
                        - Second seat: yes, if any is left over
                        - You agreed: your mentor sees your card, a table with peers if there is no seat
                        What follows.
                        [Edit] [Withdraw] [Ask about the day]""");
        assertThat(saved())
                .isEqualTo(new Profile(
                        ANA,
                        "Ana Example",
                        ZURICH,
                        Stage.PHD2,
                        "EPFL",
                        List.of("loss-landscapes", "training-dynamics"),
                        "Why is SAM good?",
                        Set.of("s04"),
                        "How do you pick problems?",
                        true,
                        Set.of(Consent.CARD, Consent.PEERS),
                        true,
                        false,
                        clock.instant(),
                        1));
        assertThat(index.vectors(Interests.id(ANA))).isNotEmpty();
    }

    @Test
    void theFormOfSomebodyKnownIsFilledIn() {
        signUp.submit(ANA, FILLED);

        assertThat(answer("stage")).isEqualTo("PHD2");
        assertThat(answer("institution")).isEqualTo("EPFL");
        assertThat(answer("topics")).isEqualTo(Set.of("loss-landscapes", "training-dynamics"));
        assertThat(answer("interests")).isEqualTo("Why is SAM good?");
        assertThat(answer("breaks")).isEqualTo(Set.of("s04"));
        assertThat(answer("question")).isEqualTo("How do you pick problems?");
        assertThat(answer("second-seat")).isEqualTo(Set.of("second-seat"));
        assertThat(answer("consents")).isEqualTo(Set.of("CARD", "PEERS"));
    }

    @Test
    void whatWasJustTypedStandsInTheFormBeforeWhatWasSavedEarlier() {
        signUp.submit(ANA, FILLED);
        signUp.describe(ANA, "I'm a postdoc at MIT now");

        assertThat(answer("stage")).isEqualTo("POSTDOC");
        assertThat(answer("institution")).isEqualTo("MIT");
        assertThat(answer("breaks")).isEqualTo(Set.of("s04"));
        assertThat(answer("consents")).isEqualTo(Set.of("CARD", "PEERS"));
    }

    @Test
    void whoGivesNoTopicIsToldWhatThatMeans() {
        assertThat(Aloud.read(signUp.submit(ANA, Map.of("stage", List.of("MASTER"), "breaks", List.of("s04")))))
                .contains("You gave no topic, so I will seat you wherever there is room.")
                .contains("- You agreed: to nothing yet; your mentor sees \"a participant\" and your question");
    }

    @Test
    void aChangeKeepsWhenTheySignedUpCountsTheVersionAndStaysInvented() {
        signUp.submit(ANA, FILLED);
        var first = saved();
        profiles.kept.remove(ANA);
        var invented = new Profile(
                ANA,
                first.name(),
                ZURICH,
                Stage.PHD1,
                "",
                List.of(),
                "",
                Set.of("s04"),
                "",
                false,
                Set.of(),
                false,
                true,
                clock.instant(),
                1);
        profiles.kept.save(invented);
        clock.advance(Duration.ofHours(1));

        assertThat(Aloud.read(signUp.submit(ANA, FILLED))).startsWith("# Changed and saved");

        assertThat(saved().version()).isEqualTo(2);
        assertThat(saved().invented()).isTrue();
        assertThat(saved().signedUp()).isEqualTo(invented.signedUp());
        assertThat(saved().seeking()).as("signing up again ends a withdrawal").isTrue();
    }

    @Test
    void aSentenceIsReadBackThenEveryConsentIsAskedThenItIsSaved() {
        assertThat(Aloud.read(signUp.describe(ANA, "I'm a 2nd-year PhD at EPFL working on loss landscapes")))
                .isEqualTo("""
                        # Did I get that right?
                        - Stage: PhD student, 2nd year
                        - Institution: EPFL
                        - Topics: empirical studies of loss landscapes
                        - In your words: loss landscapes
                        - Breaks: Coffee Break 1, 10:30 and Coffee Break 2, 15:00
                        - Question for your mentor: none
                        (Nothing is saved yet. To change something, just type it or use the form.)
                        [That's right] [Change in the form] [Forget it]""");
        assertThat(profiles.all()).isEmpty();
        assertThat(signUp.isTyping(ANA)).isTrue();
        assertThat(signUp.askedConsent(ANA)).isEmpty();

        assertThat(Aloud.read(signUp.confirmDraft(ANA))).isEqualTo("""
                        (Who may know about you? Question 1 of 4; none is needed for a seat.)
                        My mentor may see my card: name, stage, institution and topics?
                        [Yes] [No]""");
        for (var consent : Consent.values()) {
            assertThat(profiles.all()).isEmpty();
            assertThat(signUp.askedConsent(ANA)).contains(consent);
            signUp.answerConsent(ANA, consent, consent == Consent.TABLEMATES);
        }

        assertThat(saved().consents()).containsExactly(Consent.TABLEMATES);
        assertThat(saved().stage()).isEqualTo(Stage.PHD2);
        assertThat(saved().breaks()).containsExactlyInAnyOrder("s04", "s11");
        assertThat(signUp.isTyping(ANA)).isFalse();
    }

    @Test
    void withoutAStageNothingIsSavedUntilItIsSaid() {
        assertThat(Aloud.read(signUp.describe(ANA, "PhD at EPFL, loss landscapes")))
                .contains("Which year of your PhD are you in? Just type \"second year\", or use the form.");
        assertThat(Aloud.read(signUp.confirmDraft(ANA))).contains("Which year of your PhD are you in?");
        assertThat(signUp.askedConsent(ANA)).isEmpty();

        assertThat(Aloud.read(signUp.describe(ANA, "second year"))).contains("- Stage: PhD student, 2nd year");
        assertThat(Aloud.read(signUp.confirmDraft(ANA))).contains("Question 1 of 4");
    }

    @Test
    void aConsentPressedAfterSomethingNewWasTypedSavesNothingUnconfirmed() {
        signUp.describe(ANA, "PhD 2 at EPFL, loss landscapes");
        signUp.confirmDraft(ANA);
        signUp.describe(ANA, "I'm at MIT");

        for (var consent : Consent.values()) {
            assertThat(Aloud.read(signUp.answerConsent(ANA, consent, true))).startsWith("# Did I get that right?");
        }
        assertThat(profiles.all()).isEmpty();

        assertThat(Aloud.read(signUp.confirmDraft(ANA))).startsWith("# You are signed up");
        assertThat(saved().institution()).isEqualTo("MIT");
    }

    @Test
    void whoChangesSomethingByASentenceIsNotAskedTheConsentsAgain() {
        signUp.submit(ANA, FILLED);
        signUp.describe(ANA, "I'm in my third year now");

        assertThat(Aloud.read(signUp.confirmDraft(ANA))).startsWith("# Changed and saved");

        assertThat(saved().stage()).isEqualTo(Stage.PHD3);
        assertThat(saved().consents()).containsExactlyInAnyOrder(Consent.CARD, Consent.PEERS);
        assertThat(saved().secondSeat()).isTrue();
        assertThat(saved().interests()).isEqualTo("Why is SAM good?");
    }

    @Test
    void aDraftThatLayTooLongSaysSo() {
        signUp.describe(ANA, "PhD 2 at EPFL, loss landscapes");
        clock.advance(Duration.ofMinutes(31));

        var gone = "That sign-up is no longer open. Tell me about yourself again, or type \"sign up\".";
        assertThat(Aloud.read(signUp.confirmDraft(ANA))).isEqualTo(gone);
        assertThat(Aloud.read(signUp.answerConsent(ANA, Consent.CARD, true))).isEqualTo(gone);
        assertThat(signUp.isTyping(ANA)).isFalse();
        assertThat(profiles.all()).isEmpty();
    }

    @Test
    void aDroppedDraftIsGone() {
        signUp.describe(ANA, "PhD 2 at EPFL, loss landscapes");

        assertThat(Aloud.read(signUp.dropDraft(ANA)))
                .isEqualTo("Forgotten; nothing was saved. Type \"sign up\" whenever you like.");
        assertThat(signUp.isTyping(ANA)).isFalse();
    }

    @Test
    void guestsAreRefusedAndNothingIsKept() {
        entry = Optional.of(new Directory.Entry("Guest", ZURICH, false));

        assertThat(Aloud.read(signUp.submit(ANA, FILLED)))
                .isEqualTo("Only members of this workspace can sign up. Please ask the organizers for a seat.");
        assertThat(profiles.all()).isEmpty();
    }

    @Test
    void nobodyIsSavedWhomTheChatCannotName() {
        entry = Optional.empty();

        assertThat(Aloud.read(signUp.submit(ANA, FILLED))).contains("nothing is saved yet");
        assertThat(profiles.all()).isEmpty();

        entry = Optional.of(new Directory.Entry("Ana Example", ZURICH, true));
        signUp.submit(ANA, FILLED);
        entry = Optional.empty();
        signUp.submit(ANA, FILLED);
        assertThat(saved().name()).isEqualTo("Ana Example");
        assertThat(saved().zone()).isEqualTo(ZURICH);
    }

    @Test
    void whoeverIsSlowerSavesOnTopOfTheFaster() {
        profiles.faster = 2;

        signUp.submit(ANA, FILLED);
        assertThat(saved().version()).isEqualTo(3);

        profiles.faster = 1;
        assertThat(signUp.withdraw(ANA)).isTrue();
        assertThat(saved().version()).isEqualTo(5);
        assertThat(saved().seeking()).isFalse();
    }

    @Test
    void whoIsNeverFastEnoughIsAFaultAndNotAnEndlessLoop() {
        profiles.faster = 1000;

        assertThatThrownBy(() -> signUp.submit(ANA, FILLED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutTheStoreNothingIsAcknowledged() {
        signUp.describe(ANA, "PhD 2 at EPFL, loss landscapes");
        signUp.confirmDraft(ANA);
        profiles.away = true;

        assertThatThrownBy(() -> signUp.submit(ANA, FILLED)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> signUp.withdraw(ANA)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> signUp.forget(ANA)).isInstanceOf(StoreUnavailable.class);

        profiles.away = false;
        assertThat(profiles.all()).isEmpty();
        assertThat(index.affinity(Interests.id(ANA), "topic:loss-landscapes").reasons())
                .isEmpty();
    }

    @Test
    void withdrawingKeepsTheProfileAndIsDoneOnce() {
        assertThat(signUp.withdraw(ANA)).isFalse();
        signUp.submit(ANA, FILLED);

        assertThat(signUp.withdraw(ANA)).isTrue();
        assertThat(signUp.withdraw(ANA)).isFalse();

        assertThat(saved().seeking()).isFalse();
        assertThat(Aloud.read(signUp.show(ANA)))
                .startsWith("# This is what I know about you")
                .contains("You withdrew, so no seat is sought for you. Sign up again to be back in.");
    }

    @Test
    void forgettingLeavesNothing() {
        signUp.submit(ANA, FILLED);
        signUp.describe(ANA, "I'm at MIT");

        signUp.forget(ANA);

        assertThat(signUp.profile(ANA)).isEmpty();
        assertThat(signUp.isTyping(ANA)).isFalse();
        assertThat(index.search("SAM", Set.of(), 10))
                .extracting(hit -> hit.id())
                .doesNotContain(Interests.id(ANA));
        assertThat(Aloud.read(signUp.show(ANA))).startsWith("I know nothing about you but your Slack id.");
        assertThat(answer("institution")).isEqualTo("");
    }
}
