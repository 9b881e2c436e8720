package dev.pressline.normalize.convert.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalloutsTest {

    private static final Block NEXT = paragraph(text("next"));

    private static Inline text(String text) {
        return new Inline.Text(text);
    }

    private static Block paragraph(Inline... line) {
        return new Block.Paragraph(List.of(line));
    }

    private static Block callout(Block... children) {
        return new Block.Callout(Optional.of("note"), List.of(children));
    }

    @ParameterizedTest
    @CsvSource({"[!NOTE] words", "[!note]words", "[!Note]+ words", "[!NOTE]-words"})
    void firstLine_thatSaysItsKind_makesACallout(String line) {
        assertThat(Callouts.of(List.of(paragraph(text(line)), NEXT)))
                .isEqualTo(callout(paragraph(text("words")), NEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[!NOTE", "[!]", "[!a b]", "[!nöte]", "[!n1]", "words [!NOTE]", "[NOTE]"})
    void firstLine_thatSaysNone_leavesAQuotation(String line) {
        List<Block> children = List.of(paragraph(text(line)), NEXT);

        assertThat(Callouts.of(children)).isEqualTo(new Block.Quote(children));
    }

    @Test
    void kind_aloneInItsLine_takesTheLineWithIt() {
        assertThat(
                        Callouts.of(
                                List.of(
                                        paragraph(
                                                text("[!NOTE]"),
                                                new Inline.LineBreak(),
                                                text("words")))))
                .isEqualTo(callout(paragraph(text("words"))));
        assertThat(Callouts.of(List.of(paragraph(text("[!NOTE]")), NEXT))).isEqualTo(callout(NEXT));
        assertThat(Callouts.of(List.of(paragraph(text("[!NOTE]"))))).isEqualTo(callout());
    }

    @Test
    void quotation_thatBeginsWithNoWords_staysOne() {
        List<Block> rule = List.of(new Block.Rule(), NEXT);
        List<Block> code = List.of(paragraph(new Inline.Code("[!NOTE]")));

        assertThat(Callouts.of(rule)).isEqualTo(new Block.Quote(rule));
        assertThat(Callouts.of(code)).isEqualTo(new Block.Quote(code));
    }
}
