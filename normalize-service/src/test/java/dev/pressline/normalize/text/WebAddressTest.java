package dev.pressline.normalize.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/x",
        "http://a.example, http://a.example",
        "a.example/x, https://a.example/x",
        "a.example/, https://a.example/",
        "www.a.example, https://www.a.example",
        "pressline.org, https://pressline.org",
        "alice.blog, https://alice.blog"
    })
    void address_asPeopleWriteIt_isAUrl(String text, String url) {
        assertThat(WebAddress.of(text)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "words",
                "Node.js",
                "README.md",
                "/x",
                "and/or",
                "com",
                "www.",
                "a b.org",
                "a.org/x y",
                "a.org/<b>",
                "a.org/\"",
                "pressline.org.",
                "@alice.org"
            })
    void otherText_isNone(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }
}
