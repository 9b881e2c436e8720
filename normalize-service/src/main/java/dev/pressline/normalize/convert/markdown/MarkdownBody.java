package dev.pressline.normalize.convert.markdown;

import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.html.HtmlBody;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as blocks: CommonMark with GitHub's tables, strikethrough, task lists, callouts and
 * literal URLs, with footnotes, and with the raw HTML that authors mix in. It is made into HTML and
 * read by {@link HtmlBody}, so that one reader decides what gets through. Nesting is bounded.
 * Stateless.
 */
public final class MarkdownBody {

    private static final int DEEPEST = 64;
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create(),
                    TaskListItemsExtension.create(),
                    FootnotesExtension.create());
    private static final Parser PARSER = parser().build();
    private static final Parser WITH_TEX =
            tex().customBlockParserFactory(new TexBlockParser.Factory()).build();
    private static final Parser WITH_INLINE_TEX = tex().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .nodeRendererFactory(PlaceholderTags::new)
                    .nodeRendererFactory(TexRenderer::new)
                    .build();

    private MarkdownBody() {}

    private static Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST);
    }

    private static Parser.Builder tex() {
        return parser().customInlineContentParserFactory(new TexParser.Factory());
    }

    /** The blocks of a Markdown document in reading order. */
    public static List<Block> blocks(String markdown, ConversionContext context) {
        return HtmlBody.blocks(RENDERER.render(PARSER.parse(markdown)), context);
    }

    /** The same where dollar signs enclose TeX. */
    public static List<Block> blocksWithTex(String markdown, ConversionContext context) {
        Node document = WITH_TEX.parse(markdown);
        document.accept(new UnclosedTex());
        return HtmlBody.blocks(RENDERER.render(document), context);
    }

    /** Reads as Markdown what began like TeX and never ended. */
    private static final class UnclosedTex extends AbstractVisitor {
        @Override
        public void visit(CustomBlock block) {
            if (!(block instanceof TexBlock tex) || tex.isClosed()) {
                visitChildren(block);
                return;
            }
            Node read = WITH_INLINE_TEX.parse("$$" + tex.source());
            while (read.getFirstChild() != null) {
                tex.insertBefore(read.getFirstChild());
            }
            tex.unlink();
        }
    }
}
