package coffeebreak.bot.files;

import java.util.EnumMap;
import java.util.Map;

/// One row of a table of sessions: what stands under which heading.
///
/// @param line  where it begins, from 1
/// @param words without what is empty
record SessionCells(int line, Map<Field, String> words) {

    /// What a column can hold.
    enum Field {
        DATE,
        START,
        END,
        DURATION,
        KIND,
        TITLE,
        SPEAKERS,
        AFFILIATION,
        ROOM,
        NOTES
    }

    SessionCells {
        var filled = new EnumMap<Field, String>(Field.class);
        words.forEach((field, cell) -> {
            if (!cell.isBlank()) {
                filled.put(field, cell.strip());
            }
        });
        words = filled;
    }

    /// Empty where there is nothing.
    String cell(Field field) {
        return words.getOrDefault(field, "");
    }

    boolean has(Field field) {
        return words.containsKey(field);
    }

    SessionCells with(Field field, String cell) {
        var changed = new EnumMap<Field, String>(Field.class);
        changed.putAll(words);
        changed.put(field, cell);
        return new SessionCells(line, changed);
    }

    /// The same with something more in a cell, on a line of its own.
    SessionCells plus(Field field, String more) {
        return more.isEmpty() ? this : with(field, has(field) ? cell(field) + "\n" + more : more);
    }
}
