package coffeebreak.bot.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Tells Slack's requests from everybody else's: HMAC-SHA256 over the bytes as they came, compared in constant
/// time, for a timestamp at most five minutes away on either side.
final class RequestSignature {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String VERSION = "v0";

    private final byte[] secret;
    private final InstantSource wallClock;

    RequestSignature(String secret, InstantSource wallClock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("without a signing secret every request would count as Slack's");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.wallClock = wallClock;
    }

    /// @param timestamp the header `X-Slack-Request-Timestamp`, seconds since 1970
    /// @param signature the header `X-Slack-Signature`
    boolean isSlacks(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !isNear(timestamp)) {
            return false;
        }
        return MessageDigest.isEqual(
                sign(timestamp, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    String sign(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private boolean isNear(String timestamp) {
        if (!timestamp.chars().allMatch(digit -> digit >= '0' && digit <= '9') || timestamp.length() > 12) {
            return false;
        }
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, wallClock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException empty) {
            return false;
        }
    }
}
