package coffeebreak.workspace.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlockKitTest {

    /// `§N` stands for N letters.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"section"}                                                        | missing required field: text [json-pointer:/blocks/0]
            {"type":"section","text":{"type":"mrkdwn","text":""}}                     | must be more than 0 characters [json-pointer:/blocks/0/text/text]
            {"type":"section","text":{"type":"mrkdwn","text":"§3001"}}                | must be less than 3001 characters [json-pointer:/blocks/0/text/text]
            {"type":"section","fields":[{"type":"mrkdwn","text":"§2001"}]}            | must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]
            {"type":"section","text":"plain"}                                         | must provide an object [json-pointer:/blocks/0/text]
            {"type":"section","text":{"type":"html","text":"x"}}                      | unsupported type: html [json-pointer:/blocks/0/text/type]
            {"type":"header","text":{"type":"plain_text","text":"§151"}}              | must be less than 151 characters [json-pointer:/blocks/0/text/text]
            {"type":"header","text":{"type":"mrkdwn","text":"x"}}                     | must be a valid enum value: plain_text [json-pointer:/blocks/0/text/type]
            {"type":"sections"}                                                       | unsupported type: sections [json-pointer:/blocks/0/type]
            {"text":"x"}                                                              | missing required field: type [json-pointer:/blocks/0]
            {"type":"divider","colour":"red"}                                         | invalid additional property: colour [json-pointer:/blocks/0]
            {"type":"divider","block_id":"§256"}                                      | must be less than 256 characters [json-pointer:/blocks/0/block_id]
            {"type":"context","elements":[]}                                          | no fewer than 1 items allowed [json-pointer:/blocks/0/elements]
            {"type":"image","image_url":"https://x.invalid/a.png"}                    | missing required field: alt_text [json-pointer:/blocks/0]
            {"type":"actions","elements":[{"type":"button"}]}                         | missing required field: text [json-pointer:/blocks/0/elements/0]
            {"type":"actions","elements":[{"type":"plain_text_input"}]}               | unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]
            {"type":"actions","elements":[{"type":"button","value":"§2001","text":{"type":"plain_text","text":"x"}}]} | must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]
            {"type":"actions","elements":[{"type":"button","style":"blue","text":{"type":"plain_text","text":"x"}}]} | must be a valid enum value: primary, danger [json-pointer:/blocks/0/elements/0/style]
            {"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"§76"},"value":"v"}]}]} | must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]
            {"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"x"},"value":"§151"}]}]} | must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]
            {"type":"actions","elements":[{"type":"static_select","initial_option":{"text":{"type":"plain_text","text":"y"},"value":"y"},"options":[{"text":{"type":"plain_text","text":"x"},"value":"x"}]}]} | must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]
            {"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}]} | `action_id` already exists for this block: a [json-pointer:/blocks/0/elements]
            {"type":"input","label":{"type":"plain_text","text":"x"}}                 | missing required field: element [json-pointer:/blocks/0]
            {"type":"markdown","text":"§12001"}                                       | must be less than 12001 characters [json-pointer:/blocks/0/text]
            """)
    void aMessagesBlockIsRefusedWithItsPlace(String block, String problem) {
        assertThat(problems("[" + spelled(block) + "]").stream().map(Problem::toString))
                .contains(problem);
    }

    @Test
    void whatSlackTakesIsTaken() {
        assertThat(problems("""
                [{"type":"header","text":{"type":"plain_text","text":"Your seat","emoji":true}},
                 {"type":"section","text":{"type":"mrkdwn","text":"*10:30*"},"fields":[{"type":"mrkdwn","text":"a"}],
                  "accessory":{"type":"button","action_id":"why","text":{"type":"plain_text","text":"Why"},"value":"v",
                   "confirm":{"title":{"type":"plain_text","text":"?"},"text":{"type":"mrkdwn","text":"?"},
                    "confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"}}}},
                 {"type":"divider"},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"c"},
                  {"type":"image","image_url":"https://x.invalid/a.png","alt_text":"a"}]},
                 {"type":"markdown","text":"**bold**"},
                 {"type":"actions","elements":[{"type":"button","style":"primary","text":{"type":"plain_text","text":"Go"}},
                  {"type":"datepicker","initial_date":"2026-04-26"},{"type":"users_select"},
                  {"type":"overflow","options":[{"text":{"type":"plain_text","text":"o"},"value":"o"}]}]}]""")).isEmpty();
    }

    @Test
    void aMessageHasAtMostFiftyBlocksWithDifferentIds() {
        assertThat(problems(dividers(50))).isEmpty();
        assertThat(problems(dividers(51))).containsExactly(new Problem("/blocks", "no more than 50 items allowed"));
        assertThat(problems("""
                [{"type":"divider","block_id":"d"},{"type":"divider","block_id":"d"}]""")).containsExactly(new Problem("/blocks/1/block_id", "`block_id` already exists: d"));
    }

    @Test
    void aModalWithInputsNeedsASubmitAndShortTitles() {
        var input = """
                {"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}""";
        assertThat(view("""
                {"type":"modal","title":{"type":"plain_text","text":"%s"},"blocks":[%s]}""".formatted("t".repeat(25), input)))
                .containsExactly(
                        new Problem("/view/title/text", "must be less than 25 characters"),
                        new Problem("/view", "missing required field: submit"));
        assertThat(view("""
                {"type":"home","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"markdown","text":"x"}]}"""))
                .containsExactly(
                        new Problem("/view", "invalid additional property: title"),
                        new Problem("/view/blocks/0/type", "unsupported type: markdown"));
    }

    @Test
    void idsLeftOutAreFilledIn() {
        var filled = BlockKit.withIds(tree("""
                [{"type":"divider"},
                 {"type":"actions","block_id":"b","elements":[{"type":"button","text":{"type":"plain_text","text":"x"}}]}]"""), () -> "new");
        assertThat(filled.at("/0/block_id").asString()).isEqualTo("new");
        assertThat(filled.at("/1/block_id").asString()).isEqualTo("b");
        assertThat(filled.at("/1/elements/0/action_id").asString()).isEqualTo("new");
    }

    private static String spelled(String block) {
        return java.util.regex.Pattern.compile("§(\\d+)")
                .matcher(block)
                .replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }

    private static String dividers(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "{\"type\":\"divider\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Problem> problems(String blocks) {
        return BlockKit.message(tree(blocks));
    }

    private static List<Problem> view(String view) {
        return BlockKit.view(tree(view));
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
