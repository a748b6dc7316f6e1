package coffeebreak.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Vectors on their way out of one index and into the next, each under the digest of its text and
/// the model's name: a changed text or another model simply finds nothing.
final class Vectors {
    private static final int DIGEST_BYTES = 16;
    private static final int HEADER_BYTES = 3 * Integer.BYTES;
    private static final int FORMAT = 0x43425631; // "CBV1"

    private Vectors() {}

    static String digest(String model, String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(model.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static byte[] write(Map<String, float[]> vectors) {
        int length = vectors.values().stream()
                .mapToInt(vector -> vector.length)
                .max()
                .orElse(0);
        var buffer = ByteBuffer.allocate(HEADER_BYTES + vectors.size() * (DIGEST_BYTES + length * Float.BYTES));
        buffer.putInt(FORMAT).putInt(vectors.size()).putInt(length);
        vectors.forEach((digest, vector) -> {
            buffer.put(HexFormat.of().parseHex(digest));
            for (float value : vector) {
                buffer.putFloat(value);
            }
        });
        return buffer.array();
    }

    /// What [#write] wrote; nothing from bytes of another format, since vectors can always be made anew.
    static Map<String, float[]> read(byte[] bytes) {
        var vectors = new HashMap<String, float[]>();
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_BYTES || buffer.getInt() != FORMAT) {
            return vectors;
        }
        int count = buffer.getInt();
        int length = buffer.getInt();
        if (count < 0 || length < 0 || buffer.remaining() != count * (DIGEST_BYTES + (long) length * Float.BYTES)) {
            return vectors;
        }
        for (int i = 0; i < count; i++) {
            var digest = new byte[DIGEST_BYTES];
            buffer.get(digest);
            var vector = new float[length];
            buffer.asFloatBuffer().get(vector);
            buffer.position(buffer.position() + length * Float.BYTES);
            vectors.put(HexFormat.of().formatHex(digest), vector);
        }
        return vectors;
    }
}
