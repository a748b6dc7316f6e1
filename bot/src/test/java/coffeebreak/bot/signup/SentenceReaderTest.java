package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Programme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceReaderTest {

    private static final Map<String, String> BREAKS = Map.of("s04", "1", "s11", "2");

    private final Programme programme = YamlProgramme.builtIn();
    private final SentenceReader reader = new SentenceReader(programme, _ -> List.of("loss-landscapes"));

    /// What people type, and what is understood of it: stage, institution, interests, breaks, question. `PHD?` is a
    /// doctorate whose year was not said.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I'm a 2nd-year PhD at EPFL working on loss landscapes | PHD2 | EPFL | loss landscapes | - | -
            first year phd student from ETH Zurich, interested in grokking and double descent, only the morning break | PHD1 | ETH Zurich | grokking and double descent | 1 | -
            postdoc @ MIT, mech interp | POSTDOC | MIT | mech interp | - | -
            im doing my masters at TU Munich on diffusion models. my question: how do you pick problems? | MASTER | TU Munich | diffusion models | - | how do you pick problems?
            PhD 3 | PHD3 | - | - | - | -
            phd3 at mit, scaling laws | PHD3 | MIT | scaling laws | - | -
            epfl, phd 2, loss landscapes | PHD2 | EPFL | loss landscapes | - | -
            I am PhD student at University of Toronto | PHD? | University of Toronto | - | - | -
            I'm a PhD candidate (4th year) at NYU and Meta, thinking about data pruning | PHD4 | NYU and Meta | data pruning | - | -
            hi! i'm a grad student at berkeley, i study in-context learning | PHD? | Berkeley | in-context learning | - | -
            Hello, my name is Ana, undergrad at Rice University, curious about mechanistic interpretability | BACHELOR | Rice University | mechanistic interpretability | - | -
            I work on edge of stability. Assistant professor at Georgia Tech. | FACULTY | Georgia Tech | edge of stability | - | -
            Research scientist at Google DeepMind in London, interested in representation learning | INDUSTRY | Google DeepMind | representation learning | - | -
            ML engineer at a startup, I like optimizers | INDUSTRY | - | optimizers | - | -
            Good morning! I am master student from Université Paris-Saclay, I work in generative models | MASTER | Université Paris-Saclay | generative models | - | -
            postdoctoral researcher at the Flatiron Institute, working on score-based diffusion, can't make the afternoon break | POSTDOC | Flatiron Institute | score-based diffusion | 1 | -
            third-year PhD, UCL, theory of neural networks, both breaks | PHD3 | UCL | theory of neural networks | 1 2 | -
            I'm in the second year of my PhD at Aalto University and I work on Bayesian deep learning | PHD2 | Aalto University | Bayesian deep learning | - | -
            PhD student in my final year at Johns Hopkins, research on visual cortex models | PHD4 | Johns Hopkins | visual cortex models | - | -
            I have just started my PhD at Princeton. I would like to talk about training dynamics | PHD1 | Princeton | training dynamics | - | -
            PhD year 2 @ Columbia — feature learning | PHD2 | Columbia | feature learning | - | -
            Doctoral candidate, Technical University of Munich, year 1, interests: optimization, generalization | PHD1 | Technical University of Munich | optimization, generalization | - | -
            1st yr phd at stanford. I care about memorization. I'd like to ask how to read papers faster | PHD1 | Stanford | memorization | - | how to read papers faster
            i did my master's at Oxford, now phd 1 at harvard on grokking | PHD1 | Harvard | grokking | - | -
            I finished my PhD at Cambridge and I'm now a postdoc at Duke working on SAM | POSTDOC | Duke | SAM | - | -
            PhD student with Prof. Wyart at EPFL, 2. year, data structure and learning | PHD2 | EPFL | data structure and learning | - | -
            MSc student at ENS Paris, break 2 only, sparse autoencoders | MASTER | ENS Paris | sparse autoencoders | 2 | -
            I can only make the second break. PhD 1 at CMU, I work on LLM evals | PHD1 | CMU | LLM evals | 2 | -
            second year phd at mila. i'm free only in the afternoon. topic: loss landscapes | PHD2 | Mila | loss landscapes | 2 | -
            phd year three at uva, not the morning one, emergent abilities | PHD3 | UvA | emergent abilities | 2 | -
            I'm a lecturer at the University of Amsterdam, the 10:30 break suits me, interested in causality | FACULTY | University of Amsterdam | causality | 1 | -
            I study at TU Munich, first year of phd. My interest is in equivariance, but I can make the first coffee only | PHD1 | TU Munich | equivariance | 1 | -
            Doktorandin an der ETH, 3rd year, working on transformers | PHD3 | ETH | transformers | - | -
            undergraduate student at IIT Bombay, interested in why overparameterized nets generalize | BACHELOR | IIT Bombay | why overparameterized nets generalize | - | -
            Hi I am Wei, phd student 2nd year in Tsinghua University, my research is about implicit bias of SGD. How did you choose your first project? | PHD2 | Tsinghua University | implicit bias of SGD | - | How did you choose your first project?
            software engineer, no institution, I love scaling laws and the lottery ticket hypothesis | INDUSTRY | - | scaling laws and the lottery ticket hypothesis | - | -
            PhD @ Max Planck Institute for Intelligent Systems, fourth year; I focus on causal representation learning | PHD4 | Max Planck Institute for Intelligent Systems | causal representation learning | - | -
            I'm looking for a mentor in interpretability, I'm a bachelor student | BACHELOR | - | interpretability | - | -
            phd student at the university of pennsylvania working on robustness, year one | PHD1 | University of Pennsylvania | robustness | - | -
            DPhil student at Oxford (first year), stochastic gradient noise | PHD1 | Oxford | stochastic gradient noise | - | -
            meta-learning person here, postdoc at Apple, any break | POSTDOC | Apple | meta-learning person here | 1 2 | -
            3rd year PhD at University of California, Berkeley. Question: is theory still useful? | PHD3 | University of California, Berkeley | - | - | is theory still useful?
            I'm a 2nd year PhD student at N.Y.U. and I'm interested in diffusion models; either break works | PHD2 | N.Y.U. | diffusion models | 1 2 | -
            group leader at HHMI Janelia, neuroscience and deep learning | FACULTY | HHMI Janelia | neuroscience and deep learning | - | -
            I want to learn about loss landscapes | - | - | loss landscapes | - | -
            """)
    void readsWhatPeopleType(
            String sentence, String stage, String institution, String interests, String breaks, String question) {
        assertThat(told(reader.read(sentence, Draft.EMPTY)))
                .isEqualTo(List.of(or(stage), or(institution), or(interests), or(breaks), or(question)));
    }

    @Test
    void anAnswerToWhichYearCompletesWhatWasSaidBefore() {
        var first = reader.read("PhD at EPFL, loss landscapes", Draft.EMPTY);

        assertThat(told(first)).isEqualTo(List.of("PHD?", "EPFL", "loss landscapes", "", ""));
        for (var answer : List.of("second year", "2nd", "2", "the second one", "I'm in my 2nd year", "year 2")) {
            assertThat(told(reader.read(answer, first)))
                    .as(answer)
                    .isEqualTo(List.of("PHD2", "EPFL", "loss landscapes", "", ""));
        }
    }

    @Test
    void whatIsNotMentionedStays() {
        var first = reader.read("2nd-year PhD at EPFL working on loss landscapes", Draft.EMPTY);

        var second = reader.read("only the morning break", first);
        var third = reader.read("actually I'm in my third year", second);

        assertThat(told(second)).isEqualTo(List.of("PHD2", "EPFL", "loss landscapes", "1", ""));
        assertThat(told(third)).isEqualTo(List.of("PHD3", "EPFL", "loss landscapes", "1", ""));
        assertThat(reader.read("I'm a PhD student", third).stage()).isEqualTo(Stage.PHD3);
        assertThat(reader.read("I'm a postdoc now", third).stage()).isEqualTo(Stage.POSTDOC);
    }

    @Test
    void topicsAreGuessedFromTheInterestsOnly() {
        var asked = new SentenceReader(programme, words -> List.of("guessed from " + words));

        assertThat(asked.read("PhD 2 at EPFL, grokking", Draft.EMPTY).topics())
                .containsExactly("guessed from grokking");
        assertThat(asked.read("PhD 2 at EPFL", Draft.EMPTY).topics()).isEmpty();
    }

    @Test
    void whatIsTooLongForTheFormIsCut() {
        var draft = reader.read("I work on " + "x".repeat(2000) + ". My question: " + "y".repeat(500), Draft.EMPTY);

        assertThat(draft.interests()).hasSize(1500);
        assertThat(draft.question()).hasSize(300);
    }

    @Test
    void nonsenseIsUnderstoodAsNothing() {
        for (var nonsense : List.of("asdf", "???", "", "   ", "| | |", "((((", "at", "on", "@", "phd".repeat(500))) {
            assertThat(reader.read(nonsense, Draft.EMPTY).institution())
                    .as(nonsense)
                    .isEmpty();
        }
    }

    private static String or(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static List<String> told(Draft draft) {
        var stage = draft.stage();
        var breaks = draft.breaks();
        return List.of(
                stage != null ? stage.name() : draft.doctoral() ? "PHD?" : "",
                draft.institution(),
                draft.interests(),
                breaks == null ? "" : spoken(breaks),
                draft.question());
    }

    private static String spoken(Set<String> breaks) {
        return breaks.stream().map(BREAKS::get).sorted().collect(Collectors.joining(" "));
    }
}
