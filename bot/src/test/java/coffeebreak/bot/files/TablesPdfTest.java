package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.organizing.TableList;
import coffeebreak.bot.organizing.TableList.AtTable;
import coffeebreak.bot.organizing.TableList.Guest;
import coffeebreak.bot.organizing.TableList.Sitting;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TablesPdfTest {

    private static TableList list(int guests) {
        var tables = List.of(
                new AtTable("Jeremy Cohen", List.of("Łucja Żółć (Kraków)", "Ana"), 2),
                new AtTable("Julia Kempe", List.of(), 1),
                new AtTable("Peers 1", List.of(), 0));
        return new TableList(
                "Sci4DL",
                "Round 2, as of 10:05.",
                List.of(
                        new Sitting("Coffee Break 1, 10:30 to 11:00", "Place: the big hall.", tables),
                        new Sitting("Coffee Break 2, 15:00 to 15:30", "Place: the garden.", tables)),
                IntStream.range(0, guests)
                        .mapToObj(number -> new Guest("Guest " + number, List.of("10:30 Jeremy Cohen")))
                        .toList(),
                3);
    }

    private static String page(byte[] pdf, int number) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            text.setStartPage(number);
            text.setEndPage(number);
            return text.getText(document);
        }
    }

    @Test
    void eachBreakHasAPageAndThePeopleHaveTheirs() throws IOException {
        var pdf = new TablesPdf().pdf(list(2));

        assertThat(page(pdf, 1))
                .contains("Coffee Break 1, 10:30 to 11:00")
                .contains("Place: the big hall. Round 2, as of 10:05.")
                .contains("Łucja Żółć (Kraków)")
                .contains("and 2 more")
                .contains("1 person")
                .contains("nobody yet");
        assertThat(page(pdf, 2)).contains("Coffee Break 2").contains("the garden");
        assertThat(page(pdf, 3))
                .contains("Where you sit")
                .contains("Guest 1")
                .contains("10:30 Jeremy Cohen")
                .contains("3 people more did not agree to be listed");
    }

    @Test
    void whatDoesNotFitGoesOnAndNobodyIsLost() throws IOException {
        var pdf = new TablesPdf().pdf(list(300));

        try (var document = Loader.loadPDF(pdf)) {
            var all = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            assertThat(all).contains("Where you sit (goes on)");
            IntStream.range(0, 300).forEach(number -> assertThat(all).contains("Guest " + number + "\n"));
        }
    }
}
