package dev.pressline.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Inline;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    @ParameterizedTest
    @MethodSource("dev.pressline.contract.document.InlineMarks#all")
    void text_withinAMark_isKeptWithoutIt(Function<List<Inline>, Inline> mark) {
        List<Inline> words = List.of(new Inline.Text("a"), new Inline.Text("b"));

        assertThat(PlainText.of(List.of(mark.apply(words), new Inline.Text("c")))).isEqualTo("abc");
    }

    @Test
    void codeAndFormulas_areText_aBreakIsABlankAndAReferenceNothing() {
        assertThat(
                        PlainText.of(
                                List.of(
                                        new Inline.Code("a"),
                                        new Inline.LineBreak(),
                                        new Inline.Math("b"),
                                        new Inline.FootnoteReference("1"))))
                .isEqualTo("a b");
    }
}
