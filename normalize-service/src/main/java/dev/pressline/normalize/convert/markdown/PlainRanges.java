package dev.pressline.normalize.convert.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Where a Markdown source is mere text: no code, no markup, no destination. Immutable. */
final class PlainRanges {

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(64)
                    .build();

    private final TreeMap<Integer, Integer> texts = new TreeMap<>();
    private final Map<Integer, Integer> paragraphs = new HashMap<>();

    private PlainRanges() {}

    /** The ranges of a source. */
    static PlainRanges of(String markdown) {
        PlainRanges ranges = new PlainRanges();
        PARSER.parse(markdown).accept(ranges.new Collector());
        return ranges;
    }

    /** Whether all from {@code start} to before {@code end} is text of one line. */
    boolean isText(int start, int end) {
        Map.Entry<Integer, Integer> text = texts.floorEntry(start);
        return text != null && end <= text.getValue();
    }

    /** Whether a paragraph of one line is just that. */
    boolean isParagraph(int start, int end) {
        return paragraphs.getOrDefault(start, -1) == end;
    }

    private final class Collector extends AbstractVisitor {
        @Override
        public void visit(Text text) {
            text.getSourceSpans().forEach(span -> texts.put(span.getInputIndex(), end(span)));
        }

        @Override
        public void visit(Paragraph paragraph) {
            Node parent = paragraph.getParent();
            if (parent.getParent() == null && paragraph.getSourceSpans().size() == 1) {
                SourceSpan line = paragraph.getSourceSpans().getFirst();
                paragraphs.put(line.getInputIndex(), end(line));
            }
            visitChildren(paragraph);
        }

        private int end(SourceSpan span) {
            return span.getInputIndex() + span.getLength();
        }
    }
}
