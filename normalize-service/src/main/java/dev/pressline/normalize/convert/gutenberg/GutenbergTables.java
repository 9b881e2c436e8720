package dev.pressline.normalize.convert.gutenberg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.ContentNodes;
import java.util.ArrayList;
import java.util.List;

/** Tables of Gutenberg: rows of cells in {@code head}, {@code body} and {@code foot}. Immutable. */
record GutenbergTables(GutenbergFragments html) {

    /** The table and its caption; nothing where it has no row. */
    List<Block> table(JsonNode attributes) {
        List<Block.TableRow> rows = new ArrayList<>();
        for (String section : List.of("head", "body", "foot")) {
            for (JsonNode row : Fields.list(attributes, section)) {
                rows.add(new Block.TableRow(cells(row, section.equals("head"))));
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(rows));
        }
        blocks.addAll(html.blocks(attributes, "caption"));
        return blocks;
    }

    private List<Block.TableCell> cells(JsonNode row, boolean head) {
        return Fields.list(row, "cells").stream()
                .map(
                        cell ->
                                new Block.TableCell(
                                        head || cell.path("tag").asText().equals("th"),
                                        ContentNodes.span(Fields.integer(cell, "colspan")),
                                        ContentNodes.span(Fields.integer(cell, "rowspan")),
                                        html.blocks(cell, "content")))
                .toList();
    }
}
