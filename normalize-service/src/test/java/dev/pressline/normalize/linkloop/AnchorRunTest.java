package dev.pressline.normalize.linkloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnchorRunTest {

    private static Mark mark(int start, int end) {
        return new Mark(start, end, new Style.Anchor(Optional.empty(), Certainty.INFERRED));
    }

    @Test
    void tags_inTheOrderOfTheText_areARunFromTheLast() {
        assertThat(AnchorRun.find("a b c", List.of("a", "b", "c")))
                .isEqualTo(new AnchorRun(0, List.of(mark(4, 5), mark(2, 3), mark(0, 1))));
        assertThat(AnchorRun.find("a b c", List.of("x", "b", "c")))
                .isEqualTo(new AnchorRun(1, List.of(mark(4, 5), mark(2, 3))));
        assertThat(AnchorRun.find("b a", List.of("a", "b")))
                .isEqualTo(new AnchorRun(1, List.of(mark(0, 1))));
        assertThat(AnchorRun.find("a", List.of("a", "a")))
                .isEqualTo(new AnchorRun(1, List.of(mark(0, 1))));
        assertThat(AnchorRun.find("a", List.of())).isEqualTo(new AnchorRun(0, List.of()));
    }

    @Test
    void tag_withinAWord_isNotFoundThere() {
        assertThat(AnchorRun.find("ab a ba 1a a1", List.of("a")).marks())
                .containsExactly(mark(3, 4));
        assertThat(AnchorRun.find("xab abx", List.of("ab"))).isEqualTo(new AnchorRun(1, List.of()));
        assertThat(AnchorRun.find("(ab)", List.of("ab")).marks()).containsExactly(mark(1, 3));
        assertThat(AnchorRun.find("a b", List.of(" "))).isEqualTo(new AnchorRun(1, List.of()));
    }

    /** 100 million comparisons: a thousand characters of tag in a hundred thousand of text. */
    @Test
    void search_endsWhereItBecomesTooLong() {
        String tag = "x".repeat(1_000);
        String text = tag + ' ' + tag + " ".repeat(100_000 - 2_001);

        assertThat(AnchorRun.find(text, List.of(tag)).firstTag()).isZero();
        assertThat(AnchorRun.find(text + ' ', List.of(tag)).firstTag()).isEqualTo(1);
        assertThat(AnchorRun.find(text, List.of(tag, tag)).firstTag()).isEqualTo(1);
    }
}
