package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The blocks that blocks contain. Stateless. */
final class Nested {

    private Nested() {}

    /** The lists of blocks directly inside of a block, in reading order. */
    static List<List<Block>> in(Block block) {
        List<List<Block>> found = new ArrayList<>();
        map(
                block,
                children -> {
                    found.add(children);
                    return children;
                });
        return found;
    }

    /** The block with each list of blocks directly inside of it replaced. */
    static Block map(Block block, UnaryOperator<List<Block>> change) {
        return switch (block) {
            case Block.ItemList list -> mapItems(list, change);
            case Block.TaskList list -> mapTasks(list, change);
            case Block.Table table -> mapTable(table, change);
            case Block.Quote quote -> new Block.Quote(change.apply(quote.children()));
            case Block.Callout callout ->
                    new Block.Callout(callout.label(), change.apply(callout.children()));
            case Block.Footnote note ->
                    new Block.Footnote(note.id(), change.apply(note.children()));
            case Block.Paragraph leaf -> leaf;
            case Block.Heading leaf -> leaf;
            case Block.Code leaf -> leaf;
            case Block.Math leaf -> leaf;
            case Block.Image leaf -> leaf;
            case Block.Gallery leaf -> leaf;
            case Block.Embed leaf -> leaf;
            case Block.PostReference leaf -> leaf;
            case Block.Button leaf -> leaf;
            case Block.Rule leaf -> leaf;
            case Block.PageBreak leaf -> leaf;
            case Block.MembersOnlyBreak leaf -> leaf;
            case Block.Unknown leaf -> leaf;
        };
    }

    private static Block mapItems(Block.ItemList list, UnaryOperator<List<Block>> change) {
        List<Block.ListItem> items =
                list.items().stream()
                        .map(item -> new Block.ListItem(change.apply(item.children())))
                        .toList();
        return new Block.ItemList(list.ordered(), list.start(), items);
    }

    private static Block mapTasks(Block.TaskList list, UnaryOperator<List<Block>> change) {
        return new Block.TaskList(
                list.items().stream()
                        .map(
                                item ->
                                        new Block.TaskItem(
                                                item.checked(), change.apply(item.children())))
                        .toList());
    }

    private static Block mapTable(Block.Table table, UnaryOperator<List<Block>> change) {
        return new Block.Table(
                table.rows().stream()
                        .map(row -> new Block.TableRow(mapCells(row.cells(), change)))
                        .toList());
    }

    private static List<Block.TableCell> mapCells(
            List<Block.TableCell> cells, UnaryOperator<List<Block>> change) {
        return cells.stream()
                .map(
                        cell ->
                                new Block.TableCell(
                                        cell.header(),
                                        cell.colspan(),
                                        cell.rowspan(),
                                        change.apply(cell.children())))
                .toList();
    }
}
