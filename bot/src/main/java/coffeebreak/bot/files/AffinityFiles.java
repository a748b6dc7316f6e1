package coffeebreak.bot.files;

import coffeebreak.index.Entry;
import coffeebreak.index.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// People and topics as files, one JSON object a line.
public final class AffinityFiles {

    private static final List<String> PAPER = List.of("title", "abstract");

    private AffinityFiles() {}

    /// People: `{"id":"p1","interests":"…","papers":[{"title":"…","abstract":"…"}]}`, each optional but the id.
    ///
    /// @param remarks hears what was not read, in one sentence each
    /// @throws BadFile with everything that is wrong
    public static List<Entry> people(String file, Consumer<String> remarks) {
        var example = "{\"id\":\"p1\",\"interests\":\"…\",\"papers\":[{\"title\":\"…\",\"abstract\":\"…\"}]}";
        return JsonLines.read(
                file,
                example,
                line -> {
                    line.knowOnly(List.of("id", "interests", "papers"));
                    var texts = new ArrayList<Text>();
                    texts.add(Text.words(line.text("interests")));
                    texts.addAll(line.objects(
                            "papers", PAPER, paper -> Text.paper(paper.text("title"), paper.text("abstract"))));
                    return entry(line.id(), "person", texts);
                },
                remarks);
    }

    /// Topics: `{"id":"t1","title":"…","abstract":"…"}`, each optional but the id.
    ///
    /// @param remarks hears what was not read, in one sentence each
    /// @throws BadFile with everything that is wrong
    public static List<Entry> topics(String file, Consumer<String> remarks) {
        return JsonLines.read(
                file,
                "{\"id\":\"t1\",\"title\":\"…\",\"abstract\":\"…\"}",
                line -> {
                    line.knowOnly(List.of("id", "title", "abstract"));
                    return entry(line.id(), "topic", List.of(Text.paper(line.text("title"), line.text("abstract"))));
                },
                remarks);
    }

    /// A person and a topic may have the same id; their entries may not.
    private static Entry entry(String id, String kind, List<Text> texts) {
        return new Entry(kind + ":" + id, kind, id, texts, 1);
    }
}
