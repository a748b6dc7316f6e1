package coffeebreak.bot.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words out of the fuzzer's bytes.
public final class Words {

    /// Stands between two pieces of one input.
    public static final String NEXT = "\u001E";

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Words() {}

    /// UTF-8 in which a `\\u` and four digits are any character, lone surrogates too, as in JSON.
    public static String of(byte[] input) {
        return ESCAPE.matcher(new String(input, StandardCharsets.UTF_8))
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /// At least one; what stands between the separators.
    public static List<String> pieces(byte[] input) {
        return Arrays.asList(of(input).split(NEXT, -1));
    }

    public static List<byte[]> seeds(String... words) {
        return Arrays.stream(words)
                .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// One input of several pieces.
    public static String joined(String... pieces) {
        return String.join(NEXT, pieces);
    }
}
