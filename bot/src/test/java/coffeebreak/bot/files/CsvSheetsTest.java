package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetsTest {

    private static String csv(String... cells) {
        return new String(new CsvSheets().csv(List.of(List.of(cells))), StandardCharsets.UTF_8);
    }

    @Test
    void whatWouldBeAFormulaIsWords() {
        assertThat(csv("=1+1", "+49", "-x", "@SUM(A1)", "\t=1", " =1", "＝1", "a=b", "Łucja", ""))
                .isEqualTo("\uFEFF'=1+1,'+49,'-x,'@SUM(A1),'\t=1,' =1,'＝1,a=b,Łucja,\r\n");
    }

    @Test
    void whatIsNotSeenBeforeASignHidesNoFormula() {
        assertThat(csv("\u00A0=1", "\u3000＋1", "\u200B=1", "\uFEFF@x", "\u0000=1"))
                .isEqualTo("\uFEFF'\u00A0=1,'\u3000＋1,'\u200B=1,'\uFEFF@x,'\u0000=1\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksStayInTheirCell() {
        assertThat(csv("a \"b\", c", "d\ne")).isEqualTo("\uFEFF\"a \"\"b\"\", c\",\"d\ne\"\r\n");
    }
}
