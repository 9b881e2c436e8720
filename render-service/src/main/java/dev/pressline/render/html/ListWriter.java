package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import java.util.List;

/** Writes lists of one body. Not thread-safe. */
final class ListWriter {

    private final Canvas canvas;
    private final BlockWriter blocks;

    ListWriter(Canvas canvas, BlockWriter blocks) {
        this.canvas = canvas;
        this.blocks = blocks;
    }

    void list(Block.ItemList list) {
        Element element = list.ordered() ? Element.OL : Element.UL;
        canvas.html().start(element);
        if (list.ordered() && list.start() != 1) {
            canvas.html().with(Attribute.START, list.start());
        }
        canvas.html().line();
        for (Block.ListItem item : list.items()) {
            canvas.html().start(Element.LI);
            blocks.item(item.children());
            canvas.html().endLine(Element.LI);
        }
        canvas.html().endLine(element);
    }

    void tasks(List<Block.TaskItem> items) {
        canvas.start(Element.UL, "tasks").line();
        for (Block.TaskItem item : items) {
            canvas.html().start(Element.LI);
            box(item.checked());
            blocks.item(item.children());
            canvas.html().endLine(Element.LI);
        }
        canvas.html().endLine(Element.UL);
    }

    private void box(boolean checked) {
        canvas.start(Element.SPAN, "box")
                .with(Attribute.ROLE, "img")
                .with(Attribute.ARIA_LABEL, checked ? "done:" : "to do:")
                .text(checked ? "☑" : "☐")
                .end(Element.SPAN)
                .text(" ");
    }
}
