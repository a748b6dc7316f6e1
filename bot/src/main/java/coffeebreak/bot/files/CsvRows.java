package coffeebreak.bot.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file (RFC 4180), one at a time and without an object for any of them: a cell is a stretch of
/// bytes.
///
/// Reads UTF-8 with or without a byte order mark, compressed by gzip or not, lines ended by LF, CRLF or CR. Blank lines
/// are passed over, and blanks around a cell without quotes do not belong to it.
final class CsvRows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private boolean ended;
    private boolean afterReturn;

    private int line;
    private int nextLine = 1;
    private int columns;
    private int[] from = new int[8];
    private int[] to = new int[8];
    private boolean[] quoted = new boolean[8];
    private @Nullable String malformed;

    private CsvRows(InputStream in) {
        this.in = in;
    }

    /// @throws IOException when it cannot be read; the message says why where nothing else can
    static CsvRows open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean compressed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            var rows = new CsvRows(compressed ? new GZIPInputStream(raw, BUFFER) : raw);
            rows.skipByteOrderMark();
            return rows;
        } catch (IOException | RuntimeException unreadable) {
            raw.close();
            throw unreadable;
        }
    }

    private void skipByteOrderMark() throws IOException {
        while (limit < 3 && fill()) {
            // Streams may give fewer bytes than asked for.
        }
        if (limit >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf) {
            next = 3;
        }
        if (limit >= 2 && (buffer[0] == (byte) 0xff || buffer[0] == (byte) 0xfe)) {
            throw new IOException("the file is not UTF-8 text but UTF-16; save it as CSV UTF-8");
        }
    }

    /// Reads more behind what is there; false at the end.
    private boolean fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            limit -= next;
            next = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
        return !ended;
    }

    /// Goes to the next row that is not blank; false behind the last.
    boolean next() throws IOException {
        while (true) {
            if (afterReturn && next == limit && !ended) {
                fill();
            }
            if (afterReturn && next < limit && buffer[next] == '\n') {
                next++;
            }
            afterReturn = false;
            line = nextLine;
            while (!scan()) {
                if (!fill()) {
                    if (next == limit) {
                        return false;
                    }
                }
            }
            if (columns > 1 || from[0] < to[0] || quoted[0]) {
                return true;
            }
        }
    }

    /// Looks for the end of the row and marks its cells; false when the buffer ends before.
    private boolean scan() {
        columns = 0;
        malformed = null;
        nextLine = line;
        for (int i = next; ; ) {
            while (i < limit && (buffer[i] == ' ' || buffer[i] == '\t')) {
                i++;
            }
            int start = i;
            boolean quotes = i < limit && buffer[i] == '"';
            if (quotes) {
                i = quoteEnd(i);
                if (i < 0) {
                    return false;
                }
            }
            int end = i;
            while (i < limit && buffer[i] != ',' && buffer[i] != '\n' && buffer[i] != '\r') {
                if (buffer[i] != ' ' && buffer[i] != '\t') {
                    end = i + 1;
                    if (quotes && malformed == null) {
                        malformed = "something stands behind a closing quote; write a quote within quotes twice.";
                    }
                }
                i++;
            }
            if (i == limit && (!ended || i == next)) {
                return false;
            }
            mark(start, end, quotes);
            if (i == limit || buffer[i] != ',') {
                afterReturn = i < limit && buffer[i] == '\r';
                nextLine++;
                unquote();
                next = Math.min(limit, i + 1);
                return true;
            }
            i++;
        }
    }

    /// Behind the quote that closes the one here; -1 when the buffer ends before.
    private int quoteEnd(int open) {
        for (int i = open + 1; i < limit; i++) {
            if (buffer[i] == '"') {
                if (i + 1 < limit && buffer[i + 1] == '"') {
                    i++;
                } else if (i + 1 < limit || ended) {
                    return i + 1;
                }
            } else if (buffer[i] == '\n') {
                nextLine++;
            }
        }
        if (ended) {
            malformed = "a quote is opened here and never closed.";
            return limit;
        }
        return -1;
    }

    private void mark(int start, int end, boolean quotes) {
        if (columns == from.length) {
            from = Arrays.copyOf(from, columns * 2);
            to = Arrays.copyOf(to, columns * 2);
            quoted = Arrays.copyOf(quoted, columns * 2);
        }
        from[columns] = start;
        to[columns] = end;
        quoted[columns] = quotes;
        columns++;
    }

    /// Takes the quotes off, in place: only when the whole row is there, since until then it may be scanned again.
    private void unquote() {
        for (int column = 0; column < columns && malformed == null; column++) {
            if (quoted[column]) {
                int last = to[column] - 1;
                int write = from[column] + 1;
                from[column] = write;
                for (int read = write; read < last; read++) {
                    buffer[write++] = buffer[read];
                    if (buffer[read] == '"') {
                        read++;
                    }
                }
                to[column] = write;
            }
        }
    }

    /// The row's first line, from 1.
    int line() {
        return line;
    }

    int columns() {
        return columns;
    }

    /// What is wrong with the row as such; null for nothing.
    @Nullable
    String malformed() {
        return malformed;
    }

    String cell(int column) {
        return new String(buffer, from[column], to[column] - from[column], StandardCharsets.UTF_8);
    }

    /// The number of the id in a cell; -1 for none.
    int id(int column, Ids ids) {
        return ids.of(buffer, from[column], to[column]);
    }

    /// The nearest double to the decimal number in a cell; NaN for anything else.
    double number(int column) {
        var digits = 0L;
        int point = -1;
        int start = from[column];
        int end = to[column];
        if (end - start > 16) {
            return slowly(column);
        }
        for (int i = start; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (buffer[i] == '.' && point < 0) {
                point = i;
            } else {
                return slowly(column);
            }
        }
        if (end - start <= (point < 0 ? 0 : 1)) {
            return Double.NaN;
        }
        // At most 15 digits and a power of ten up to 10^22 are exact, so that one division rounds once (Clinger 1990).
        return point < 0 ? (digits < 1L << 53 ? digits : slowly(column)) : digits / TENS[end - point - 1];
    }

    private double slowly(int column) {
        var text = cell(column);
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?") ? Double.parseDouble(text) : Double.NaN;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
