package dev.pressline.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreaksTest {

    private static final String BREAK = "<wbr>";

    private static String written(String... texts) {
        LineBreaks breaks = new LineBreaks();
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            breaks.write(out, text);
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tiếng Việt có dấu, nghiêng và đậm. ",
                "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים ",
                "สวัสดีชาวโลก ยินดีที่ได้รู้จักทุกคน ",
                "नमस्ते दुनिया, यह एक परीक्षण है। ",
                "これは長い段落です。改行はどこにもありません。",
                "这是一个很长的段落，中间没有空格。",
                "Z̶̧̛̤̭͓̟̗̉̏̔a̷̛̜̰̯̾̽̈́l̴̨̛̬̩̫̂̈́͠g̶̛̮̞̐͋̂o̸ ",
                "https://press.example/a/very/long/address?with=a&query=of-its-own ",
                "👩‍👩‍👧‍👦👍🏽🇦🇶 ",
                "མི་རྣམས་ལ་ "
            })
    void honestText_ofAnyScript_isWrittenAsItIs(String sentence) {
        // Given
        String text = sentence.repeat(40);
        StringBuilder plain = new StringBuilder();
        Encoder.text(plain, text);

        // When / Then
        assertThat(written(text)).isEqualTo(plain.toString());
        String decomposed = Normalizer.normalize(text, Form.NFD);
        assertThat(written(decomposed)).doesNotContain(BREAK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a\u0301",
                "a\u0301\u0323\u0308",
                "\u0915\u093f",
                "\u0e17\u0e35\u0e48",
                "\u05d0\u05b8\u0591",
                "a\u200d",
                "a\u0903\u0903\u0903",
                "\ud83d\udc69\u200d",
                "&",
                "x\u00a0"
            })
    void stretch_longerThanAnyWord_isBrokenBetweenItsLetters(String letter) {
        // Given
        String text = letter.repeat(10_000);
        StringBuilder plain = new StringBuilder();
        Encoder.text(plain, text);

        // When
        String written = written(text);

        // Then
        assertThat(written.replace(BREAK, "")).isEqualTo(plain.toString());
        assertThat(written.split(BREAK))
                .allSatisfy(
                        part -> {
                            assertThat(part.replace("&amp;", "&").codePoints().count())
                                    .isBetween(1L, LineBreaks.LONGEST + 80L);
                            assertThat(CombiningMarks.isMark(part.charAt(0))).isFalse();
                        });
    }

    @Test
    void marks_tooMany_areNotMoreForABreak() {
        // Given
        String text = "a".repeat(249) + "b" + "\u0301".repeat(100_000) + "c";

        // When / Then
        assertThat(written(text))
                .isEqualTo("a".repeat(249) + "b" + "\u0301".repeat(30) + BREAK + "c");
    }

    @Test
    void stretch_ofSeveralTexts_isBrokenWhereOneTextWouldBe() {
        assertThat(written("a".repeat(200), "b".repeat(50), "c"))
                .isEqualTo("a".repeat(200) + "b".repeat(50) + BREAK + "c");
    }

    @Test
    void stretch_thatIsAsLongAsAWordMayBe_isWrittenAsItIs() {
        assertThat(written("a".repeat(250) + ' ' + "b".repeat(250))).doesNotContain(BREAK);
    }
}
