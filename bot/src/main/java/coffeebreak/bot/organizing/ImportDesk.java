package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.ImportReader;
import coffeebreak.bot.importing.Imports;
import coffeebreak.bot.importing.Imports.Import;
import coffeebreak.bot.importing.Imports.Offer;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profiles;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Imports: a file is read, what it would change is shown, and it is in force when an organizer says so, for
/// everybody at once. Until then, and for a file that cannot be used, nothing changes.
public final class ImportDesk implements Desk {

    private static final int SHOWN_HISTORY = 10;
    private static final Person NOBODY = new Person("nobody");

    private final LiveProgramme programme;
    private final LiveLists lists;
    private final Imports imports;
    private final ImportReader reader;
    private final HandedFiles files;
    private final Comparing comparing;
    private final RandomGenerator ids;
    private final InstantSource clock;

    /// @param settled gives a programme the date and the zone that settings say
    /// @param ids     draws what offers are called, which nobody shall guess
    public ImportDesk(
            LiveProgramme programme,
            LiveLists lists,
            Imports imports,
            ImportReader reader,
            HandedFiles files,
            Mentoring mentoring,
            Profiles profiles,
            UnaryOperator<Programme> settled,
            RandomGenerator ids,
            InstantSource clock) {
        this.programme = programme;
        this.lists = lists;
        this.imports = imports;
        this.reader = reader;
        this.files = files;
        this.comparing = new Comparing(programme, lists, mentoring, profiles, settled);
        this.ids = ids;
        this.clock = clock;
    }

