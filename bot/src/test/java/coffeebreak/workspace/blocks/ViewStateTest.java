package coffeebreak.workspace.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ViewStateTest {
    private static final String OPTIONS = """
            ,"options":[{"text":{"type":"plain_text","text":"A"},"value":"a"},
                        {"text":{"type":"plain_text","text":"B"},"value":"b"}]""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plain_text_input     | "x"          | {"type":"plain_text_input","value":"x"}
            plain_text_input     | null         | {"type":"plain_text_input","value":null}
            plain_text_input     | ""           | {"type":"plain_text_input","value":null}
            number_input         | "3"          | {"type":"number_input","value":"3"}
            email_text_input     | "a@b.c"      | {"type":"email_text_input","value":"a@b.c"}
            static_select        | "a"          | {"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"A"},"value":"a"}}
            static_select        | null         | {"type":"static_select","selected_option":null}
            radio_buttons        | "b"          | {"type":"radio_buttons","selected_option":{"text":{"type":"plain_text","text":"B"},"value":"b"}}
            multi_static_select  | ["b"]        | {"type":"multi_static_select","selected_options":[{"text":{"type":"plain_text","text":"B"},"value":"b"}]}
            checkboxes           | []           | {"type":"checkboxes","selected_options":[]}
            datepicker           | "2026-04-26" | {"type":"datepicker","selected_date":"2026-04-26"}
            timepicker           | "10:30"      | {"type":"timepicker","selected_time":"10:30"}
            datetimepicker       | 1777200000   | {"type":"datetimepicker","selected_date_time":1777200000}
            users_select         | "U1"         | {"type":"users_select","selected_user":"U1"}
            multi_users_select   | ["U1","U2"]  | {"type":"multi_users_select","selected_users":["U1","U2"]}
            conversations_select | null         | {"type":"conversations_select","selected_conversation":null}
            """)
    void aValueTakesSlacksShape(String type, String raw, String state) {
        var element = tree("{\"type\":\"%s\",\"action_id\":\"a\"%s}".formatted(type, OPTIONS));
        assertThat(ViewState.stateOf(element, tree(raw)))
                .hasToString(tree(state).toString());
    }

    @Test
    void initialValuesStandUntilSomethingElseIsTyped() {
        var blocks = tree("""
                [{"type":"input","block_id":"b","element":{"type":"plain_text_input","action_id":"a","initial_value":"first"}},
                 {"type":"actions","block_id":"c","elements":[{"type":"button","action_id":"go"},
                   {"type":"checkboxes","action_id":"d","initial_options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]%s}]}]""".formatted(OPTIONS));
        var before = ViewState.values(blocks, tree("{}"));
        assertThat(before.at("/b/a/value").asString()).isEqualTo("first");
        assertThat(before.at("/c/d/selected_options/0/value").asString()).isEqualTo("a");
        assertThat(before.path("c").has("go")).isFalse();
        var after = ViewState.values(blocks, tree("{\"b\":{\"a\":\"second\"},\"c\":{\"d\":[]}}"));
        assertThat(after.at("/b/a/value").asString()).isEqualTo("second");
        assertThat(after.at("/c/d/selected_options")).isEmpty();
    }

    @Test
    void anOptionThatIsNotOfferedCannotBeChosen() {
        var element = tree("{\"type\":\"static_select\",\"action_id\":\"s\"%s}".formatted(OPTIONS));
        assertThatThrownBy(() -> ViewState.stateOf(element, tree("\"z\"")))
                .hasMessage("static_select s offers no option with the value \"z\"");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
