package dev.pressline.normalize.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "' ', 0",
        "a, 1",
        "' one  two ', 2",
        "'one\ntwo\u2003three', 3",
        "one\u00a0two, 1",
        "日本語の文章です, 4",
        "'これ is 日本語', 3",
        "สวัสดีชาวโลก, 3",
        "。。, 1",
        "—, 1",
        "한국어 문장, 2"
    })
    void words_areCountedInEveryScript(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "200, 1", "201, 2", "400, 2", "401, 3"})
    void minutes_areRoundedUp(int words, int minutes) {
        assertThat(Words.minutes(words)).isEqualTo(minutes);
    }

    @Test
    void lettersAndDigits_besideAPlace_areAWord() {
        assertThat(Words.before("a b1c-", 5)).isEqualTo("b1c");
        assertThat(Words.before("abc", 3)).isEqualTo("abc");
        assertThat(Words.before("abc", 0)).isEmpty();
        assertThat(Words.after("a b1c-", 2)).isEqualTo("b1c");
        assertThat(Words.after("abc", 0)).isEqualTo("abc");
        assertThat(Words.after("abc", 3)).isEmpty();
    }

    @Test
    void words_thatStandBetweenBlanks_areAsWritten() {
        assertThat(Words.standingAlone("a b, a")).containsExactlyInAnyOrder("a", "b,");
    }
}
