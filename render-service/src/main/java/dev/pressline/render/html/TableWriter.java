package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import java.util.List;

/** Writes tables of one body. Not thread-safe. */
final class TableWriter {

    private static final int WIDEST_SPAN = 1_000;

    private final Canvas canvas;
    private final BlockWriter blocks;

    TableWriter(Canvas canvas, BlockWriter blocks) {
        this.canvas = canvas;
        this.blocks = blocks;
    }

    void write(List<Block.TableRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int headers = headerRows(rows);
        if (canvas.isPage()) {
            canvas.html()
                    .start(Element.DIV)
                    .with(Attribute.CLASS, "scroll")
                    .with(Attribute.TABINDEX, 0)
                    .with(Attribute.ROLE, "region")
                    .with(Attribute.ARIA_LABEL, "Table");
        }
        canvas.html().start(Element.TABLE).line();
        part(Element.THEAD, rows.subList(0, headers), "col");
        part(Element.TBODY, rows.subList(headers, rows.size()), "row");
        canvas.html().end(Element.TABLE);
        if (canvas.isPage()) {
            canvas.html().end(Element.DIV);
        }
        canvas.html().line();
    }

    private static int headerRows(List<Block.TableRow> rows) {
        int count = 0;
        while (count < rows.size()
                && rows.get(count).cells().stream().allMatch(Block.TableCell::header)) {
            count++;
        }
        return count;
    }

    private void part(Element part, List<Block.TableRow> rows, String scope) {
        if (rows.isEmpty()) {
            return;
        }
        canvas.html().start(part).line();
        for (Block.TableRow row : rows) {
            canvas.html().start(Element.TR);
            row.cells().forEach(cell -> cell(cell, scope));
            canvas.html().endLine(Element.TR);
        }
        canvas.html().endLine(part);
    }

    private void cell(Block.TableCell cell, String scope) {
        Element element = cell.header() ? Element.TH : Element.TD;
        Html html = canvas.html().start(element);
        if (cell.header()) {
            html.with(Attribute.SCOPE, scope);
        }
        span(Attribute.COLSPAN, cell.colspan());
        span(Attribute.ROWSPAN, cell.rowspan());
        blocks.item(cell.children());
        html.end(element);
    }

    private void span(Attribute attribute, int span) {
        if (span > 1) {
            canvas.html().with(attribute, Math.min(span, WIDEST_SPAN));
        }
    }
}
