package coffeebreak.bot.mentoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Tells whether something is still as it was, in 32 characters: the first half of the SHA-256 of its parts, in the
/// order they are added. Whatever has no order of its own is to be sorted before.
final class Fingerprint {

    private final StringJoiner read = new StringJoiner("\n");

    Fingerprint add(@Nullable Object part) {
        read.add(String.valueOf(part));
        return this;
    }

    Fingerprint addAll(Collection<?> parts) {
        parts.forEach(this::add);
        return add(parts.size());
    }

    String taken() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(read.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
