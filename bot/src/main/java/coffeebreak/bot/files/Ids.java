package coffeebreak.bot.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Ids numbered from 0, found by their bytes as they stand in a file: a file of millions of rows names the same few
/// again and again, and a string for each would be garbage. A hash table with open addressing.
final class Ids {

    private final List<String> ids;
    private final byte[] bytes;
    /// Id n is from `starts[n]` to before `starts[n + 1]`.
    private final int[] starts;
    /// Numbers, -1 where nobody is; a power of two of them, at most half taken.
    private final int[] slots;

    /// @param ids each once
    Ids(List<String> ids) {
        this.ids = List.copyOf(ids);
        starts = new int[ids.size() + 1];
        slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, ids.size())) * 4)];
        Arrays.fill(slots, -1);
        var encoded =
                ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList();
        bytes = new byte[encoded.stream().mapToInt(id -> id.length).sum()];
        for (int n = 0; n < encoded.size(); n++) {
            var id = encoded.get(n);
            starts[n + 1] = starts[n] + id.length;
            System.arraycopy(id, 0, bytes, starts[n], id.length);
            int slot = hash(id, 0, id.length) & (slots.length - 1);
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = n;
        }
    }

    String id(int number) {
        return ids.get(number);
    }

    int size() {
        return ids.size();
    }

    /// The number of the id that these bytes spell in UTF-8; -1 for none.
    int of(byte[] text, int from, int to) {
        for (int slot = hash(text, from, to) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
            int n = slots[slot];
            if (n < 0 || Arrays.equals(bytes, starts[n], starts[n + 1], text, from, to)) {
                return n;
            }
        }
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        // Ids that count up differ in their last characters only: spread those over all bits.
        hash *= 0x9e3779b9;
        return hash ^ (hash >>> 15);
    }
}
