package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The footnotes of one body, numbered in the order of their first reference. Not thread-safe. */
final class Footnotes {

    /** A reference: the number of its footnote, and which of the references to it this is. */
    record Reference(int number, int occurrence) {

        /** The end of the id of this reference: the second one to footnote 3 is {@code 3-2}. */
        String suffix() {
            return occurrence == 1 ? String.valueOf(number) : number + "-" + occurrence;
        }
    }

    private final Map<String, List<Block>> definitions = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<Integer, Integer> occurrences = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    /** Collects the footnotes of a body; of two with one id the first counts. */
    Footnotes(List<Block> blocks) {
        boolean open = true;
        for (Block block : blocks) {
            open &= !Children.holdBreak(block);
            collect(block, open);
        }
    }

    /** Counts a reference to a footnote; empty where nobody has written that footnote. */
    Optional<Reference> reference(String id) {
        if (!definitions.containsKey(id)) {
            return Optional.empty();
        }
        int number =
                numbers.computeIfAbsent(
                        id,
                        key -> {
                            order.add(key);
                            return order.size();
                        });
        return Optional.of(new Reference(number, occurrences.merge(number, 1, Integer::sum)));
    }

    /** Numbers those of the public part that nothing refers to, behind all others. */
    void addUnreferenced() {
        for (String id : definitions.keySet()) {
            if (!numbers.containsKey(id) && !hidden.contains(id)) {
                order.add(id);
                numbers.put(id, order.size());
            }
        }
    }

    /** How many have a number so far. */
    int count() {
        return order.size();
    }

    /** The content of the footnote of a number. */
    List<Block> content(int number) {
        return definitions.getOrDefault(order.get(number - 1), List.of());
    }

    /** How many references the footnote of a number has so far. */
    int references(int number) {
        return occurrences.getOrDefault(number, 0);
    }

    private void collect(Block block, boolean open) {
        if (block instanceof Block.Footnote(String id, List<Block> children)
                && definitions.putIfAbsent(id, children) == null
                && !open) {
            hidden.add(id);
        }
        Children.of(block).forEach(child -> collect(child, open));
    }
}
