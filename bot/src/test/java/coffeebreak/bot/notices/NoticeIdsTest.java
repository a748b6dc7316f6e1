package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeIdsTest {

    private final NoticeIds ids = new NoticeIds(() -> new byte[] {1, 2, 3});

    @Test
    void theSamePartsGiveTheSameIdAndOthersAnother() {
        assertThat(ids.of("seat", "s1", "1")).isEqualTo(ids.of("seat", "s1", "1"));
        assertThat(ids.of("seat", "s1", "1")).isNotEqualTo(ids.of("seat", "s1", "2"));
        assertThat(ids.of("ab", "c")).isNotEqualTo(ids.of("a", "bc"));
        assertThat(ids.of("seat", "s1", "1")).isNotEqualTo(new NoticeIds(() -> new byte[] {9}).of("seat", "s1", "1"));
    }

    /// The expected text was computed with another implementation of HMAC and base32 (Python's).
    @Test
    void anIdIsTheKeyedDigestOfItsPartsInBase32() {
        assertThat(ids.of("seat", "s1", "1")).isEqualTo("a7c7ioc33qlfysdzycyu3iyxqa");
    }
}
