package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer is there whole or not at all.
class AnswerTargetTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void anAnswerTakesThePlaceOfTheFile() throws IOException {
        var file = Files.writeString(folder.resolve("result.json"), "before");

        AnswerTarget.of(file, OutputStream.nullOutputStream()).write(text("after"));

        assertThat(file).hasContent("after");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatBreaksOnTheWayLeavesTheFileAsItWas() throws IOException {
        var file = Files.writeString(folder.resolve("result.json"), "before");
        var target = AnswerTarget.of(file, OutputStream.nullOutputStream());

        assertThatThrownBy(() -> target.write(out -> {
                    text("half").accept(out);
                    throw new UncheckedIOException(new IOException("no space left"));
                }))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no space left");

        assertThat(file).hasContent("before");
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void withoutAFileItGoesToTheStream() {
        var out = new ByteArrayOutputStream();

        AnswerTarget.of(null, out).write(text("answer"));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("answer");
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeAnythingIsSolved() {
        assertThatThrownBy(() ->
                        AnswerTarget.of(folder.resolve("none").resolve("result.json"), OutputStream.nullOutputStream()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("there is no such folder to write to; make it first.");
        assertThatThrownBy(() -> AnswerTarget.of(folder, OutputStream.nullOutputStream()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("this is a folder; name a file to write to.");
    }

    private static Consumer<OutputStream> text(String text) {
        return out -> {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        };
    }
}
