package dev.pressline.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

    @Test
    void text_withMarkup_isEscaped() {
        // Given
        StringBuilder out = new StringBuilder();

        // When
        Encoder.text(out, "a <b> & \"c\" ]]> 'd'\n");

        // Then
        assertThat(out).hasToString("a &lt;b&gt; &amp; \"c\" ]]&gt; 'd'\n");
    }

    @Test
    void attribute_withQuotesAndLines_isEscaped() {
        // Given
        StringBuilder out = new StringBuilder();

        // When
        Encoder.attribute(out, "a\"b\n\t<");

        // Then
        assertThat(out).hasToString("a&quot;b&#10;&#9;&lt;");
    }

    @Test
    void text_withForbiddenCharacters_losesThem() {
        // Given
        StringBuilder out = new StringBuilder();

        // When
        Encoder.text(out, "a\u0000b\u001Fc\uFFFEd\uFFFFe");

        // Then
        assertThat(out).hasToString("abcde");
    }

    @Test
    void text_withControlsThatHtmlForbids_losesThemAndKeepsItsLines() {
        // Given
        StringBuilder text = new StringBuilder();
        StringBuilder attribute = new StringBuilder();

        // When
        Encoder.text(text, "a\r\nb\rc\u0085d\u007Fe\u0080f\u009Fg\uFDD0h\u00A0i");
        Encoder.attribute(attribute, "a\r\nb\u0085c");

        // Then
        assertThat(text).hasToString("a\nb\nc\ndefgh\u00A0i");
        assertThat(attribute).hasToString("a&#10;b&#10;c");
    }

    @Test
    void surrogates_pairedAndLone_areKeptAndReplaced() {
        // Given
        String text = "\uD83D\uDE00 \uD83D \uDE00\uD83D";

        // When
        String clean = Encoder.clean(text);

        // Then
        assertThat(clean).isEqualTo("\uD83D\uDE00 \uFFFD \uFFFD\uFFFD");
    }

    @Test
    void cleanText_cleaned_isItself() {
        // Given
        String text = "naïve 😀 text\twith\nlines";

        // When
        String clean = Encoder.clean(text);

        // Then
        assertThat(clean).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u20dd", "\ud834\udd67"})
    void marks_onOneLetter_areWrittenUpToThirty(String mark) {
        // Given
        String text = "T" + mark.repeat(30) + "e" + mark.repeat(1_000) + "x" + mark;
        StringBuilder written = new StringBuilder();

        // When
        Encoder.text(written, text);

        // Then
        String expected = "T" + mark.repeat(30) + "e" + mark.repeat(30) + "x" + mark;
        assertThat(written).hasToString(expected);
        assertThat(Encoder.clean(text)).isEqualTo(expected);
        assertThat(Encoder.clean(mark.repeat(31))).isEqualTo(mark.repeat(30));
    }

    @Test
    void clean_nul_leavesNothingOfItAsTheWriterDoes() {
        // Given
        String text = "a\u0000b\u0000\u0001";
        StringBuilder written = new StringBuilder();

        // When
        Encoder.text(written, text);

        // Then
        assertThat(written).hasToString("ab");
        assertThat(Encoder.clean(text)).isEqualTo("ab");
        assertThat(Encoder.clean("\u0000")).isEmpty();
    }
}
