package dev.pressline.normalize.convert.leaflet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages of one Leaflet document in reading order: the first, then each page that a page before
 * it links to, once. Where nothing is for members only, pages that nobody links to follow; else
 * they are left out, and of each page all that comes after its delimiter. One for each conversion.
 */
final class LeafletPages {

    private static final Comparator<JsonNode> DOWN_THEN_RIGHT =
            Comparator.<JsonNode>comparingLong(block -> block.path("y").asLong())
                    .thenComparingLong(block -> block.path("x").asLong());

    private final List<JsonNode> pages;
    private final Map<String, Integer> byId;
    private final Parts parts;
    private final List<Block> blocks = new ArrayList<>();
    private boolean membersOnly;

    LeafletPages(List<JsonNode> pages, ConversionContext context) {
        this.pages = pages;
        this.byId = numbers(pages);
        this.parts = new Parts(context);
    }

    /** All that anybody may read, footnotes at the end. */
    List<Block> blocks() {
        Set<Integer> reached = new LinkedHashSet<>();
        if (!pages.isEmpty()) {
            read(0, reached);
        }
        for (int page = 1; page < pages.size() && !membersOnly; page++) {
            read(page, reached);
        }
        blocks.addAll(parts.footnotes());
        return blocks;
    }

    /** Reads a page and those it leads to, breadth first; pages in {@code reached} are done. */
    private void read(int first, Set<Integer> reached) {
        List<Integer> queue = new ArrayList<>(List.of(first));
        for (int next = 0; next < queue.size(); next++) {
            if (reached.add(queue.get(next))) {
                queue.addAll(page(pages.get(queue.get(next))));
            }
        }
    }

    /** Appends a page; gives the pages it links to. */
    private List<Integer> page(JsonNode page) {
        LeafletBlocks reader = new LeafletBlocks(parts, byId.keySet());
        List<Block> converted = new ArrayList<>();
        for (JsonNode block : inReadingOrder(page)) {
            if (!reader.isClosed()) {
                converted.addAll(reader.blocks(block.has("block") ? block.path("block") : block));
            }
        }
        append(converted);
        membersOnly |= reader.isClosed();
        return reader.linkedPages().stream().map(byId::get).toList();
    }

    private static List<JsonNode> inReadingOrder(JsonNode page) {
        List<JsonNode> ordered = Fields.list(page, "blocks");
        return Fields.kind(page).equals("canvas")
                ? ordered.stream().sorted(DOWN_THEN_RIGHT).toList()
                : ordered;
    }

    private void append(List<Block> page) {
        if (!blocks.isEmpty() && !page.isEmpty()) {
            blocks.add(new Block.PageBreak());
        }
        blocks.addAll(page);
    }

    private static Map<String, Integer> numbers(List<JsonNode> pages) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            numbers.putIfAbsent(Fields.text(pages.get(page), "id").orElse(""), page);
        }
        return numbers;
    }
}