    /// How imports are refused.
    public enum Refused implements Refusal {
        NOT_AN_IMPORT(
                "I don't understand \"%s\" as an import. Say \"programme\", \"mentors\" or \"papers\", and a link to a "
                        + "file in this Slack behind it; or attach the file to a message to me."),
        NO_SUCH_FILE(
                "I don't see that file: it is deleted, not kept in this Slack, or in a place I am not in. Attach it to "
                        + "a message to me."),
        FILE_TOO_LARGE("\"%s\" is larger than " + HandedFiles.MOST_BYTES / 1_000_000
                + " MB, so I did not fetch it. Leave out " + "what is not needed, or split it."),
        MAY_NOT_READ("Slack does not let me read files: %s."),
        SLACK_SILENT("Slack did not hand the file out (%s). Nothing was changed; please try again in a minute."),
        UNUSABLE("\"%s\" cannot be used as it is, so nothing was changed. Correct this and hand it over again:"),
        IMPOSSIBLE(
                "That programme cannot be with what was changed by hand: %s. Take the delay back first (\"/coffee-admin "
                        + "delay off\"), and import again."),
        PEOPLE_SIT_THERE(
                "That would take away %s. People would be left without a place, so nothing was changed. Keep the "
                        + "break in the file, at another time if need be, or move those people first."),
        OFFER_GONE("What was read from that file is not kept any more, so nothing was changed. Hand it over again."),
        TAKEN_ALREADY("\"%s\" was taken over already, at %s."),
        NOTHING_BEFORE("The %s in force are those the bot was started with; there is nothing before them.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(
                        "import",
                        "reads a programme, mentors or papers from a file, and shows what would change before it does",
                        this::typed)
                .with(
                        "programme|mentors|papers [LINK] | history | back programme|mentors|papers",
                        "import programme",
                        "import mentors https://example.slack.com/files/U0123/F0123456789/mentors.csv",
                        "import history",
                        "import back programme")
                .refusing(Refused.values()));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return switch (intent) {
            case ChatIntent.AboutImport act -> Optional.of(act(who, act));
            case ChatIntent.OrganizerForm(var form, var answers)
            when form.startsWith(ImportWording.FORM) ->
                Optional.of(new Act(
                        "import a pasted table",
                        () -> sort(form.substring(ImportWording.FORM.length()))
                                .map(sort -> pasted(
                                        who,
                                        sort,
                                        answers.getOrDefault(ImportWording.FIELD, List.of()).stream()
                                                .collect(Collectors.joining("\n"))))
                                .orElseGet(() -> Done.refused(Refused.NOT_AN_IMPORT, form))));
            default -> Optional.empty();
        };
    }

    private Act act(Person who, ChatIntent.AboutImport act) {
        return switch (act) {
            case ChatIntent.OfferFile(var what, var file) ->
                new Act(
                        "import " + (what.isEmpty() ? "a file" : what),
                        () -> sort(what)
                                .map(sort -> fetched(who, sort, file))
                                .orElseGet(() ->
                                        new Done(Reply.say(ImportWording.whatIsIt(file, "")), "asked what it is")));
            case ChatIntent.PasteTable(var what) ->
                new Act(
                        "import a pasted table",
                        () -> sort(what)
                                .map(sort -> new Done(new Reply.Show(ImportWording.form(sort)), "shown"))
                                .orElseGet(() -> Done.refused(Refused.NOT_AN_IMPORT, what)));
            case ChatIntent.AnswerOffer(var offer, var taken) ->
                new Act(taken ? "take an import over" : "leave an import", () -> answered(who, offer, taken));
            case ChatIntent.ImportBack(var what, var basis) ->
                new Act(
                        "import back " + what,
                        () -> sort(what)
                                .map(sort -> back(sort, basis))
                                .orElseGet(() -> Done.refused(Refused.NOT_AN_IMPORT, what)));
        };
    }

    private static Optional<Sort> sort(String word) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "roster", "people" -> Optional.of(Sort.MENTORS);
            case "program", "schedule" -> Optional.of(Sort.PROGRAMME);
            default ->
                Arrays.stream(Sort.values())
                        .filter(sort -> sort.words().equals(plain))
                        .findFirst();
        };
    }

    private Done typed(Person who, String words) {
        var parts = words.strip().split("\\s+", 2);
        var rest = parts.length < 2 ? "" : parts[1];
        if (words.isBlank()) {
            return new Done(Reply.say(ImportWording.overview(inForce())), "shown");
        }
        var link = files.idIn(words);
        if (link.isPresent()) {
            return new Done(Reply.say(ImportWording.whatIsIt(link.get(), "")), "asked what it is");
        }
        var first = parts[0].toLowerCase(Locale.ROOT);
        if (first.equals("history") && rest.isEmpty()) {
            return new Done(Reply.say(ImportWording.history(history())), "shown");
        }
        if (first.equals("back")) {
            return sort(rest).map(this::showBack).orElseGet(() -> Done.refused(Refused.NOT_AN_IMPORT, words));
        }
        var sort = sort(first);
        if (sort.isPresent() && rest.isEmpty()) {
            return new Done(Reply.say(ImportWording.how(sort.get())), "shown");
        }
        return sort.flatMap(what -> files.idIn(rest).map(file -> fetched(who, what, file)))
                .orElseGet(() -> Done.refused(Refused.NOT_AN_IMPORT, Comparing.clipped(words)));
    }

    // A file comes in.

    private Done fetched(Person who, Sort sort, String file) {
        return switch (files.fetch(file)) {
            case HandedFiles.Answer.Content(var name, var bytes) -> read(who, sort, name, bytes);
            case HandedFiles.Answer.Missing _ -> Done.refused(Refused.NO_SUCH_FILE);
            case HandedFiles.Answer.TooLarge(var name) -> Done.refused(Refused.FILE_TOO_LARGE, Comparing.clipped(name));
            case HandedFiles.Answer.NotAllowed(var reason) -> Done.refused(Refused.MAY_NOT_READ, reason);
            case HandedFiles.Answer.Unreached(var reason) -> Done.refused(Refused.SLACK_SILENT, reason);
        };
    }

    private Done pasted(Person who, Sort sort, String table) {
        var words = table.strip();
        var ending = words.startsWith("<") ? "html" : words.startsWith("|") ? "md" : "csv";
        return read(who, sort, "pasted table." + ending, words.getBytes(StandardCharsets.UTF_8));
    }

    private Done read(Person who, Sort sort, String name, byte[] bytes) {
        var result = reader.read(sort, name, bytes, programme.plan());
        if (result.content().isEmpty()) {
            var wrong = result.remarks().stream()
                    .filter(remark -> remark.kind() == Kind.WRONG)
                    .count();
            return new Done(
                    ImportWording.unusable(Refused.UNUSABLE.with(Comparing.clipped(name)), name, result.remarks()),
                    AuditTrail.Entry.REFUSED + "unusable, " + Comparing.count(wrong, "thing") + " wrong");
        }
        var content = result.content().get();
        var offer = new Offer(
                drawn(),
                name,
                who,
                clock.instant(),
                basis(sort),
                result.whole(),
                content,
                result.remarks().stream()
                        .filter(remark -> result.whole() || !isAboutTheName(remark, content))
                        .toList());
        return show(offer, "");
    }

    /// What a table or a calendar calls the event does not count.
    private static boolean isAboutTheName(Remark remark, Content content) {
        return content instanceof Content.OfProgramme programme
                && remark.line() == 0
                && remark.what().contains("called \"" + programme.name() + "\"");
    }

    private long basis(Sort sort) {
        return sort == Sort.PROGRAMME
                ? programme.changes().revision()
                : lists.reference(sort).version();
    }

    private Done show(Offer offer, String note) {
        try {
            var comparison = comparing.withInForce(offer.content(), offer.whole());
            if (!comparison.lost().isEmpty()) {
                return peopleSitThere(comparison);
            }
            if (!comparison.differences().isEmpty()) {
                imports.offer(offer);
            }
            return new Done(
                    ImportWording.offered(offer, comparison, note),
                    comparison.differences().isEmpty()
                            ? "nothing differs"
                            : "shown, "
                                    + Comparing.count(comparison.differences().size(), "difference"));
        } catch (IllegalArgumentException impossible) {
            return Done.refused(Refused.IMPOSSIBLE, String.valueOf(impossible.getMessage()));
        }
    }

    private static Done peopleSitThere(Comparison comparison) {
        return Done.refused(
                Refused.PEOPLE_SIT_THERE,
                Text.enumerated(comparison.lost().stream()
                        .map(lost -> lost.coffeeBreak() + ", in which "
                                + Comparing.count(lost.people(), "person sits", "people sit"))
                        .toList()));
    }

    // Somebody says so.

    private Done answered(Person who, String id, boolean taken) {
        programme.refresh();
        lists.refresh();
        var known = imports.offered(id);
        if (known.isEmpty()) {
            return imports.find(id)
                    .map(before -> Done.refused(
                            Refused.TAKEN_ALREADY,
                            Comparing.clipped(before.file()),
                            programme.get().timeAtVenue(before.at())))
                    .orElseGet(() -> Done.refused(Refused.OFFER_GONE));
        }
        var offer = known.get();
        if (!taken) {
            imports.drop(id);
            return new Done(new Reply.Replace(ImportWording.left(offer.file())), "left");
        }
        var sort = offer.content().sort();
        if (offer.basis() != basis(sort)) {
            return again(offer);
        }
        return takeOver(who, offer);
    }

    /// Something has changed since it was shown.
    private Done again(Offer offer) {
        var sort = offer.content().sort();
        programme.refresh();
        lists.refresh();
        return show(
                offer.on(basis(sort)),
                "The " + sort.words() + (sort == Sort.PROGRAMME ? " has" : " have")
                        + " changed since I showed you this, so nothing was taken over yet. This is what would change now.");
    }

    private Done takeOver(Person who, Offer offer) {
        try {
            var comparison = comparing.withInForce(offer.content(), offer.whole());
            if (!comparison.lost().isEmpty()) {
                return peopleSitThere(comparison);
            }
            var sort = offer.content().sort();
            var taken = new Import(
                    offer.id(),
                    offer.file(),
                    who,
                    clock.instant(),
                    comparison.counts(),
                    current(sort),
                    comparison.result());
            if (!put(sort, offer.basis(), taken)) {
                return again(offer);
            }
            imports.drop(offer.id());
            return new Done(
                    new Reply.Replace(ImportWording.taken(taken, comparison.touched())),
                    "taken over: " + taken.counts() + version(sort));
        } catch (IllegalArgumentException impossible) {
            return Done.refused(Refused.IMPOSSIBLE, String.valueOf(impossible.getMessage()));
        }
    }

    private @Nullable String current(Sort sort) {
        return sort == Sort.PROGRAMME
                ? programme.changes().imported()
                : lists.reference(sort).id();
    }

    /// @param next null for what the bot was started with
    private boolean put(Sort sort, long basis, @Nullable Import next) {
        if (sort != Sort.PROGRAMME) {
            return lists.replace(sort, basis, next);
        }
        if (next != null) {
            imports.keep(next);
        }
        return programme.change(basis, changes -> changes.on(next == null ? null : next.id()));
    }

    private String version(Sort sort) {
        return sort == Sort.PROGRAMME ? ", revision " + programme.changes().revision() : "";
    }

    // And back.

    private List<Text> inForce() {
        return Arrays.stream(Sort.values())
                .map(sort -> find(current(sort))
                        .map(taken -> ImportWording.entry(sort, taken, programme.get()))
                        .orElseGet(() -> Text.of("")
                                .bold(ImportWording.named(sort) + ": ")
                                .plain("as the bot was started")))
                .toList();
    }

    private Optional<Import> find(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(imports::find);
    }

    private List<Text> history() {
        var lines = new ArrayList<Text>();
        for (var sort : Sort.values()) {
            var entry = find(current(sort));
            for (var shown = 0; entry.isPresent() && shown < SHOWN_HISTORY; shown++) {
                lines.add(ImportWording.entry(sort, entry.get(), programme.get()));
                entry = find(entry.get().before());
            }
            if (entry.isEmpty()) {
                lines.add(Text.of("")
                        .bold(ImportWording.named(sort) + ": ")
                        .plain(lines.isEmpty() ? "as the bot was started" : "what the bot was started with"));
            }
        }
        return lines;
    }

    private Done showBack(Sort sort) {
        programme.refresh();
        lists.refresh();
        var latest = find(current(sort));
        if (latest.isEmpty()) {
            return Done.refused(Refused.NOTHING_BEFORE, sort.words());
        }
        var comparison = backwards(sort, latest.get().before());
        return comparison.lost().isEmpty()
                ? new Done(
                        new Reply.Replace(
                                ImportWording.back(sort, called(latest.get().before()), comparison, basis(sort))),
                        "shown")
                : peopleSitThere(comparison);
    }

    private String called(@Nullable String id) {
        return find(id).map(before -> Comparing.clipped(before.file())).orElse("what the bot was started with");
    }

    private Comparison backwards(Sort sort, @Nullable String id) {
        return switch (sort) {
            case PROGRAMME -> comparing.back(programme.plan(id));
            case MENTORS, PAPERS -> comparing.withInForce(content(sort, id), true);
        };
    }

    private Content content(Sort sort, @Nullable String id) {
        return find(id).map(Import::content).orElseGet(() -> lists.ofFile(sort));
    }

    /// What was in force, as it can be again: mentors people sit with stay.
    private @Nullable Import earlier(@Nullable String id, Comparison comparison) {
        var sort = comparison.result().sort();
        var before = find(id);
        if (sort == Sort.PROGRAMME || comparison.result().equals(content(sort, id))) {
            return before.orElse(null);
        }
        return new Import(
                drawn(),
                before.map(Import::file).orElse("the list I was started with"),
                before.map(Import::by).orElse(NOBODY),
                before.map(Import::at).orElse(clock.instant()),
                comparison.counts(),
                before.map(Import::before).orElse(null),
                comparison.result());
    }

    private String drawn() {
        return "%016x".formatted(ids.nextLong());
    }

    private Done back(Sort sort, long basis) {
        programme.refresh();
        lists.refresh();
        if (basis != basis(sort)) {
            return showBack(sort);
        }
        var latest = find(current(sort));
        if (latest.isEmpty()) {
            return Done.refused(Refused.NOTHING_BEFORE, sort.words());
        }
        var id = latest.get().before();
        var comparison = backwards(sort, id);
        if (!comparison.lost().isEmpty()) {
            return peopleSitThere(comparison);
        }
        if (!put(sort, basis, earlier(id, comparison))) {
            return showBack(sort);
        }
        return new Done(
                new Reply.Replace(ImportWording.isBack(called(id), comparison.touched())),
                "back to " + Objects.requireNonNullElse(id, "the start") + version(sort));
    }
}
