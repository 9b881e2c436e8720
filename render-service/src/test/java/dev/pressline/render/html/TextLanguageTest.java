package dev.pressline.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Language;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLanguageTest {

    private static final String LONGEST = "x".repeat(35);

    private static TextLanguage language(String tag) {
        return TextLanguage.of(Optional.of(new Language(tag, "record")));
    }

    @ParameterizedTest
    @CsvSource({
        "en, false",
        "ar, true",
        "AR-EG, true",
        "az-Arab, true",
        "ar-Latn, false",
        "ku-ckb, false",
        "he-1994, true",
        "und-Hebr-IL, true",
        "arabic, false"
    })
    void direction_followsTheScript_elseTheLanguage(String tag, boolean rightToLeft) {
        assertThat(language(tag).isRightToLeft()).isEqualTo(rightToLeft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e n", "en_GB", "én", "\"", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void tag_thatIsNotWellFormed_isUnknown(String tag) {
        assertThat(language(tag).tag()).isEmpty();
        assertThat(language(LONGEST).tag()).contains(LONGEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | <p></p>",
                "EN-gb | <p></p>",
                "eno   | <p lang=\"en\"></p>",
                "de    | <p lang=\"en\"></p>",
                "ar    | <p lang=\"en\" dir=\"ltr\"></p>",
            })
    void wordsOfOurs_areMarkedWhereTheTextAroundThemIsNotEnglish(String tag, String marked) {
        Html html = Html.fragment().start(Element.P);
        language(tag).markEnglish(html);

        assertThat(html.end(Element.P).text()).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | <p lang=\"de\" dir=\"ltr\"></p>",
                "ar | <p lang=\"ar\" dir=\"rtl\"></p>",
                "?  | <p lang=\"\" dir=\"auto\"></p>",
            })
    void text_isMarkedWithItsLanguageAndDirection(String tag, String marked) {
        Html html = Html.fragment().start(Element.P);
        language(tag).markText(html);

        assertThat(html.end(Element.P).text()).isEqualTo(marked);
    }
}
