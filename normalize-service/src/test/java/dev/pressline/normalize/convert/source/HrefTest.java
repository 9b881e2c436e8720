package dev.pressline.normalize.convert.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HrefTest {

    private static final Optional<String> NOWHERE = Optional.empty();
    private static final int LONGEST = 8_192;

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/x",
        "HTTP://a.example/x, HTTP://a.example/x",
        "mailto:alice@a.example, mailto:alice@a.example",
        "https://a.example/a b, https://a.example/a%20b",
    })
    void destination_ofAKnownScheme_needsNoBase(String destination, String url) {
        assertThat(Href.of(destination, NOWHERE)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "x",
                "/x",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "https:///x",
                "https://a b.example",
                "mailto:nobody",
                "mailto:",
                ":x",
                "é:x"
            })
    void destination_thatLeadsNowhere_isNone(String destination) {
        assertThat(Href.of(destination, NOWHERE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/b/c?d#e, f, https://a.example/b/f",
        "https://a.example/b/c?d#e, /f, https://a.example/f",
        "https://a.example/b/c?d#e, ?f, https://a.example/b/c?f",
        "https://a.example/b/c?d#e, '#f', https://a.example/b/c?d#f",
        "https://a.example/b/c, ../f, https://a.example/f",
        "https://a.example/b/c, ../../../f, https://a.example/f",
        "https://a.example/b/c, ./f, https://a.example/b/f",
        "https://a.example, f, https://a.example/f",
        "https://a.example/, f, https://a.example/f",
        "https://a.example/b?c/d, f, https://a.example/f",
        "https://a.example/b, //c.example/f, https://c.example/f",
        "http://a.example/b, //c.example/f, http://c.example/f",
        "https://a.example/b, 'f g', https://a.example/f%20g",
        "https://a.example/b/c, ../../.., https://a.example/",
        "https://a.example/b/c, ../../..?d, https://a.example/?d",
        "https://a.example/b, f?g=/../h, https://a.example/f?g=/../h",
        "https://a.example/b, é:x, https://a.example/é:x",
    })
    void destination_relativeToAPage_isResolvedAsBrowsersDo(
            String page, String destination, String url) {
        assertThat(Href.of(destination, Optional.of(page))).contains(url);
    }

    @Test
    void destination_relativeToWhatIsNoPage_isNone() {
        assertThat(Href.of("/x", Optional.of("at://alice.example"))).isEmpty();
        assertThat(Href.of("///", Optional.of("https://a.example"))).isEmpty();
    }

    @Test
    void destination_ofTheGreatestLength_isTakenAndOneMoreIsNot() {
        String longest = "https://a.example/" + "x".repeat(LONGEST - "https://a.example/".length());

        assertThat(Href.of(longest, NOWHERE)).contains(longest);
        assertThat(Href.of(longest + "x", NOWHERE)).isEmpty();
    }

    @Test
    void mail_isNoPageOfTheWeb() {
        assertThat(Href.web("mailto:alice@a.example", NOWHERE)).isEmpty();
        assertThat(Href.web("https://a.example", NOWHERE)).contains("https://a.example");
    }
}
