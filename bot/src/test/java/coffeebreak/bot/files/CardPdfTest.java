package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Text;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CardPdfTest {

    private static final Message CARD = Message.saying("Your table in Coffee Break 2: 2 people.")
            .heading("Your table in Coffee Break 2: 2 people")
            .paragraph(
                    Text.of("").bold("Coffee Break 2, 15:00 to 15:30").plain(". Place: the big hall. Hard stop 15:25."))
            .divider()
            .paragraph(Text.of("").bold("Łucja Żółć").plain(", first-year PhD student\nAsks: Why α before β?"))
            .divider()
            .paragraph(Text.of("").bold("Юлия Иванова").plain(", postdoc"))
            .small("I keep this message up to date.")
            .build();

    @Test
    void whatStandsOnACardStandsOnThePage() throws IOException {
        assertThat(read(List.of(CARD)))
                .contains("Your table in Coffee Break 2: 2 people")
                .contains("Coffee Break 2, 15:00 to 15:30. Place: the big hall. Hard stop 15:25.")
                .contains("Łucja Żółć, first-year PhD student")
                .contains("Asks: Why α before β?")
                .contains("Юлия Иванова, postdoc")
                .doesNotContain("stands for a letter");
    }

    @Test
    void eachCardBeginsAPageAndALongOneGoesOn() throws IOException {
        var guests = Message.saying("Many guests");
        for (var guest = 1; guest <= 40; guest++) {
            guests.paragraph("Guest " + guest + " asks " + "why ".repeat(40));
        }

        try (var document = Loader.loadPDF(new CardPdf().pdf(List.of(CARD, guests.build())))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(document)).contains("Guest 1 asks").contains("Guest 40 asks");
        }
    }

    @Test
    void lettersTheFontLacksAreBoxesAndThePageSaysSo() throws IOException {
        assertThat(read(List.of(Message.of("田中 👩‍🔬 and Ana"))))
                .contains("\u25A1\u25A1 \u25A1")
                .contains("and Ana")
                .contains("stands for a letter this font lacks");
    }

    @Test
    void wordsLongerThanALineAreBroken() throws IOException {
        assertThat(read(List.of(Message.of("x".repeat(3_000)))).replaceAll("\\s", ""))
                .isEqualTo("x".repeat(3_000));
    }

    private static String read(List<Message> cards) throws IOException {
        try (var document = Loader.loadPDF(new CardPdf().pdf(cards))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
