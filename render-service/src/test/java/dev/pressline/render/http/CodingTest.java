package dev.pressline.render.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

    private static final byte[] BODY = "<p>The same words again. ".repeat(100).getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | ZSTD",
                "gzip, deflate, br | GZIP",
                "GZIP;q=0.5, zstd;q=0.4 | GZIP",
                "gzip;q=1, zstd; q=1.0 | ZSTD",
                "br | IDENTITY",
                "identity | IDENTITY",
                "identity, gzip;q=0.5 | IDENTITY",
                "* | ZSTD",
                "zstd;q=0, * | GZIP",
                "gzip;q=0, zstd;q=0 | IDENTITY",
                "gzip;q=many | IDENTITY",
                "*;q=0 | IDENTITY",
            })
    void preferred_byTheHeader_isTheBestWeKnow(String header, Coding expected) {
        assertThat(Coding.preferred(header)).isEqualTo(expected);
    }

    @Test
    void preferred_withoutAHeader_isThePlainBody() {
        assertThat(Coding.preferred(null)).isEqualTo(Coding.IDENTITY);
    }

    @Test
    void encode_anyBody_isReadBackBySomebodyElse() throws IOException {
        assertThat(Zstd.decompress(Coding.ZSTD.encode(BODY), BODY.length)).isEqualTo(BODY);
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(Coding.GZIP.encode(BODY)))) {
            assertThat(gzip.readAllBytes()).isEqualTo(BODY);
        }
        assertThat(Coding.IDENTITY.encode(BODY)).isEqualTo(BODY);
    }

    @Test
    void entityTag_ofEachCoding_isAnother() {
        assertThat(Arrays.stream(Coding.values()).map(each -> each.entityTag("ab")))
                .containsExactly("\"ab-zstd\"", "\"ab-gzip\"", "\"ab\"");
    }

    @Test
    void encoded_twice_isEncodedOnce() {
        // Given
        EncodedBodies bodies = new EncodedBodies(1_000_000);

        // When
        byte[] first = bodies.encoded(Coding.GZIP, "ab", BODY);

        // Then
        assertThat(bodies.encoded(Coding.GZIP, "ab", BODY)).isSameAs(first);
        assertThat(bodies.encoded(Coding.ZSTD, "ab", BODY)).isNotEqualTo(first);
    }
}
