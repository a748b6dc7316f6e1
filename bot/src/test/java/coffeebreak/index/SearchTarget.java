package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Any query is searched for as words, never as Lucene's syntax: no exception, each entry once, best first, and what is
/// shown in bold together with the rest is the text.
public final class SearchTarget implements Target {

    private static final int MOST = 3;

    private final TopicIndex index = new TopicIndex(new HashingEmbedder(16));

    public SearchTarget() {
        index.putAll(List.of(
                new Entry(
                        "a", "talk", "On tides", List.of(Text.paper("On tides", "We look at tides at the coast.")), 1),
                new Entry(
                        "b", "talk", "Grokking", List.of(Text.topic("grokking"), Text.words("why nets grok late")), 1),
                new Entry("c", "person", "Ana Souza", List.of(Text.words("optics, tides and CNNs")), 1),
                new Entry("d", "paper", "中文", List.of(Text.words("深度学习 étude naïve")), 1)));
    }

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                "tides",
                "tydes~2 AND (grok* OR \"net late\"^5) -coast",
                "name:* [a TO z] /.*/ \\",
                "convolutional neural networks CNN",
                "深度学习",
                "naive etude \\u0301\\u0301\\ud800",
                "a ".repeat(200));
    }

    @Override
    public void holds(byte[] input) {
        var query = Words.of(input);
        var hits = index.search(query, Set.of(), MOST);
        assertThat(hits.size()).isLessThanOrEqualTo(MOST);
        assertThat(hits.stream().map(Hit::id).collect(Collectors.toSet())).hasSameSizeAs(hits);
        for (var i = 1; i < hits.size(); i++) {
            assertThat(hits.get(i).score()).isLessThanOrEqualTo(hits.get(i - 1).score());
        }
        assertThat(index.search(query, Set.of("person"), MOST))
                .allSatisfy(hit -> assertThat(hit.kind()).isEqualTo("person"));
        for (var text : List.of("We look at tides at the coast.", query)) {
            assertThat(index.matches(query, text).stream().map(Stretch::words).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }
}
