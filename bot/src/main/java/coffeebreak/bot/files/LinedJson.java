package coffeebreak.bot.files;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/// JSON a person can read and `diff` can compare: a line for each key of the document and for each item of a list
/// there, everything deeper on its item's line.
final class LinedJson implements PrettyPrinter {

    private static final int DEEPEST_LINES = 2;

    private int depth;

    private void separate(JsonGenerator json, String otherwise) {
        json.writeRaw(depth <= DEEPEST_LINES ? "\n" + "  ".repeat(depth) : otherwise);
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        separate(json, "");
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        separate(json, " ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        separate(json, "");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        separate(json, " ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    private void end(JsonGenerator json, int entries, char bracket) {
        if (entries > 0 && depth <= DEEPEST_LINES) {
            depth--;
            separate(json, "");
        } else {
            depth--;
        }
        json.writeRaw(bracket);
    }
}
