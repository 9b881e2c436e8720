package dev.pressline.normalize.convert.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a\tb\nc", "~", "\u0080", "é", "\uD7FF", "\uE000", "\uFFFD", "a😀", "😀😀b"
            })
    void textThatXmlCarries_stays(String text) {
        assertThat(SafeText.of(text)).isSameAs(text);
        assertThat(SafeText.isSafe(text)).isTrue();
    }

    static Stream<Arguments> unsafe() {
        return Stream.of(
                arguments("a\u0000b", "a b"),
                arguments("\u001F", " "),
                arguments("\u007F", " "),
                arguments("a\rb", "a\nb"),
                arguments("a\r\nb", "a \nb"),
                arguments("a\r", "a\n"),
                arguments("\r\r\nb", "\n \nb"),
                arguments("\uFFFE", "\uFFFD"),
                arguments("\uFFFF", "\uFFFD"),
                arguments("é\u0001é", "é é"),
                arguments("\u0001😀", " 😀"),
                arguments("\u0001\t~\u007F\u0080", " \t~ \u0080"));
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    void textThatXmlDoesNotCarry_isReplacedInAsManyBytes(String text, String safe) {
        assertThat(SafeText.of(text)).isEqualTo(safe);
        assertThat(SafeText.isSafe(text)).isFalse();
        assertThat(safe.getBytes(StandardCharsets.UTF_8))
                .hasSameSizeAs(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Written as escapes here, since no source file holds half a pair. */
    @ParameterizedTest
    @CsvSource({"d83d", "dbff", "dc00", "dfff"})
    void halfOfASurrogatePair_isReplaced_whereverItStands(String hexadecimal) {
        char half = (char) Integer.parseInt(hexadecimal, 16);

        assertThat(SafeText.of(half + "a")).isEqualTo("\uFFFDa");
        assertThat(SafeText.of("a" + half)).isEqualTo("a\uFFFD");
        assertThat(SafeText.of("\u0001" + half)).isEqualTo(" \uFFFD");
    }
}
