package dev.pressline.normalize.convert.tree;

import dev.pressline.contract.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists whose items may be plain, or tasks, or both. Stateless. */
public final class Lists {

    private static final int MOST = 1_000_000_000;

    private Lists() {}

    /**
     * An item as the source has it; {@code checked} makes it a task.
     *
     * @param children its blocks, nested lists among them
     */
    public record Entry(Optional<Boolean> checked, List<Block> children) {}

    /**
     * The lists that items make: one for each unbroken row of tasks or of plain items. The numbers
     * of an ordered list run on. Items without a block are left out of unordered lists.
     */
    public static List<Block> of(boolean ordered, int start, List<Entry> entries) {
        List<Entry> kept =
                entries.stream().filter(e -> ordered || !e.children().isEmpty()).toList();
        List<Block> lists = new ArrayList<>();
        int from = 0;
        while (from < kept.size()) {
            int end = endOfRow(kept, from);
            lists.add(
                    list(
                            ordered,
                            Math.clamp((long) start + from, 0, MOST),
                            kept.subList(from, end)));
            from = end;
        }
        return lists;
    }

    private static int endOfRow(List<Entry> entries, int from) {
        boolean tasks = entries.get(from).checked().isPresent();
        int end = from + 1;
        while (end < entries.size() && entries.get(end).checked().isPresent() == tasks) {
            end++;
        }
        return end;
    }

    private static Block list(boolean ordered, int start, List<Entry> row) {
        if (row.getFirst().checked().isPresent()) {
            return new Block.TaskList(
                    row.stream()
                            .map(e -> new Block.TaskItem(e.checked().orElse(false), e.children()))
                            .toList());
        }
        return new Block.ItemList(
                ordered, start, row.stream().map(e -> new Block.ListItem(e.children())).toList());
    }
}
