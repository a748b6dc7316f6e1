package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Part;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.files.ImportFiles;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.InMemoryImports;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.importing.MentorList;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.programme.InMemoryDayJournal;
import coffeebreak.bot.programme.LiveProgramme;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Where organizers hand files over, over a scene whose programme and mentors then follow what is imported.
public final class ImportCounter {

    public static final Person OLGA = new Person("U0OLGA");
    public static final Person PER = new Person("U0PER");

    public final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    public final InMemoryImports imports = new InMemoryImports();
    public final LiveProgramme live;
    public final LiveLists lists;
    public final ImportDesk desk;
    private final Map<String, HandedFiles.Answer> files = new HashMap<>();
    private final Scene scene;
    private final Commands commands;

    public ImportCounter(Scene scene) {
        this.scene = scene;
        var file = scene.programme;
        live = new LiveProgramme(
                file,
                new InMemoryDayJournal(),
                id -> imports.find(id)
                        .map(taken -> ((Content.OfProgramme) taken.content()).programme(file.institutions())));
        lists = new LiveLists(new MentorList(scene.mentors.all(), Set.of(), Map.of()), List.of(), imports);
        desk = new ImportDesk(
                live,
                lists,
                imports,
                new ImportFiles(),
                new HandedFiles() {
                    @Override
                    public Answer fetch(String id) {
                        return files.getOrDefault(id, new Answer.Missing());
                    }

                    @Override
                    public Optional<String> idIn(String link) {
                        return files.containsKey(link) ? Optional.of(link) : Optional.empty();
                    }
                },
                scene.mentoring,
                scene.profiles,
                programme -> programme.at(file.date(), file.zone()),
                new Random(1),
                scene.clock);
        commands = new Commands(() -> Set.of(OLGA, PER), List.of(desk), audit, scene.clock);
    }

    public void holds(String file, HandedFiles.Answer answer) {
        files.put(file, answer);
    }

    /// What somebody reads who hands a file over.
    public Reply hands(Person who, Sort sort, String name, String content) {
        holds(name, new HandedFiles.Answer.Content(name, content.getBytes(StandardCharsets.UTF_8)));
        return follow(commands.hear(who, new ChatIntent.OfferFile(sort.words(), name)));
    }

    public String hands(Sort sort, String name, String content) {
        return Aloud.read(hands(OLGA, sort, name, content));
    }

    public Reply hears(Person who, ChatIntent.OfOrganizer intent) {
        return follow(commands.hear(who, intent));
    }

    public String types(String words) {
        return Aloud.read(hears(OLGA, new ChatIntent.OrganizerCommand("import", words)));
    }

    /// Presses the button of that name below what was read.
    public Reply presses(Person who, String label, Reply below) {
        return hears(who, (ChatIntent.OfOrganizer) messages(below)
                .flatMap(message -> message.parts().stream())
                .flatMap(part -> part instanceof Part.Actions(var buttons) ? buttons.stream() : Stream.<Button>empty())
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .intent());
    }

    private Reply follow(Reply reply) {
        scene.programme = live.get();
        scene.mentors = lists.mentors();
        return reply;
    }

    static Stream<Message> messages(Reply reply) {
        return switch (reply) {
            case Reply.Say(var message) -> Stream.of(message);
            case Reply.Replace(var message) -> Stream.of(message);
            case Reply.Several(var several) -> several.stream().flatMap(ImportCounter::messages);
            default -> Stream.of();
        };
    }
}
