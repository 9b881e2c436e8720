package dev.pressline.normalize.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.normalize.text.Excerpts.Excerpt;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptsTest {

    private static final String LONG = "abcdefghijklmnopqrstuvwxyz";

    private static TextEdit replace(int start, int end, String replacement) {
        return new TextEdit(start, end, replacement);
    }

    @Test
    void edit_isShownWithTheWordAroundIt() {
        assertThat(Excerpts.of("one two three", List.of(replace(5, 6, "W"))))
                .containsExactly(new Excerpt("two", "tWo"));
        assertThat(Excerpts.of("two", List.of(replace(0, 3, "2"))))
                .containsExactly(new Excerpt("two", "2"));
        assertThat(Excerpts.of("one two", List.of(replace(3, 4, "-"))))
                .containsExactly(new Excerpt("one two", "one-two"));
        assertThat(Excerpts.of("two", List.of())).isEmpty();
    }

    @Test
    void edits_thatStandCloseTogether_areOneExcerpt() {
        assertThat(
                        Excerpts.of(
                                "one two three",
                                List.of(
                                        replace(0, 1, "O"),
                                        replace(2, 3, "E"),
                                        replace(8, 9, "T"))))
                .containsExactly(new Excerpt("one", "OnE"), new Excerpt("three", "Three"));
        assertThat(Excerpts.of("one two", List.of(replace(0, 1, "O"), replace(3, 4, "-"))))
                .containsExactly(new Excerpt("one two", "One-two"));
    }

    @Test
    void longWord_isCutTwentyFourCharactersAway() {
        String text = LONG + "!" + LONG;

        assertThat(Excerpts.of(text, List.of(replace(26, 27, "?"))))
                .containsExactly(
                        new Excerpt(
                                LONG.substring(2) + "!" + LONG.substring(0, 24),
                                LONG.substring(2) + "?" + LONG.substring(0, 24)));
    }

    @Test
    void surrogatePair_isNeverCut() {
        String before = "😀" + "a".repeat(23);
        String after = "a".repeat(23) + "😀";

        assertThat(Excerpts.of(before + "!" + after, List.of(replace(25, 26, ""))))
                .containsExactly(new Excerpt(before + "!" + after, before + after));
    }
}
