package dev.pressline.normalize.convert.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads displayed TeX over several lines, empty ones among them: from a line that begins with two
 * dollar signs and holds no other, to one that ends with two. Mutable; one for each block.
 */
final class TexBlockParser extends AbstractBlockParser {

    private static final String FENCE = "$$";
    private static final int CODE_INDENT = 4;

    private final StringBuilder source = new StringBuilder();
    private boolean closed;
    private final TexBlock block = new TexBlock();

    /** Makes these parsers. */
    static final class Factory implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = rest(state);
            boolean opens = line.startsWith(FENCE) && line.lastIndexOf('$') == 1;
            return opens && state.getIndent() < CODE_INDENT
                    ? BlockStart.of(new TexBlockParser())
                            .atIndex(state.getNextNonSpaceIndex() + FENCE.length())
                    : BlockStart.none();
        }
    }

    private static String rest(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString();
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        closed = content.stripTrailing().endsWith(FENCE);
        source.append(closed ? content.substring(0, content.lastIndexOf(FENCE)) : content);
        source.append('\n');
    }

    @Override
    public void closeBlock() {
        block.fill(source.toString(), closed);
    }
}
