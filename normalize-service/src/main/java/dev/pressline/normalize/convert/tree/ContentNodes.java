package dev.pressline.normalize.convert.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Nodes that hold other nodes under {@code content}, and their fields in the node itself or in its
 * {@code attrs}: ProseMirror's way, which several formats share. Immutable.
 *
 * @param reader the blocks of a list of nodes
 */
public record ContentNodes(Function<List<JsonNode>, List<Block>> reader) {

    private static final int WIDEST = 1_000;

    /** The blocks inside of a node. */
    public List<Block> children(JsonNode node) {
        return reader.apply(nodes(node));
    }

    /** The nodes inside of a node. */
    public static List<JsonNode> nodes(JsonNode node) {
        return Fields.list(node, "content");
    }

    /** What holds a field: the node itself or its {@code attrs}, which may be an empty list. */
    public static JsonNode holder(JsonNode node, String field) {
        return node.has(field) ? node : node.path("attrs");
    }

    /** A text field of a node, the first of these that it has. */
    public static Optional<String> text(JsonNode node, String... fields) {
        for (String field : fields) {
            Optional<String> text = Fields.text(holder(node, field), field);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** An integer field of a node. */
    public static Optional<Integer> integer(JsonNode node, String field) {
        return Fields.integer(holder(node, field), field);
    }

    /** The lists that a list node makes; an item that says whether it is checked is a task. */
    public List<Block> list(JsonNode list, boolean ordered) {
        return Lists.of(
                ordered,
                integer(list, "start").or(() -> integer(list, "order")).orElse(1),
                entries(list, Optional.empty()));
    }

    /** The same of a list of tasks, which are to do unless they say that they are done. */
    public List<Block> tasks(JsonNode list) {
        return Lists.of(false, 1, entries(list, Optional.of(false)));
    }

    private List<Lists.Entry> entries(JsonNode list, Optional<Boolean> unchecked) {
        return nodes(list).stream()
                .map(item -> new Lists.Entry(checked(item).or(() -> unchecked), children(item)))
                .toList();
    }

    private static Optional<Boolean> checked(JsonNode item) {
        return Fields.flag(holder(item, "checked"), "checked");
    }

    /** The table of a table node; nothing where it has no row. */
    public List<Block> table(JsonNode table) {
        List<Block.TableRow> rows =
                nodes(table).stream().map(row -> new Block.TableRow(cells(row))).toList();
        return rows.isEmpty() ? List.of() : List.of(new Block.Table(rows));
    }

    private List<Block.TableCell> cells(JsonNode row) {
        return nodes(row).stream()
                .map(
                        cell ->
                                new Block.TableCell(
                                        isHeader(cell),
                                        span(cell, "colspan"),
                                        span(cell, "rowspan"),
                                        children(cell)))
                .toList();
    }

    private static boolean isHeader(JsonNode cell) {
        String kind = Fields.kind(cell);
        return kind.equals("tableHeader") || kind.equals("table_header");
    }

    private static int span(JsonNode cell, String field) {
        return span(integer(cell, field));
    }

    /** The columns or rows that a cell spans: at least one, and not beyond reason. */
    public static int span(Optional<Integer> given) {
        return Math.clamp(given.orElse(1), 1, WIDEST);
    }
}
