package coffeebreak.bot.cli;

import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What was found in an event's files, for people and for programs.
record CheckReport(List<Checked> files) {

    /// @param holds     what sort of file it is: "programme"
    /// @param programme as it was understood; null for other files
    record Checked(
            String file,
            String holds,
            boolean usable,
            Map<String, Integer> counts,
            @Nullable Programme programme,
            List<Remark> remarks) {

        /// "14 sessions, 8 people"
        private String counted() {
            return counts.entrySet().stream()
                    .map(count -> count.getValue() + " "
                            + (count.getValue() == 1 ? singular(count.getKey()) : count.getKey()))
                    .collect(Collectors.joining(", "));
        }

        /// Where no remark says it.
        private String inShort() {
            return remarks.isEmpty() ? " " + counted() + "." : "";
        }

        private static String singular(String many) {
            return many.equals("people") ? "person" : many.substring(0, many.length() - 1);
        }

        private String remark(Remark remark) {
            return (remark.column().isEmpty() ? "" : "\"" + remark.column() + "\": ") + remark.what();
        }
    }

    boolean usable() {
        return files.stream().allMatch(Checked::usable);
    }

    /// What is wrong goes where errors go, a line each, as every other command tells them.
    void print(PrintWriter out, PrintWriter errors) {
        for (var file : files) {
            var programme = file.programme();
            out.printf("%s:%s%n", file.file(), programme == null ? file.inShort() : " " + programme.shortName() + ", " + file.counted() + ".");
            if (programme != null) {
                programme.sessions().forEach(session -> out.printf("  %s%n", line(programme, session)));
            }
            file.remarks().stream()
                    .filter(remark -> remark.kind() != Kind.WRONG)
                    .sorted(Comparator.comparing((Remark remark) -> remark.kind() == Kind.UNUSED))
                    .forEach(remark -> out.printf(
                            "  %-10s  %s%s%n",
                            remark.kind().name().toLowerCase(Locale.ROOT),
                            remark.line() == 0 ? "" : "line " + remark.line() + ", ",
                            file.remark(remark)));
            out.flush();
            file.remarks().stream()
                    .filter(remark -> remark.kind() == Kind.WRONG)
                    .forEach(remark -> errors.println(file.file()
                            + (remark.line() == 0 ? ": " : ":" + remark.line() + ": ")
                            + file.remark(remark)));
            errors.flush();
        }
    }

    /// "09:00–09:30  Invited talk: How dunes remember. Ana Souza (USP). Aula."
    private static String line(Programme programme, Session session) {
        var end = session.end();
        var day = programme.days() > 1 ? "day " + (session.day() + 1) + " " : "";
        return "%s%s%-7s  %s"
                .formatted(
                        day,
                        session.start(),
                        end == null ? "" : "–" + end + (session.endInferred() ? "?" : ""),
                        Stream.of(
                                        session.title()
                                                + (session.talkTitle() == null ? "" : ": " + session.talkTitle()),
                                        session.people().stream()
                                                .flatMap(id -> programme.person(id).stream())
                                                .map(person -> person.introduced())
                                                .collect(Collectors.joining(", ")),
                                        Objects.requireNonNullElse(session.room(), ""),
                                        session.mentorship() ? "[mentors' tables]" : "")
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(" | ")));
    }

    void printJson(PrintWriter out) {
        var report = new LinkedHashMap<String, Object>();
        report.put("usable", usable());
        report.put("files", files.stream().map(CheckReport::asMap).toList());
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report));
        out.flush();
    }

    private static Map<String, Object> asMap(Checked file) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file.file());
        map.put("holds", file.holds());
        map.put("usable", file.usable());
        map.put("counts", file.counts());
        var programme = file.programme();
        if (programme != null) {
            map.put("sessions", programme.sessions().stream().map(CheckReport::asMap).toList());
        }
        map.put(
                "remarks",
                file.remarks().stream()
                        .map(remark -> {
                            var said = new LinkedHashMap<String, Object>();
                            said.put("kind", remark.kind().name().toLowerCase(Locale.ROOT));
                            said.put("line", remark.line());
                            said.put("column", remark.column());
                            said.put("what", remark.what());
                            return said;
                        })
                        .toList());
        return map;
    }

    /// What is not known is null.
    private static Map<String, @Nullable Object> asMap(Session session) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", session.id());
        map.put("day", session.day());
        map.put("start", clock(session.start()));
        map.put("end", clock(session.end()));
        map.put("endInferred", session.endInferred());
        map.put("kind", session.kind().id());
        map.put("title", session.title());
        map.put("talkTitle", session.talkTitle());
        map.put("people", session.people());
        map.put("room", session.room());
        map.put("mentorship", session.mentorship());
        return map;
    }

    private static @Nullable String clock(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
