package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicIndexTest {
    private final CountingEmbedder embedder = new CountingEmbedder();
    private final TopicIndex index = new TopicIndex(embedder);

    @AfterEach
    void close() {
        index.close();
    }

    private static Entry person(String id, Text... texts) {
        return new Entry(id, "participant", "Person " + id, List.of(texts), 1);
    }

    private static Entry mentor(String id, String name, Text... texts) {
        return new Entry(id, "mentor", name, List.of(texts), 1);
    }

    @Test
    void whoSharesTopicsHasMoreToSayToEachOther() {
        index.put(person("ana", Text.words("I work on loss landscapes and the edge of stability")));
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability"), Text.topic("training dynamics")));
        index.put(mentor("julia", "Julia Kempe", Text.topic("synthetic data"), Text.topic("model collapse")));

        assertThat(index.affinity("ana", "jeremy").score())
                .isGreaterThan(index.affinity("ana", "julia").score());
        assertThat(index.affinity("ana", "jeremy").because()).isEqualTo("edge of stability");
    }

    @Test
    void bothSidesHearTheSameScoreAndTheSameReasons() {
        index.put(person("ana", Text.words("Loss landscapes, edge of stability"), Text.topic("Grokking")));
        index.put(person(
                "bo", Text.topic("grokking"), Text.words("sharpness and the edge of stability"), Text.topic("SGD")));

        assertThat(index.affinity("ana", "bo")).isEqualTo(index.affinity("bo", "ana"));
        assertThat(index.affinity("ana", "bo").because()).isEqualTo("grokking, edge of stability");
    }

    @Test
    void aScoreDoesNotChangeBecauseSomebodyElseJoins() {
        index.put(person("ana", Text.words("diffusion models")));
        index.put(mentor("zoe", "Zoe", Text.topic("diffusion models"), Text.topic("denoising")));
        var before = index.affinity("ana", "zoe");

        for (int i = 0; i < 40; i++) {
            index.put(person("p" + i, Text.words("diffusion models, number " + i)));
        }

        assertThat(index.affinity("ana", "zoe")).isEqualTo(before);
    }

    @Test
    void whoHasSaidNothingGetsANeutralScoreThatSaysSo() {
        index.put(person("ana", Text.words("  ")));
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability")));

        var affinity = index.affinity("ana", "jeremy");

        assertThat(affinity.basis()).isEqualTo(Affinity.Basis.NOTHING_SAID);
        assertThat(affinity.because()).isEqualTo("no interests given yet");
        assertThat(affinity.score())
                .isEqualTo(index.affinity("nobody", "jeremy").score());
    }

    @Test
    void allPairsAtOnceAreTheSameNumbersAsOneByOne() {
        index.put(person("ana", Text.words("loss landscapes")));
        index.put(person("bo", Text.words("diffusion models"), Text.topic("scaling laws")));
        index.put(person("cy"));
        index.put(mentor("m", "M", Text.topic("loss landscapes"), Text.topic("scaling laws"), Text.topic("sparsity")));

        assertThat(index.scores(List.of("ana", "bo", "cy"), List.of("m"))).isDeepEqualTo(new double[][] {
            {index.affinity("ana", "m").score()},
            {index.affinity("bo", "m").score()},
            {index.affinity("cy", "m").score()}
        });
    }

    @Test
    void searchForgivesAccentsTyposAndPlurals() {
        index.put(mentor("lenka", "Lenka Zdeborová", Text.topic("statistical physics of learning")));
        index.put(mentor("jascha", "Jascha Sohl-Dickstein", Text.topic("diffusion models")));

        assertThat(found("Zdeborova")).containsExactly("lenka");
        assertThat(found("zdebrova")).containsExactly("lenka");
        assertThat(found("difusion model")).startsWith("jascha");
        assertThat(found("Diffusion Models")).startsWith("jascha");
    }

    @ParameterizedTest
    @CsvSource({
        "mech interp, mechanistic",
        "Mech-Interp of LLMs, mechanistic",
        "icl, context",
        "who works on RLHF?, feedback",
    })
    void searchKnowsWhatIsTypedInShort(String query, String found) {
        index.put(mentor("mechanistic", "A", Text.topic("mechanistic interpretability of language models")));
        index.put(mentor("context", "B", Text.topic("in-context learning")));
        index.put(mentor("feedback", "C", Text.topic("reinforcement learning from human feedback")));

        assertThat(index.search(query, Set.of(), 5).getFirst().id()).isEqualTo(found);
    }

    @Test
    void anAbbreviationIsFoundAsItIsTypedTooAndNotInsideAWord() {
        index.put(mentor("short", "A", Text.topic("ICL")));
        index.put(mentor("girl", "B", Text.topic("circles")));

        assertThat(index.search("ICL", Set.of(), 5).getFirst().id()).isEqualTo("short");
        assertThat(index.matches("icl", "ICL and in-context learning"))
                .filteredOn(Stretch::matched)
                .extracting(Stretch::words)
                .containsExactly("ICL", "context learning");
        assertThat(index.matches("circles", "in-context learning")).noneMatch(Stretch::matched);
    }

    @Test
    void searchLooksOnlyAmongTheKindsAskedFor() {
        index.put(mentor("jascha", "Jascha", Text.topic("diffusion models")));
        index.put(person("ana", Text.words("diffusion models")));

        assertThat(index.search("diffusion models", Set.of("mentor"), 5))
                .extracting(Hit::id)
                .containsExactly("jascha");
    }

    @Test
    void aSnippetShowsTheWordsLookedFor() {
        var summary =
                "We train many networks. ".repeat(20) + "The sharpness rises until it hovers. " + "More. ".repeat(60);
        index.put(new Entry("t1", "paper", "A paper", List.of(Text.paper("A paper", summary)), 1));

        assertThat(index.search("sharpness", Set.of(), 1).getFirst().snippet())
                .contains("The sharpness rises")
                .hasSizeLessThanOrEqualTo(202);
    }

    @Test
    void aMisspeltWordIsFoundAlsoWhereItsEndingIsTakenOff() {
        index.put(mentor("m", "Mara", Text.topic("grokking")));

        assertThat(found("groking")).containsExactly("m");
        assertThat(found("grokkings")).containsExactly("m");
    }

    @Test
    void whoIsNamedRightIsNotMistakenForAnother() {
        index.put(mentor("cohen", "Jeremy Cohen"));
        index.put(mentor("chen", "Wei Chen"));

        assertThat(found("Cohen")).containsExactly("cohen");
        assertThat(found("Cohn")).containsExactly("cohen");
    }

    @Test
    void whoIsLookedForByNameIsNotLookedForByMeaning() {
        index.put(mentor("rice", "Rice Bird", Text.topic("splines")));
        index.put(mentor("other", "Another", Text.topic("rice cooking")));
        index.put(mentor("near", "Near", Text.topic("rices")));

        assertThat(found("Rice Bird")).containsExactly("rice");
        assertThat(found("rice")).contains("rice", "other", "near");
    }

    @Test
    void whatAQueryLooksForStandsOutAsItIsWritten() {
        assertThat(index.matches("difusion model", "On Diffusion  Models, and Zdeborová's diffusion."))
                .containsExactly(
                        new Stretch("On ", false),
                        new Stretch("Diffusion  Models", true),
                        new Stretch(", and Zdeborová's ", false),
                        new Stretch("diffusion", true),
                        new Stretch(".", false));
        assertThat(index.matches("zdeborova", "Zdeborová")).containsExactly(new Stretch("Zdeborová", true));
        assertThat(index.matches("grokking", "nothing of it")).containsExactly(new Stretch("nothing of it", false));
        assertThat(index.matches("grokking", "")).isEmpty();
    }

    @Test
    void aChangeIsVisibleToTheNextQuery() {
        index.put(mentor("m", "Mara", Text.topic("grokking")));
        index.put(new Entry("m", "mentor", "Mara", List.of(Text.topic("lottery tickets")), 2));

        assertThat(found("grokking")).isEmpty();
        assertThat(found("lottery tickets")).containsExactly("m");
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        index.put(new Entry("m", "mentor", "Mara", List.of(Text.topic("lottery tickets")), 2));
        index.put(new Entry("m", "mentor", "Mara", List.of(Text.topic("grokking")), 1));

        assertThat(found("lottery tickets")).containsExactly("m");
    }

    @Test
    void theSameTextIsEmbeddedOnce() {
        index.put(person("ana", Text.topic("training dynamics")));
        index.putAll(
                List.of(person("bo", Text.topic("training dynamics")), person("cy", Text.topic("training dynamics"))));
        index.put(new Entry("ana", "participant", "Ana", List.of(Text.topic("training dynamics")), 2));

        assertThat(embedder.texts()).containsExactly("training dynamics");
    }

    @Test
    void vectorsRememberedFromLastTimeAreNotMadeAgain() {
        index.put(person("ana", Text.topic("training dynamics"), Text.words("sharpness")));
        var remembered = index.vectors("ana");
        var fresh = new CountingEmbedder();

        try (var restarted = new TopicIndex(fresh)) {
            restarted.putAll(
                    List.of(person("ana", Text.topic("training dynamics"), Text.words("flatness"))), _ -> remembered);

            assertThat(fresh.texts()).containsExactly("flatness");
        }
    }

    @Test
    void rememberedBytesOfAnotherFormatAreIgnored() {
        index.putAll(List.of(person("ana", Text.topic("training dynamics"))), _ -> new byte[] {1, 2, 3});

        assertThat(embedder.texts()).containsExactly("training dynamics");
    }

    @Test
    void withoutTheEmbedderWordsCarryOnAndTheHealthSaysSo() {
        embedder.fail(new UnsatisfiedLinkError("no onnxruntime"));
        index.put(person("ana", Text.words("edge of stability")));
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability")));
        index.put(mentor("julia", "Julia Kempe", Text.topic("synthetic data")));

        assertThat(index.affinity("ana", "jeremy").score())
                .isGreaterThan(index.affinity("ana", "julia").score());
        assertThat(index.affinity("ana", "jeremy").basis()).isEqualTo(Affinity.Basis.WORDS);
        assertThat(found("stability")).contains("jeremy", "ana");
        assertThat(index.health().meaning()).isFalse();
        assertThat(index.health().withoutVector()).isEqualTo(3);
        assertThat(index.health().sentence()).contains("words alone", "no onnxruntime");
    }

    @Test
    void whatWasPutInWhileTheEmbedderWasAwayGetsItsVectorsWhenItIsBack() {
        embedder.fail(new IllegalStateException("away"));
        index.put(person("ana", Text.words("edge of stability"), Text.topic("grokking")));
        embedder.work();
        index.put(person("bo", Text.words("edge of stability")));

        assertThat(index.health()).isEqualTo(new Health(true, 2, 0, "2 entries, found by words and by meaning"));
        assertThat(index.affinity("ana", "bo").basis()).isEqualTo(Affinity.Basis.MEANING_AND_WORDS);
    }

    @Test
    void theClosestAreRankedByAffinityWithReasonsAndWithoutOneself() {
        index.put(person("ana", Text.words("loss landscapes"), Text.topic("edge of stability")));
        index.put(person("bo", Text.words("loss landscapes of transformers")));
        index.put(person("cy", Text.words("protein folding")));

        var closest = index.closest("ana", Set.of("participant"), 2);

        assertThat(closest).extracting(Hit::id).containsExactly("bo", "cy");
        assertThat(closest.getFirst().snippet()).isEqualTo("loss landscapes");
        assertThat(closest.getFirst().score())
                .isEqualTo(index.affinity("ana", "bo").score());
    }

    @Test
    void textsOfNobodyAreComparedAsIfSomebodyHadSaidThemAndLeaveNothing() {
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability"), Text.topic("Adam")));
        index.put(mentor("julia", "Julia Kempe", Text.topic("synthetic data")));
        var said = List.of(Text.words("the edge of stability of Adam"), Text.topic("sharpness"));

        var closest = index.closest(said, Set.of("mentor"), 2);

        assertThat(index.health().entries()).isEqualTo(2);
        index.put(new Entry("ana", "participant", "Ana", said, 1));
        assertThat(closest).isEqualTo(index.closest("ana", Set.of("mentor"), 2));
        assertThat(closest.getFirst().id()).isEqualTo("jeremy");
        assertThat(closest.getFirst().snippet()).contains("edge of stability");
    }

    @Test
    void neighboursHaveTheScoresOfTheirAffinityAndAreTheBest() {
        index.put(person("ana", Text.words("loss landscapes"), Text.topic("edge of stability")));
        index.put(person("bo", Text.words("loss landscapes of transformers")));
        index.put(person("cy", Text.words("protein folding")));
        index.put(person("di", Text.words("protein folding and design")));
        index.put(person("eve"));

        var neighbours = index.neighbours(List.of("ana", "bo", "cy", "di", "eve", "nobody"), 2);

        assertThat(neighbours).hasSize(6);
        assertThat(neighbours.get(0)).extracting(Neighbour::id).hasSize(2).startsWith("bo");
        assertThat(neighbours.get(2).getFirst())
                .isEqualTo(new Neighbour("di", index.affinity("cy", "di").score()));
        assertThat(neighbours.get(4)).isEmpty();
        assertThat(neighbours.get(5)).isEmpty();
        assertThat(neighbours.stream().flatMap(List::stream))
                .noneMatch(each -> each.id().equals("eve"));
    }

    @Test
    void aCrowdsNeighboursAreThoseThatEveryPairWouldGive() {
        var ids = crowd(300);

        var exact = index.neighbours(ids, 5, 300);
        var sparse = index.neighbours(ids, 5, 299);

        assertThat(sparse).hasSameSizeAs(exact);
        int kept = 0;
        for (int i = 0; i < ids.size(); i++) {
            for (var neighbour : sparse.get(i)) {
                assertThat(neighbour.score())
                        .isEqualTo(index.affinity(neighbour.id(), ids.get(i)).score());
                kept += exact.get(i).contains(neighbour) ? 1 : 0;
            }
        }
        assertThat(kept).isGreaterThan(5 * 300 * 98 / 100);
    }

    @Test
    void aCrowdsNeighboursAreAmongThoseAskedForOnly() {
        var ids = crowd(200);

        var sparse = index.neighbours(ids.subList(0, 20), 5, 10);

        assertThat(sparse.stream().flatMap(List::stream).map(Neighbour::id)).isSubsetOf(ids.subList(0, 20));
    }

    @Test
    void withoutTheEmbedderEveryPairOfACrowdIsScoredByWords() {
        embedder.fail(new IllegalStateException("away"));
        var ids = crowd(30);

        assertThat(index.neighbours(ids, 3, 10)).isEqualTo(index.neighbours(ids, 3, 30));
    }

    /// People who each take two of twenty subjects.
    private List<String> crowd(int size) {
        var people = IntStream.range(0, size)
                .mapToObj(i -> person(
                        "p" + i,
                        Text.words("subject%d method%d theory".formatted(i % 20, i % 20)),
                        Text.topic("question%d of case%d".formatted(i * 7 % 20, i))))
                .toList();
        index.putAll(people);
        return people.stream().map(Entry::id).toList();
    }

    @Test
    void whatStandsAtTheEndOfALongTextCountsAsIfItStoodAlone() {
        try (var reads = new TopicIndex(new ReadsTenWords())) {
            reads.put(new Entry(
                    "long",
                    "paper",
                    "Long",
                    List.of(Text.words(
                            "training dynamics of wide networks ".repeat(20) + "zebra stripes and their patterns")),
                    1));
            reads.put(new Entry("short", "paper", "Short", List.of(Text.words("zebra stripes and their patterns")), 1));
            reads.put(new Entry("ana", "person", "Ana", List.of(Text.words("stripes of the zebra")), 1));

            double behind = reads.<Double>readingReader(reader -> {
                var words = new Words();
                var shelf = new Shelf(words, Background.committed(words), Statistics.COMMITTED);
                var ana = shelf.texts(reader, "ana").getFirst();
                var inLong = shelf.texts(reader, "long").getFirst();
                assertThat(inLong.vectors()).hasNumberOfRows(11);
                return shelf.texts(reader, "short").getFirst().cosine(ana) - inLong.cosine(ana);
            });

            assertThat(behind).isCloseTo(0, within(0.1));
            assertThat(reads.search("zebra stripes", Set.of("paper"), 5))
                    .extracting(Hit::id)
                    .contains("long");
        }
    }

    @Test
    void theVectorsOfAllPiecesAreRemembered() {
        var text = Text.words("training dynamics of wide networks ".repeat(20) + "zebra stripes and their patterns");
        var fresh = new CountingEmbedder();
        Embedder reads = new ReadsTenWords();
        try (var before = new TopicIndex(reads);
                var after = new TopicIndex(new ReadsTenWords() {
                    @Override
                    public float[][] embed(List<String> texts) {
                        return fresh.embed(texts);
                    }
                })) {
            before.put(person("ana", text));

            after.putAll(List.of(person("ana", text)), before::vectors);

            assertThat(fresh.texts()).isEmpty();
        }
    }

    @Test
    void whereWordsAreCountedInWhatIsHeldACommonWordThereTellsLess() {
        embedder.fail(new IllegalStateException("words are enough here"));
        try (var held = new TopicIndex(embedder, Statistics.COMMITTED_AND_HELD)) {
            for (var each : List.of(index, held)) {
                each.put(person("ana", Text.words("quasar, zebra, wavelets, grokking")));
                each.put(mentor("z", "Z", Text.topic("zebra")));
                each.put(mentor("q", "Q", Text.topic("quasar")));
                for (int i = 0; i < 40; i++) {
                    each.put(person("p" + i, Text.words("zebra number " + i)));
                }
            }

            assertThat(index.affinity("ana", "z").score())
                    .isEqualTo(index.affinity("ana", "q").score());
            assertThat(held.affinity("ana", "z").score())
                    .isLessThan(held.affinity("ana", "q").score() - 0.1);
        }
    }

    @Test
    void theClosestHearTheSameReasonsAsTheOtherSideDoes() {
        Embedder alike = texts -> texts.stream().map(_ -> new float[] {1, 0}).toArray(float[][]::new);
        try (var meaning = new TopicIndex(alike)) {
            meaning.put(person("zoe", Text.topic("grokking")));
            meaning.put(mentor("ana", "Ana", Text.topic("delayed generalization")));

            var why = meaning.closest("zoe", Set.of("mentor"), 1).getFirst().snippet();

            assertThat(why)
                    .isEqualTo(meaning.closest("ana", Set.of("participant"), 1)
                            .getFirst()
                            .snippet());
            assertThat(why).isEqualTo(meaning.affinity("zoe", "ana").because());
        }
    }

    /// Embeds by words, ten at a time.
    private static class ReadsTenWords implements Embedder {
        private final Embedder words = Embedder.hashing(64);

        @Override
        public float[][] embed(List<String> texts) {
            return words.embed(texts);
        }

        @Override
        public List<String> pieces(String text) {
            var all = List.of(text.split(" "));
            var pieces = new ArrayList<String>();
            for (int from = 0; from < all.size(); from += 10) {
                pieces.add(String.join(" ", all.subList(from, Math.min(all.size(), from + 10))));
            }
            return pieces;
        }
    }

    private List<String> found(String query) {
        return index.search(query, Set.of(), 5).stream().map(Hit::id).toList();
    }
}
