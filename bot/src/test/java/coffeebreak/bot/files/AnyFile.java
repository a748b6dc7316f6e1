package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.programme.Programme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A file that somebody hands over: the first byte chooses its name, the rest is what is in it.
abstract class AnyFile implements Target {

    private static final int LONGEST = 8_192;

    private static final List<String> NAMES = List.of(
            "day.yaml", "day.csv", "day.md", "day.html", "day.txt", "day.ics", "day.xml", "day.json", "day", "day.tsv");
    private static final Path OURS = Path.of("src/test/resources/coffeebreak/bot/files/coast");

    private final Sort sort;
    private final Programme inForce = YamlProgramme.builtIn();

    AnyFile(Sort sort) {
        this.sort = sort;
    }

    @Override
    public final List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        switch (sort) {
            case PROGRAMME -> {
                seeds.add(
                        named("day.txt", "9:00 Welcome\n9:30-10:15 Ana Souza (Coast): On tides\n10:30 Coffee break\n"));
                seeds.add(named(
                        "day.csv", "start,end,title,speakers\n9:00,9:30,Tides,Ana Souza\n10:30,11:00,Coffee break,\n"));
                seeds.add(named("day.md", "| time | title |\n|---|---|\n| 9:00 | Tides |\n| 10:30 | Coffee break |\n"));
                try (Stream<Path> files = Files.list(OURS)) {
                    for (var file : files.sorted().toList()) {
                        var bytes = Files.readAllBytes(file);
                        var name = String.valueOf(file.getFileName());
                        seeds.add(named(
                                "day" + name.substring(name.lastIndexOf('.')),
                                Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST - 1))));
                    }
                } catch (IOException missing) {
                    throw new UncheckedIOException(missing);
                }
            }
            case MENTORS -> {
                seeds.add(
                        named(
                                "day.csv",
                                "name,mentor,seats,breaks,topics,email\nAna Souza,yes,4,both,tides; optics,ana@coast.example\nBo Li,no,,,,\n"));
                seeds.add(
                        named(
                                "day.yaml",
                                "mentors:\n  - id: U0ANA\n    name: Ana Souza\n    seats: 4\n    topics: [tides]\n    breaks: all\n"));
                seeds.add(named("day.tsv", "First name\tLast name\tRole\nAna\tSouza\tmentor\n"));
            }
            case PAPERS -> {
                seeds.add(
                        named("day.csv", "title,authors,abstract\nOn tides,\"Ana Souza; Bo Li\",We look at tides.\n"));
                seeds.add(named(
                        "day.json",
                        "{\"notes\":[{\"id\":\"n1\",\"content\":{\"title\":{\"value\":\"On tides\"},\"authors\":{\"value\":[\"Ana Souza\"]},"
                                + "\"venue\":{\"value\":\"poster\"},\"abstract\":{\"value\":\"We look.\"}}}]}"));
                seeds.add(named("day.json", "[{\"title\":\"On tides\",\"authors\":\"Ana Souza\"}]"));
            }
        }
        return List.copyOf(seeds);
    }

    @Override
    public final int longest() {
        return LONGEST;
    }

    @Override
    public final void holds(byte[] input) {
        var name = input.length == 0 ? "day" : NAMES.get((input[0] & 0xff) % NAMES.size());
        var bytes = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        var result = new ImportFiles().read(sort, name, bytes, inForce);
        assertThat(result.remarks()).allSatisfy(remark -> {
            assertThat(remark.what()).isNotBlank().doesNotContain("Exception", "\n");
            assertThat(remark.line()).isNotNegative();
        });
        if (result.content().isEmpty()) {
            assertThat(result.remarks()).isNotEmpty();
        }
    }

    private static byte[] named(String name, String text) {
        return named(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] named(String name, byte[] bytes) {
        var all = new ByteArrayOutputStream();
        all.write(Math.max(0, NAMES.indexOf(name)) + (NAMES.size() * 5));
        all.writeBytes(bytes);
        return all.toByteArray();
    }
}
