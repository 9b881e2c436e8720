package dev.pressline.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Canonical URLs by our own table, and by the cases that browsers agree upon. */
class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    https://a.example/blog,  /x,                  https://a.example/blog/x
                    https://a.example/blog/, x,                   https://a.example/blog/x
                    https://a.example,       -,                   https://a.example
                    https://a.example,       '',                  https://a.example
                    https://a.example,       /?p=12,              https://a.example/?p=12
                    https://a.example,       /b/,                 https://a.example/b/
                    https://a.example,       https://a.example/x, https://a.example/x
                    https://a.example,       https://b.example/x, -
                    http://127.0.0.1:8080,   /x,                  http://127.0.0.1:8080/x
                    http://localhost:8080,   /x,                  http://localhost:8080/x
                    https://münchen.example, /x,                  https://münchen.example/x
                    https://a.example,       '/a b',              https://a.example/a%20b
                    at://did:plc:a/b.c.d/e,  /x,                  -
                    https://me@a.example,    /x,                  -
                    """)
    void url_ofBaseAndPath_isTheirSimpleJoin(String base, String path, String url) {
        assertThat(CanonicalUrl.of(base, Optional.ofNullable(path)))
                .isEqualTo(Optional.ofNullable(url));
    }

    /** Whether a label of Punycode can be read is for browsers: labels are taken as they come. */
    static Stream<String> impossible() {
        return cases().filter(each -> each.has("failure"))
                .map(each -> each.get("input").textValue())
                .filter(url -> !url.toLowerCase(Locale.ROOT).contains("xn--"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void url_thatNoBrowserOpens_isNone(String url) {
        assertThat(CanonicalUrl.of(url, Optional.empty())).isEmpty();
    }

    /**
     * Normal forms, but for a host of one dot, IPv6, user names, and what we escape although
     * browsers would not.
     */
    static Stream<String> normal() {
        return cases().filter(each -> each.has("href"))
                .map(each -> each.get("href").textValue())
                .filter(url -> url.startsWith("http"))
                .filter(url -> !url.contains("[") && !url.contains("@") && !url.contains("//./"))
                .filter(url -> url.chars().noneMatch(c -> "\"<>\\^`{|}".indexOf(c) >= 0))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("normal")
    void url_inItsNormalForm_comesBackByteForByte(String url) {
        // Given
        String origin = CanonicalUrl.origin(url);
        String below = url.substring(origin.length());

        // When / Then
        if (!below.startsWith("//")) {
            assertThat(CanonicalUrl.of(origin, Optional.of(below)))
                    .contains(below.equals("/") ? origin : url);
        }
    }

    private static Stream<JsonNode> cases() {
        try (InputStream json =
                CanonicalUrlTest.class.getResourceAsStream("/url/http-cases.json")) {
            return ContractJson.mapper().readTree(json).valueStream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
