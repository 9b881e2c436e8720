package dev.pressline.normalize.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {

    private static final char HALF = (char) 0xd83d;

    @ParameterizedTest
    @ValueSource(strings = {"", "a b\t\n\r", "é\u0080\u009f", "\ud7ff\ue000\ufffd", "a😀b"})
    void textThatXmlCarries_needsNoEdit(String text) {
        assertThat(XmlText.isSafe(text)).isTrue();
        assertThat(XmlText.unsafe(text, "")).isEmpty();
        assertThat(XmlText.spelledOut(text)).isSameAs(text);
    }

    @Test
    void control_becomesWhatIsAskedFor_andWhatIsNoCharacterIsReplaced() {
        String text = "a\u0000😀\u001f" + HALF + "b\ufffe\uffff" + HALF;

        assertThat(XmlText.isSafe(text)).isFalse();
        assertThat(XmlText.isSafe("\ufffe")).isFalse();
        assertThat(XmlText.isSafe("\u001f")).isFalse();
        assertThat(XmlText.unsafe(text, " "))
                .isEqualTo(
                        List.of(
                                new TextEdit(1, 2, " "),
                                new TextEdit(4, 5, " "),
                                new TextEdit(5, 6, "\uFFFD"),
                                new TextEdit(7, 8, "\uFFFD"),
                                new TextEdit(8, 9, "\uFFFD"),
                                new TextEdit(9, 10, "\uFFFD")));
    }

    @Test
    void unsafeCharacter_isSpelledOut() {
        assertThat(XmlText.spelledOut("a\u0000😀" + HALF)).isEqualTo("a\\u0000😀\\ud83d");
    }
}
