package coffeebreak.bot.notices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes ids of notices: the same parts give the same id, and nobody without the event's key can tell the parts from
/// it. So a decision that is planned twice owes its notices once.
public final class NoticeIds {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private final Supplier<byte[]> key;

    /// @param key the event's secret; asked for with every id, and may throw [coffeebreak.bot.chat.StoreUnavailable]
    public NoticeIds(Supplier<byte[]> key) {
        this.key = key;
    }

    /// @param parts what makes the notice this one and no other: kind, seat, version, recipient …
    /// @return 26 lower-case letters and digits
    public String of(String... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                // Its length before each part: "ab", "c" must not be "a", "bc".
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return base32(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static String base32(byte[] digest) {
        var id = new StringBuilder();
        for (int bit = 0; id.length() < 26; bit += 5) {
            int value = ((digest[bit / 8] & 0xff) << 8) | (digest[bit / 8 + 1] & 0xff);
            id.append(ALPHABET.charAt((value >> (11 - bit % 8)) & 31));
        }
        return id.toString();
    }
}
