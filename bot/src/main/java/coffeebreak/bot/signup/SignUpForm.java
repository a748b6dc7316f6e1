package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The sign-up form: its questions and how its answers are read.
final class SignUpForm {

    static final String NAME = "sign-up";
    static final int MOST_TOPICS = 5;
    static final int LONGEST_INSTITUTION = 100;
    static final int LONGEST_INTERESTS = 1500;
    static final int LONGEST_QUESTION = 300;
    private static final String STAGE = "stage";
    private static final String INSTITUTION = "institution";
    private static final String TOPICS = "topics";
    private static final String INTERESTS = "interests";
    private static final String BREAKS = "breaks";
    private static final String QUESTION = "question";
    private static final String SECOND = "second-seat";
    private static final String CONSENTS = "consents";

    private SignUpForm() {}

    /// @param known      what is known already, from a profile or from a sentence; nothing for a newcomer
    /// @param secondSeat whether they asked for a second seat before
    /// @param kept       how long what they say is kept
    static Form of(Programme programme, Draft known, boolean secondSeat, String kept) {
        var breaks = programme.breaks();
        return new Form(
                NAME,
                "Find me a mentor",
                "Sign up",
                Text.of("Two minutes, and nothing is final: you can change or withdraw it whenever you like. "
                        + "Seats are limited; early-stage students come first. " + kept),
                List.of(
                        new Form.Field.Choice(
                                STAGE,
                                "Where are you in your career?",
                                "",
                                Arrays.stream(Stage.values())
                                        .map(stage -> new Form.Option(stage.name(), stage.words()))
                                        .toList(),
                                Optional.ofNullable(known.stage())
                                        .map(Stage::name)
                                        .orElse(""),
                                true),
                        new Form.Field.Words(
                                INSTITUTION,
                                "Your institution",
                                "So that you meet somebody from elsewhere",
                                known.institution(),
                                LONGEST_INSTITUTION,
                                false,
                                false),
                        new Form.Field.Choices(
                                TOPICS,
                                "Topics you care about",
                                "Up to five",
                                programme.topics().stream()
                                        .map(topic -> new Form.Option(topic.id(), topic.words()))
                                        .toList(),
                                new LinkedHashSet<>(known.topics()),
                                MOST_TOPICS,
                                false),
                        new Form.Field.Words(
                                INTERESTS,
                                "In your own words",
                                "A line on what you work on or wonder about; it decides whom you meet",
                                known.interests(),
                                LONGEST_INTERESTS,
                                true,
                                false),
                        new Form.Field.Ticks(
                                BREAKS,
                                "Which breaks could you make?",
                                "",
                                breaks.stream()
                                        .map(each -> new Form.Option(each.id(), inWords(programme, each)))
                                        .toList(),
                                Optional.ofNullable(known.breaks())
                                        .orElseGet(() ->
                                                breaks.stream().map(Session::id).collect(Collectors.toSet())),
                                true),
                        new Form.Field.Words(
                                QUESTION,
                                "One question for your mentor",
                                "They read it before the break, without your name if you keep your card to yourself",
                                known.question(),
                                LONGEST_QUESTION,
                                true,
                                false),
                        new Form.Field.Ticks(
                                SECOND,
                                "A second seat?",
                                "",
                                List.of(new Form.Option(SECOND, "A second mentor for me, if any seat is left over")),
                                secondSeat ? Set.of(SECOND) : Set.of(),
                                false),
                        new Form.Field.Ticks(
                                CONSENTS,
                                "Who may know about you?",
                                "Each is your choice; none is needed for a seat",
                                Arrays.stream(Consent.values())
                                        .map(consent -> new Form.Option(consent.name(), consent.words()))
                                        .toList(),
                                known.agreed().stream().map(Consent::name).collect(Collectors.toSet()),
                                false)));
    }

    /// "Coffee break 1, 10:30": the break as people would tell it from the other.
    static String inWords(Programme programme, Session coffeeBreak) {
        var several = programme.breaks().size() > 1;
        return coffeeBreak.title() + (several ? " " + coffeeBreak.ordinal() : "") + ", " + coffeeBreak.start();
    }

    /// The answers as a draft, and what else they say.
    ///
    /// @throws IllegalArgumentException naming the field, for answers our form cannot have given
    static Answers read(Programme programme, Map<String, List<String>> answers) {
        var stage = Stage.valueOf(one(answers, STAGE));
        var topics = new ArrayList<>(answers.getOrDefault(TOPICS, List.of()));
        topics.removeIf(id -> programme.topic(id).isEmpty());
        var breaks = new LinkedHashSet<>(answers.getOrDefault(BREAKS, List.of()));
        breaks.removeIf(
                id -> programme.breaks().stream().noneMatch(each -> each.id().equals(id)));
        var consents = EnumSet.noneOf(Consent.class);
        answers.getOrDefault(CONSENTS, List.of()).forEach(name -> consents.add(Consent.valueOf(name)));
        return new Answers(
                new Draft(
                        stage,
                        false,
                        one(answers, INSTITUTION).strip(),
                        topics.subList(0, Math.min(MOST_TOPICS, topics.size())),
                        one(answers, INTERESTS).strip(),
                        breaks,
                        one(answers, QUESTION).strip(),
                        true,
                        Map.of()),
                consents,
                !answers.getOrDefault(SECOND, List.of()).isEmpty());
    }

    private static String one(Map<String, List<String>> answers, String field) {
        var values = answers.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    record Answers(Draft draft, Set<Consent> consents, boolean secondSeat) {}
}
