package coffeebreak.bot.files;

import coffeebreak.matching.Explanation;
import coffeebreak.matching.PeerSeating;
import coffeebreak.matching.Seat;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.SeatReport;
import coffeebreak.matching.Seating;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Answers as JSON: the same answer is the same bytes. Numbers are the shortest that read back as the same double. The
/// format is on the page of the module `matching`.
public final class AnswerJson {

    private AnswerJson() {}

    /// How long it took to read the problem and to solve it, in milliseconds.
    public record Millis(double read, double solve) {}

    /// What is said of a seating beyond what is always said.
    ///
    /// @param explained whether each seat tells its alternative
    /// @param explanations of the seats, those without are told to have no alternative
    /// @param reported whether the round is told in figures, and who moves
    public record More(boolean explained, List<Explanation> explanations, boolean reported) {
        public More {
            explanations = List.copyOf(explanations);
        }
    }

    /// @param out is left open
    public static void write(SeatProblem problem, Seating seating, More more, Millis millis, OutputStream out) {
        Map<Seat, Explanation> explanations = new HashMap<>();
        more.explanations().forEach(explanation -> explanations.put(explanation.seat(), explanation));
        document(out, json -> {
            json.writeArrayPropertyStart("seats");
            for (var seat : seating.seats()) {
                json.writeStartObject();
                seat(json, seat);
                if (more.explained()) {
                    alternative(json, explanations.get(seat));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("unseated");
            for (var unseated : seating.unseated()) {
                json.writeStartObject();
                json.writeStringProperty("mentee", unseated.mentee());
                json.writeStringProperty("reason", unseated.why().name().toLowerCase(Locale.ROOT));
                json.writeObjectPropertyStart("standby");
                unseated.standby().forEach(json::writeNumberProperty);
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            number(json, "total", seating.total());
            number(json, "minimum", seating.minimum().orElse(Double.NaN));
            json.writeBooleanProperty("proven", seating.proven());
            number(json, "bound", seating.bound());
            json.writeNumberProperty("moves", seating.moves());
            if (more.reported()) {
                report(json, seating.report());
                moved(json, problem, seating);
            }
            json.writeNumberProperty("seed", problem.seed());
            millis(json, millis);
        });
    }

    /// @param out is left open
    public static void write(PeerSeating seating, Millis millis, OutputStream out) {
        document(out, json -> {
            json.writeArrayPropertyStart("rounds");
            for (var round : seating.rounds()) {
                json.writeStartArray();
                round.forEach(group -> texts(json, group));
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("left");
            seating.left().forEach(round -> texts(json, round));
            json.writeEndArray();
            number(json, "total", seating.total());
            number(json, "bound", seating.bound());
            json.writeBooleanProperty("proven", seating.proven());
            millis(json, millis);
        });
    }

    private static void document(OutputStream out, Consumer<JsonGenerator> keys) {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var json = factory.createGenerator(new Lined(), out)) {
            json.writeStartObject();
            keys.accept(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static final class Lined extends ObjectWriteContext.Base {
        private final LinedJson lines = new LinedJson();

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return lines;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private static void seat(JsonGenerator json, Seat seat) {
        json.writeStringProperty("mentee", seat.mentee());
        json.writeStringProperty("table", seat.table());
        number(json, "affinity", seat.affinity());
    }

    private static void alternative(JsonGenerator json, @Nullable Explanation explanation) {
        var alternative = explanation == null ? null : explanation.alternative().orElse(null);
        if (alternative == null) {
            json.writeNullProperty("alternative");
            return;
        }
        json.writeObjectPropertyStart("alternative");
        json.writeStringProperty("table", alternative.seat().table());
        number(json, "affinity", alternative.seat().affinity());
        number(json, "cost", alternative.cost());
        json.writeEndObject();
    }

    private static void report(JsonGenerator json, SeatReport report) {
        json.writeObjectPropertyStart("report");
        json.writeArrayPropertyStart("tiers");
        report.tiers().forEach((number, tier) -> {
            json.writeStartObject();
            json.writeNumberProperty("tier", number);
            json.writeNumberProperty("mentees", tier.mentees());
            json.writeArrayPropertyStart("seated");
            tier.seated().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
        number(json, "median", report.median());
        number(json, "gini", report.gini());
        json.writeName("closed");
        texts(json, report.closed());
        json.writeEndObject();
    }

    /// Whoever does not keep a seat, with the seats given up and those taken.
    private static void moved(JsonGenerator json, SeatProblem problem, Seating seating) {
        var seats = new HashMap<String, List<String>>();
        seating.seats()
                .forEach(seat -> seats.computeIfAbsent(seat.mentee(), _ -> new ArrayList<>())
                        .add(seat.table()));
        var before = new TreeMap<String, List<String>>();
        problem.current().stream()
                .sorted()
                .forEach(place -> before.computeIfAbsent(place.mentee(), _ -> new ArrayList<>())
                        .add(place.table()));
        json.writeArrayPropertyStart("moved");
        before.forEach((mentee, had) -> {
            var has = seats.getOrDefault(mentee, List.of());
            var from = without(had, has);
            if (!from.isEmpty()) {
                json.writeStartObject();
                json.writeStringProperty("mentee", mentee);
                json.writeName("from");
                texts(json, from);
                json.writeName("to");
                texts(json, without(has, had));
                json.writeEndObject();
            }
        });
        json.writeEndArray();
    }

    private static List<String> without(List<String> all, List<String> some) {
        var out = new HashSet<>(some);
        return all.stream().filter(each -> !out.contains(each)).toList();
    }

    private static void texts(JsonGenerator json, List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /// A number, or `null` for what is none: JSON has no word for it.
    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void millis(JsonGenerator json, Millis millis) {
        json.writeObjectPropertyStart("millis");
        number(json, "read", Math.rint(millis.read() * 10) / 10);
        number(json, "solve", Math.rint(millis.solve() * 10) / 10);
        json.writeEndObject();
    }
}
