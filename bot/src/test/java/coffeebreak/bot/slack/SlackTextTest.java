package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    @Test
    void whatAPersonTypedIsNoMentionNoLinkAndNoOtherMarkup() {
        assertThat(SlackText.escaped("<!channel> <@U1> <https://evil.example|slack.com> &lt;", 3_000))
                .isEqualTo("&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|slack.com&gt; &amp;lt;");
    }

    @Test
    void onlyOurMentionOfAnIdIsAMention() {
        assertThat(SlackText.mrkdwn(Text.of("With ").mention(new Person("U0ANA")), 100))
                .isEqualTo("With <@U0ANA>");
        assertThat(SlackText.mrkdwn(Text.of("").mention(new Person("!channel")), 100))
                .isEqualTo("@!channel");
        assertThat(SlackText.mrkdwn(Text.of("").mention(new Person("U1> <!here")), 100))
                .isEqualTo("@U1&gt; &lt;!here");
    }

    @Test
    void marksTouchTheWordsTheyMark() {
        assertThat(SlackText.mrkdwn(Text.of("").bold(" two\nlines ").italic("a_b"), 100))
                .isEqualTo(" *two lines* _a‗b_");
        assertThat(SlackText.mrkdwn(Text.of("").bold("5 * 3"), 100)).isEqualTo("*5 ∗ 3*");
    }

    @Test
    void whatAPersonTypedIsNotFormattedByItBesideWhatIs() {
        assertThat(SlackText.mrkdwn(Text.of("*a* _b_ `c` ~d~ ").bold("x _y_"), 100))
                .isEqualTo("∗a∗ ‗b‗ ‵c‵ ∼d∼ *x ‗y‗*");
        assertThat(SlackText.mrkdwn(Text.of("snake_case, 2*3, 5 * 3 ").bold("!"), 100))
                .isEqualTo("snake_case, 2*3, 5 * 3 *!*");
    }

    @Test
    void nothingInvisibleTurnsOrHidesWords() {
        assertThat(SlackText.clean("\u202Egnp.exe\u2066x\u2069 ad\u200Dmin\u200B\uFEFF \u0007a\tb\u0000\u0085"))
                .isEqualTo("gnp.exex admin a b");
    }

    @Test
    void noOtherInvisibleLetterKeepsAJoinerAndNoneIsKeptItself() {
        assertThat(SlackText.clean("ad\u200B\u200D\u200Bmin ا\u200D\u200Dب")).isEqualTo("admin ا\u200Dب");
        assertThat(SlackText.clean("soft\u00AD\u2063hy\u034Fphen \u3164\uFFA0x\uDB40\uDC41 a\u2028b"))
                .isEqualTo("softhyphen x a b");
        assertThat(SlackText.clean("e\u200B\u0301")).isEqualTo("é");
        assertThat(SlackText.clean("\u0601١٢")).isEqualTo("\u0601١٢");
    }

    @Test
    void joinersStayWhereAScriptNeedsThem() {
        assertThat(SlackText.clean("👩‍🔬 می‌خواهم")).isEqualTo("👩‍🔬 می‌خواهم");
    }

    @ParameterizedTest
    @CsvSource({"5, abcd…", "6, abcdef", "3, ab…"})
    void cutsToTheLimitWithAnEllipsis(int limit, String expected) {
        assertThat(SlackText.plain("abcdef", limit)).isEqualTo(expected);
    }

    @Test
    void cutsBetweenWhatAReaderCallsLetters() {
        assertThat(SlackText.plain("ab👩‍🔬cdef", 5)).isEqualTo("ab…");
        assertThat(SlackText.escaped("a&&&&", 12)).isEqualTo("a&amp;&amp;…");
        assertThat(SlackText.mrkdwn(Text.of("").bold("abcdefgh").plain(" and more"), 8))
                .isEqualTo("*abcde*…");
    }

    @Test
    void noJoinerStaysAtTheEndOfWhatIsCut() {
        assertThat(SlackText.mrkdwn(Text.of("").bold("‗‗\u200C‗‗"), 6)).isEqualTo("*‗‗*…");
    }

    @Test
    void everyLimitHoldsForEveryLength() {
        var text = Text.of("<&>")
                .bold(" b&ld ")
                .mention(new Person("U0ANA"))
                .italic("i👩‍🔬")
                .plain("tail");
        for (var limit = 1; limit < 60; limit++) {
            assertThat(SlackText.mrkdwn(text, limit)).hasSizeLessThanOrEqualTo(limit);
        }
        assertThat(SlackText.mrkdwn(text, 60)).isEqualTo("&lt;&amp;&gt; *b&amp;ld* <@U0ANA>_i👩‍🔬_tail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "R&amp;D &lt;3 → R&D <3",
                "see <https://x.example/a|the page> please → see the page please",
                "see <https://x.example/a> → see https://x.example/a",
                "ask <@U02|ana> or <@U03> → ask @ana or @U03",
                "is a <b> & c </b> d → is a <b> & c </b> d",
                "in <#C02|general> → in #general",
            })
    void whatSlackHandsOverIsReadAsItWasTyped(String fromSlack, String typed) {
        assertThat(SlackText.read(fromSlack)).isEqualTo(typed);
    }
}
