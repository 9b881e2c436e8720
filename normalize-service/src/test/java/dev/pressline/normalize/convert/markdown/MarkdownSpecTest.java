package dev.pressline.normalize.convert.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of CommonMark's and GitHub's specifications, from Markdown to blocks: the text that
 * a reader sees is that of the HTML they show, white space apart, and so are the kinds of the
 * blocks.
 */
class MarkdownSpecTest {

    private static final ConversionContext CONTEXT =
            new ConversionContext(
                    AtUri.parse("at://did:web:alice.example/site.standard.document/one"),
                    Optional.of("https://alice.example/one"));

    /** Sources whose text is another than the specification's, and why. */
    private static final Map<String, String> OTHER_TEXT =
            Map.of(
                    "<textarea>", "a form is no article: its tags stay as text",
                    "[foo]: <bar>(baz)", "<bar> is no element of HTML: it stays as text",
                    "<a><bab><c2c>", "neither is <bab>",
                    "[![moon](moon.jpg)]", "a linked image has its link in a caption");

    private static final Set<String> KINDS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "blockquote",
                    "pre",
                    "hr",
                    "table");

    static List<Named<Example>> examples() {
        return Stream.of(TestResources.getSpec(), TestResources.getGfmSpec())
                .flatMap(spec -> ExampleReader.readExamples(spec).stream())
                .map(example -> Named.of(example.toString(), example))
                .toList();
    }

    private static List<Block> blocks(Example example) {
        return MarkdownBody.blocks(example.getSource(), CONTEXT);
    }

    /** The HTML that a specification shows, which writes an arrow for a tab. */
    private static Element expected(Example example) {
        Element body = Jsoup.parseBodyFragment(example.getHtml().replace('\u2192', '\t')).body();
        body.select("img").forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
        return body;
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_ofASpecification_keepsItsVisibleText(Example example) {
        // Given
        String source = example.getSource();
        boolean other = OTHER_TEXT.keySet().stream().anyMatch(source::startsWith);

        // When
        String text = letters(PlainText.of(blocks(example)));

        // Then
        assertThat(text.equals(letters(expected(example).wholeText())))
                .as("%s%n%s", source, text)
                .isNotEqualTo(other);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_ofASpecification_givesTheSameKindsOfBlocks(Example example) {
        // Given
        List<String> kinds =
                expected(example).children().stream()
                        .filter(MarkdownSpecTest::isSeen)
                        .map(Element::normalName)
                        .toList();
        assumeTrue(KINDS.containsAll(kinds));
        assumeTrue(!example.getHtml().contains("<img") && !example.getSource().contains("<"));

        // Then
        assertThat(blocks(example).stream().map(MarkdownSpecTest::kind))
                .as(example.getSource())
                .isEqualTo(kinds);
    }

    private static boolean isSeen(Element element) {
        return element.normalName().equals("hr") || element.hasText();
    }

    private static String kind(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> "p";
            case Block.Heading heading -> "h" + heading.level();
            case Block.ItemList list -> list.ordered() ? "ol" : "ul";
            case Block.TaskList list -> "ul";
            case Block.Quote quote -> "blockquote";
            case Block.Code code -> "pre";
            case Block.Table table -> "table";
            case Block.Rule rule -> "hr";
            case Block other -> other.getClass().getSimpleName();
        };
    }
}
