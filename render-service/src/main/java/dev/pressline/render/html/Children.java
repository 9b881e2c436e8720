package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import java.util.List;
import java.util.stream.Stream;

/** The blocks inside a block, whatever its kind. Stateless and thread-safe. */
final class Children {

    private Children() {}

    /** The blocks directly inside, in reading order; empty for a block that holds none. */
    static List<Block> of(Block block) {
        return switch (block) {
            case Block.Quote(List<Block> children) -> children;
            case Block.Callout callout -> callout.children();
            case Block.Footnote footnote -> footnote.children();
            case Block.ItemList list ->
                    list.items().stream().flatMap(item -> item.children().stream()).toList();
            case Block.TaskList list ->
                    list.items().stream().flatMap(item -> item.children().stream()).toList();
            case Block.Table table -> cells(table).flatMap(c -> c.children().stream()).toList();
            case Block.Paragraph leaf -> List.of();
            case Block.Heading leaf -> List.of();
            case Block.Code leaf -> List.of();
            case Block.Math leaf -> List.of();
            case Block.Image leaf -> List.of();
            case Block.Gallery leaf -> List.of();
            case Block.Embed leaf -> List.of();
            case Block.PostReference leaf -> List.of();
            case Block.Button leaf -> List.of();
            case Block.Rule leaf -> List.of();
            case Block.PageBreak leaf -> List.of();
            case Block.MembersOnlyBreak leaf -> List.of();
            case Block.Unknown leaf -> List.of();
        };
    }

    /** Whether the public part ends within a block. */
    static boolean holdBreak(Block block) {
        return block instanceof Block.MembersOnlyBreak
                || of(block).stream().anyMatch(Children::holdBreak);
    }

    private static Stream<Block.TableCell> cells(Block.Table table) {
        return table.rows().stream().flatMap(row -> row.cells().stream());
    }
}
