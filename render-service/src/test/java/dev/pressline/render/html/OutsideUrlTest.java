package dev.pressline.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:x",
                "data:text/html,x",
                "//host/x",
                "/x",
                "x",
                "",
                "https://",
                "https:///x",
                "https://user@/x",
                "at://did:plc:x/y/z",
                "ftp://host/"
            })
    void text_thatIsNoWebOrMailUrl_isRefused(String text) {
        // When
        var url = OutsideUrl.of(text);

        // Then
        assertThat(url).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.a.example/x?y, a.example",
        "HTTP://A.example:8080#f, A.example:8080",
        "https://user:pw@a.example/@b, a.example",
        "mailto:ada@press.example?subject=x, ada@press.example"
    })
    void host_ofAUrl_isWhatAReaderRecognizes(String text, String host) {
        // When
        var url = OutsideUrl.of(text).orElseThrow();

        // Then
        assertThat(url.host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@a.example/@b?c@d, https://a.example/@b?c@d",
        "https://bank.example@evil@a.example, https://a.example",
        "https://a.example/x@y, https://a.example/x@y",
        "https://a.example\\@b.example, https://b.example",
        "mailto:ada@press.example, mailto:ada@press.example"
    })
    void url_withAUserBeforeItsHost_losesThat(String text, String expected) {
        // When
        var url = OutsideUrl.of(text).orElseThrow();

        // Then
        assertThat(url).hasToString(expected);
    }

    @Test
    void url_withALoneSurrogate_holdsTheReplacementPercentEncoded() {
        // When
        var url = OutsideUrl.of("https://a.example/\uD800").orElseThrow();

        // Then
        assertThat(url).hasToString("https://a.example/%EF%BF%BD");
    }

    @Test
    void url_withCharactersNoUrlMayHold_isPercentEncoded() {
        // When
        var url = OutsideUrl.of(" https://a.example/x y\"<z>\u0000 ").orElseThrow();

        // Then
        assertThat(url).hasToString("https://a.example/x%20y%22%3Cz%3E%00");
    }

    @Test
    void post_ofBluesky_isReadThere() {
        // Given
        AtUri uri = AtUri.parse("at://did:web:a.example%3A80/app.bsky.feed.post/3mf");

        // When
        var url = OutsideUrl.post(uri).orElseThrow();

        // Then
        assertThat(url).hasToString("https://bsky.app/profile/did:web:a.example%253A80/post/3mf");
        assertThat(OutsideUrl.profile(Did.parse("did:plc:x")))
                .hasToString("https://bsky.app/profile/did:plc:x");
    }

    @Test
    void record_thatIsNoPost_hasNoKnownPlace() {
        // When
        var url = OutsideUrl.post(AtUri.parse("at://did:plc:x/a.b.c/3mf"));

        // Then
        assertThat(url).isEmpty();
    }
}
