package dev.pressline.normalize.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    private static Block words(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text)));
    }

    private static Block.TableCell cell(Block... children) {
        return new Block.TableCell(false, 1, 1, List.of(children));
    }

    static Stream<Block> silent() {
        return Stream.of(
                new Block.PostReference("at://a.example", Optional.empty()),
                new Block.Rule(),
                new Block.PageBreak(),
                new Block.MembersOnlyBreak(),
                new Block.Unknown("x"),
                new Block.Embed("https://a.example", Optional.empty(), Optional.empty()),
                words(" "));
    }

    static Stream<Block> ofTwo() {
        return Stream.of(
                new Block.Quote(List.of(words("a"), words("b"))),
                new Block.Callout(Optional.of("note"), List.of(words("a"), words("b"))),
                new Block.Footnote("1", List.of(words("a"), words("b"))));
    }

    @ParameterizedTest
    @MethodSource("dev.pressline.contract.document.InlineMarks#all")
    void text_withinAMark_isKeptWithoutIt(Function<List<Inline>, Inline> mark) {
        Inline marked = mark.apply(List.of(new Inline.Text("a"), new Inline.Code("b")));

        assertThat(PlainText.ofInlines(List.of(marked, new Inline.Math("c")))).isEqualTo("abc");
    }

    @ParameterizedTest
    @MethodSource("silent")
    void block_withoutWords_leavesNoGap(Block block) {
        assertThat(PlainText.of(List.of(words("a"), block, words("b")))).isEqualTo("a\n\nb");
        assertThat(PlainText.of(List.of(block))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofTwo")
    void block_ofBlocks_keepsThemApart(Block block) {
        assertThat(PlainText.of(List.of(block))).isEqualTo("a\n\nb");
    }

    @Test
    void line_isBrokenWhereItIsForcedTo() {
        assertThat(
                        PlainText.ofInlines(
                                List.of(
                                        new Inline.Text("a "),
                                        new Inline.LineBreak(),
                                        new Inline.FootnoteReference("1"))))
                .isEqualTo("a \n");
    }

    @Test
    void itemsAndRows_areLines_andCellsAreApartByTabs() {
        assertThat(
                        PlainText.of(
                                List.of(
                                        new Block.ItemList(
                                                false,
                                                1,
                                                List.of(
                                                        new Block.ListItem(
                                                                List.of(words("a"), words("b"))),
                                                        new Block.ListItem(List.of(words("c"))))),
                                        new Block.TaskList(
                                                List.of(
                                                        new Block.TaskItem(
                                                                true, List.of(words("d"))),
                                                        new Block.TaskItem(
                                                                false, List.of(words("e"))))))))
                .isEqualTo("a\nb\nc\n\nd\ne");
        assertThat(
                        PlainText.of(
                                List.of(
                                        new Block.Table(
                                                List.of(
                                                        new Block.TableRow(
                                                                List.of(
                                                                        cell(words("a")),
                                                                        cell(),
                                                                        cell(words("b")))),
                                                        new Block.TableRow(
                                                                List.of(cell(words("c")))))))))
                .isEqualTo("a\t\tb\nc");
    }

    @Test
    void headingsCodeFormulasAndWhatLeadsElsewhere_giveTheirWords() {
        assertThat(
                        PlainText.of(
                                List.of(
                                        new Block.Heading(1, List.of(new Inline.Text("a"))),
                                        new Block.Code(Optional.of("x"), "b"),
                                        new Block.Math("c"),
                                        new Block.Button("d", "https://a.example"),
                                        new Block.Embed(
                                                "https://a.example",
                                                Optional.of("e"),
                                                Optional.of("f")))))
                .isEqualTo("a\n\nb\n\nc\n\nd\n\ne\nf");
    }
}
