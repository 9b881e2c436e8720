package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a body within what every reader of it can bear: {@value #DEEPEST} levels of blocks in
 * blocks and {@value #MOST} blocks. Deeper ones become one paragraph of their text; where there are
 * too many, a placeholder stands for the rest. One for each body.
 */
public final class Bounds {

    /** The deepest nesting of blocks, in levels. */
    public static final int DEEPEST = 32;

    /** The most blocks of a body, nested ones included. */
    public static final int MOST = 20_000;

    /** The format of the placeholder for blocks beyond {@link #MOST}. */
    public static final String CUT = "truncated";

    private int left = MOST;

    private Bounds() {}

    /** The blocks within bounds; equal to the given ones in all but hostile documents. */
    public static List<Block> keep(List<Block> blocks) {
        return new Bounds().level(blocks, 1);
    }

    private List<Block> level(List<Block> blocks, int depth) {
        if (depth > DEEPEST) {
            return flat(blocks);
        }
        List<Block> kept = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (left == 0) {
                kept.add(new Block.Unknown(CUT));
                break;
            }
            left--;
            kept.add(Nested.map(block, children -> level(children, depth + 1)));
        }
        return List.copyOf(kept);
    }

    private List<Block> flat(List<Block> blocks) {
        String text = PlainText.of(blocks);
        List<Inline> words = List.of(new Inline.Text(text));
        return text.isBlank() ? List.of() : List.of(new Block.Paragraph(words));
    }
}
