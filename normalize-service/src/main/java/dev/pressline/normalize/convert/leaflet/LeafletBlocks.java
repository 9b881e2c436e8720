package dev.pressline.normalize.convert.leaflet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Lists;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Converts the blocks of one Leaflet page, {@code pub.leaflet.blocks.*}, and remembers what they
 * say of other pages. Alignment, colours and sizes are left behind. One for each page.
 */
final class LeafletBlocks {

    private final Parts parts;
    private final Set<String> pages;
    private final List<String> linkedPages = new ArrayList<>();
    private boolean closed;

    /** Reads a page of a document that has pages of these ids. */
    LeafletBlocks(Parts parts, Set<String> pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** Whether the part for members only has begun: nothing after it may be converted. */
    boolean isClosed() {
        return closed;
    }

    /** The ids of the pages that blocks so far link to, each one of the document's. */
    List<String> linkedPages() {
        return linkedPages;
    }

    /** The blocks of one block; none for spacing. */
    List<Block> blocks(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "text" -> parts.paragraph(parts.inlines(block, "plaintext", "text"));
            case "header" -> header(block);
            case "blockquote" ->
                    parts.quote(parts.paragraph(parts.inlines(block, "plaintext", "text")));
            case "code" -> parts.code(block, Fields.text(block, "language"), "plaintext", "text");
            case "math" -> parts.math(block);
            case "image" ->
                    parts.image(block, parts.picture(block, Parts.alt(block), "image"), List.of());
            case "imageGallery" -> parts.gallery(block, pictures(block), List.of());
            case "unorderedList" -> list(block, false);
            case "orderedList" -> list(block, true);
            default -> leaf(block);
        };
    }

    private List<Block> leaf(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "horizontalRule" -> List.of(new Block.Rule());
            case "website" -> parts.embed(block, "src", "url");
            case "iframe" ->
                    block.has("html") ? parts.unknown(block) : parts.embed(block, "url", "src");
            case "button" -> parts.button(block, "url", "href");
            case "bskyPost" -> parts.post(block, "postRef");
            case "standardSitePost", "standardSitePublication" -> parts.post(block, "uri");
            case "page" -> link(block);
            case "membersOnlyDelimiter" -> close();
            default -> parts.unknown(block);
        };
    }

    private List<Block> header(JsonNode block) {
        int level = Fields.integer(block, "level").orElse(1);
        return parts.heading(level, parts.inlines(block, "plaintext", "text"));
    }

    private List<Picture> pictures(JsonNode block) {
        return Fields.list(block, "images").stream()
                .flatMap(image -> parts.picture(image, Parts.alt(image), "image").stream())
                .toList();
    }

    private List<Block> list(JsonNode list, boolean ordered) {
        List<Lists.Entry> entries = new ArrayList<>();
        for (JsonNode item : Fields.list(list, "children")) {
            if (!closed) {
                entries.add(new Lists.Entry(Fields.flag(item, "checked"), item(item, ordered)));
            }
        }
        return Lists.of(ordered, Fields.integer(list, "startIndex").orElse(1), entries);
    }

    private List<Block> item(JsonNode item, boolean ordered) {
        List<Block> children = new ArrayList<>(blocks(item.path("content")));
        boolean same = !Fields.list(item, "children").isEmpty();
        Optional<JsonNode> other =
                Optional.ofNullable(
                        item.get(ordered ? "unorderedListChildren" : "orderedListChildren"));
        if (same) {
            children.addAll(list(item, ordered));
        } else {
            other.ifPresent(nested -> children.addAll(list(nested, !ordered)));
        }
        return children;
    }

    /** The page itself follows; one that the document lacks leaves a placeholder. */
    private List<Block> link(JsonNode block) {
        Optional<String> page = Fields.text(block, "id").filter(pages::contains);
        page.ifPresent(linkedPages::add);
        return page.isPresent() ? List.of() : parts.unknown(block);
    }

    private List<Block> close() {
        closed = true;
        return List.of(new Block.MembersOnlyBreak());
    }
}
