package dev.pressline.normalize.convert.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.of("https://alice.example/one"));
    private static final Inline BREAK = new Inline.LineBreak();

    private static List<Block> blocks(String html) {
        return HtmlBody.blocks(html, CONTEXT);
    }

    private static Inline text(String text) {
        return new Inline.Text(text);
    }

    private static Inline strong(String text) {
        return new Inline.Strong(List.of(text(text)));
    }

    private static Block paragraph(Inline... line) {
        return new Block.Paragraph(Arrays.asList(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a  b</p> | a b",
                "<p> a b </p> | a b",
                "<p>a<span> </span><span> b</span></p> | a b",
                "<p>a <span> b</span></p> | a b",
                "<p>a&#9;&#12;b</p> | a b",
                "<p>a<!-- c -->b</p> | ab",
                "<p>a<span hidden>b</span>c</p> | ac",
                "<p>a<q>b</q></p> | a“b”",
                "<p>a<math><mi>x</mi></math></p> | ax",
            })
    void whiteSpaceAndWhatIsNotShown_vanishAsInABrowser(String html, String words) {
        assertThat(blocks(html)).containsExactly(paragraph(text(words)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p> </p>", "<p>&nbsp;</p>", "<p><br></p>", "<p><b> </b><br>&nbsp;</p>"})
    void line_withNothingToRead_isNone(String html) {
        assertThat(blocks(html)).isEmpty();
    }

    @Test
    void breaks_inARow_endAParagraph() {
        assertThat(blocks("<p>a<br>b</p>")).containsExactly(paragraph(text("a"), BREAK, text("b")));
        assertThat(blocks("<p>a <br> b</p>"))
                .containsExactly(paragraph(text("a"), BREAK, text("b")));
        assertThat(blocks("<p>a<br><br>b</p>"))
                .containsExactly(paragraph(text("a")), paragraph(text("b")));
        assertThat(blocks("<p>a<br> <br>b</p>"))
                .containsExactly(paragraph(text("a")), paragraph(text("b")));
        assertThat(blocks("<p><br>a</p>")).containsExactly(paragraph(text("a")));
        assertThat(blocks("<p><b>a </b> <br>b</p>"))
                .containsExactly(paragraph(strong("a"), BREAK, text("b")));
    }

    @Test
    void code_inALine_keepsItsSpacesAndEmptyOneVanishes() {
        assertThat(blocks("<p>a <code>b  c</code></p>"))
                .containsExactly(paragraph(text("a "), new Inline.Code("b  c")));
        assertThat(blocks("<p>a<code> </code></p>")).containsExactly(paragraph(text("a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pre><code class='language-java'>a</code></pre> | java",
                "<pre class='lang-java'>a</pre> | java",
                "<pre class='x lang- language-java'><code class='lang-c'>a</code></pre> | java",
            })
    void code_saysItsLanguage(String html, String language) {
        assertThat(blocks(html)).containsExactly(new Block.Code(Optional.of(language), "a"));
    }

    @Test
    void code_losesOneLineFeedAtItsEndAndBlankOneVanishes() {
        assertThat(blocks("<pre>a\n\n</pre>"))
                .containsExactly(new Block.Code(Optional.empty(), "a\n"));
        assertThat(blocks("<pre class='java'>a</pre>"))
                .containsExactly(new Block.Code(Optional.empty(), "a"));
        assertThat(blocks("<pre> \n</pre>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='/v' title='t'></iframe>",
                "<iframe data-src='/v' title='t'></iframe>",
                "<object data='/v' title='t'></object>",
                "<video title='t'><source src='/v'></video>"
            })
    void embed_saysWhereItLiesInOneOfManyWays(String html) {
        assertThat(blocks(html))
                .containsExactly(
                        new Block.Embed(
                                "https://alice.example/v", Optional.of("t"), Optional.empty()));
    }

    @Test
    void embed_thatLeadsNowhere_isNamed() {
        assertThat(blocks("<video title='t'></video>")).containsExactly(new Block.Unknown("video"));
        assertThat(blocks("<embed src='/v' title=' '>"))
                .containsExactly(
                        new Block.Embed(
                                "https://alice.example/v", Optional.empty(), Optional.empty()));
    }

    @Test
    void heading_withABlockInside_givesItFree() {
        assertThat(blocks("<h3>a<pre>b</pre></h3>"))
                .containsExactly(
                        new Block.Heading(3, List.of(text("a"))),
                        new Block.Code(Optional.empty(), "b"));
        assertThat(blocks("<h3> </h3>")).isEmpty();
    }

    @Test
    void term_isStrongAndWrappersVanish() {
        assertThat(blocks("<dl><dt>a</dt><dd>b</dd></dl>"))
                .containsExactly(paragraph(strong("a")), paragraph(text("b")));
        assertThat(blocks("a<center>b</center>c"))
                .containsExactly(paragraph(text("a")), paragraph(text("b")), paragraph(text("c")));
        assertThat(blocks("<blockquote> </blockquote>")).isEmpty();
    }

    @Test
    void formula_isTheTexThatItsNoteHolds() {
        String tex = "<annotation encoding='application/x-tex'> x^2 </annotation>";

        assertThat(blocks("<p>a <math><mi>x</mi>" + tex + "</math></p>"))
                .containsExactly(paragraph(text("a "), new Inline.Math("x^2")));
        assertThat(blocks("<p>a <math display='block'>" + tex + "</math> b</p>"))
                .containsExactly(paragraph(text("a")), new Block.Math("x^2"), paragraph(text("b")));
    }

    private static Block.TableCell cell(boolean header, int columns, int rows, String words) {
        return new Block.TableCell(header, columns, rows, List.of(paragraph(text(words))));
    }

    private static Block table(Block.TableCell... row) {
        return new Block.Table(List.of(new Block.TableRow(List.of(row))));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "1000, 1000",
        "1001, 1000",
        "0, 1",
        "-2, 1",
        "x, 1",
        "'', 1",
        "999999999, 1"
    })
    void cell_spansAsManyColumnsAsMakeSense(String written, int columns) {
        assertThat(blocks("<table><tr><td colspan='" + written + "'>a<td>b</table>"))
                .containsExactly(table(cell(false, columns, 1, "a"), cell(false, 1, 1, "b")));
    }

    @Test
    void table_hasItsCaptionBeforeItAndItsSectionsInOrder() {
        String html =
                "<table><caption>c</caption><thead><tr><th rowspan='2'>h</th></tr></thead>"
                        + "<tbody><tr><td>a</td></tr></tbody></table>";

        assertThat(blocks(html))
                .containsExactly(
                        paragraph(text("c")),
                        new Block.Table(
                                List.of(
                                        new Block.TableRow(List.of(cell(true, 1, 2, "h"))),
                                        new Block.TableRow(List.of(cell(false, 1, 1, "a"))))));
    }

    @Test
    void table_thatIsLayout_isWhatItHolds() {
        Block a = paragraph(text("a"));
        Block b = paragraph(text("b"));

        assertThat(blocks("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"))
                .containsExactly(a, b);
        assertThat(blocks("<table><tr><th><table><tr><td>a<td>b</table></table>"))
                .as("a table in a cell")
                .containsExactly(table(new Block.TableCell(true, 1, 1, List.of(a, b))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 1px, false", "1, 2, true", "2, 1, true", "'', '', true"})
    void image_ofOnePixel_isNotShown(String width, String height, boolean shown) {
        String image = "<img src='/i.png' width='%s' height='%s'>".formatted(width, height);

        assertThat(blocks(image)).hasSize(shown ? 1 : 0);
    }

    @Test
    void image_withinALink_leadsThereUnlessTheLinkIsThePicture() {
        Inline link =
                new Inline.Link(
                        "https://alice.example/page", List.of(text("https://alice.example/page")));
        Inline named = new Inline.Link("https://alice.example/page", List.of(text("words")));

        assertThat(captions("<a href='/page'><img src='/i.png'></a>")).containsExactly(link);
        assertThat(captions("<a href='/page'><img src='/i.png' alt='words'></a>"))
                .containsExactly(named);
        assertThat(captions("<a href='/i.JPG'><img src='/i.png'></a>")).isEmpty();
        assertThat(captions("<img data-src='/i.png'>")).isEmpty();
    }

    private static List<Inline> captions(String html) {
        return ((Block.Image) blocks(html).getFirst()).caption();
    }

    @Test
    void image_thatIsAnEmojiOrLeadsNowhere_isWhatItSays() {
        assertThat(blocks("<p>a<img class='emoji' alt='😀' src='/i.png'></p>"))
                .containsExactly(paragraph(text("a😀")));
        assertThat(blocks("<p>a<img class='wp-smiley' alt='😀' src='/i.png'></p>"))
                .containsExactly(paragraph(text("a😀")));
        assertThat(blocks("<img>")).containsExactly(new Block.Unknown("image"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#fnref1'>back</a>",
                "<a class='backref' href='#x'>back</a>",
                "<a href='#x'>\u21A9 back</a>",
                "<a href='#x'>^</a>"
            })
    void footnote_losesTheLinkBack(String back) {
        String html =
                "<p>a<a href='#n1'>1</a></p><ol class='footnotes'><li id='n1'>note %s</li></ol>"
                        .formatted(back);

        assertThat(PlainText.of(blocks(html))).contains("note").doesNotContain("back", "^");
    }

    @Test
    void footnote_keepsOtherLinksAndIsNotLostWithoutAReference() {
        String html =
                "<p>a</p><ol class='footnotes'><li id='n1'>note <a href='#x'>word</a></li></ol>";

        assertThat(PlainText.of(blocks(html))).contains("note word");
    }
}
