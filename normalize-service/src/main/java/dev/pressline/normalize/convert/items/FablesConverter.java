package dev.pressline.normalize.convert.items;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.List;

/**
 * Converts {@code ca.justexe.fables.blocks}: {@code blocks} whose {@code content} is plain text. A
 * block nobody knows that has text gives it as a paragraph. Stateless.
 */
public final class FablesConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        Parts parts = new Parts(context);
        return Fields.list(content, "blocks").stream()
                .flatMap(block -> block(block, parts).stream())
                .toList();
    }

    private static List<Block> block(JsonNode block, Parts parts) {
        List<Inline> words =
                Fields.text(block, "content")
                        .map(text -> Texts.lines(text.strip()))
                        .orElse(List.of());
        return switch (Fields.kind(block)) {
            case "paragraph" -> parts.paragraph(words);
            case "heading" -> parts.heading(Fields.integer(block, "level").orElse(1), words);
            case "quote", "blockquote" -> parts.quote(parts.paragraph(words));
            case "code" -> parts.code(block, Fields.text(block, "language"), "content");
            case "divider" -> List.of(new Block.Rule());
            case "image" -> image(block, parts);
            default -> words.isEmpty() ? parts.unknown(block) : parts.paragraph(words);
        };
    }

    private static List<Block> image(JsonNode block, Parts parts) {
        return parts.image(
                block,
                parts.picture(block, Parts.alt(block), "image", "blob", "src", "url"),
                List.of());
    }
}
