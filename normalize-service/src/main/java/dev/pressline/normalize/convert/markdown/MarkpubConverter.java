package dev.pressline.normalize.convert.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Converts {@code at.markpub.markdown}, whose text is a string or an {@code at.markpub.text}. Where
 * the whole text is kept in a blob that is not known, the preview is followed by a placeholder.
 * Front matter is left out, and TeX read, where they are announced. Facets lie over the source of
 * the preview, and so of the whole where that begins with it. Stateless.
 */
public final class MarkpubConverter implements BodyConverter {

    private static final Set<String> TEX = Set.of("latex", "tex", "math", "katex");

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        JsonNode blob = content.path("text").path("textBlob");
        Optional<String> preview = markdown(content);
        Optional<String> whole = context.text(blob);
        boolean faceted = whole.isEmpty() || whole.get().startsWith(preview.orElse(""));
        List<JsonNode> facets = faceted ? Fields.list(content.path("text"), "facets") : List.of();
        List<Block> blocks = new ArrayList<>();
        whole.or(() -> preview)
                .map(source -> SourceFacets.written(source, facets, context))
                .map(
                        markdown ->
                                announcesFrontMatter(content)
                                        ? FrontMatter.strip(markdown)
                                        : markdown)
                .ifPresent(markdown -> blocks.addAll(blocks(content, markdown, context)));
        if (blocks.isEmpty() || (blob.isObject() && whole.isEmpty())) {
            blocks.add(new Block.Unknown(Fields.type(content)));
        }
        return blocks;
    }

    private static List<Block> blocks(
            JsonNode content, String markdown, ConversionContext context) {
        return announces(content, TEX)
                ? MarkdownBody.blocksWithTex(markdown, context)
                : MarkdownBody.blocks(markdown, context);
    }

    private static Optional<String> markdown(JsonNode content) {
        return Fields.text(content, "text", "markdown")
                .or(() -> Fields.text(content.path("text"), "markdown"));
    }

    private static boolean announcesFrontMatter(JsonNode content) {
        return !content.path("frontMatter").isEmpty() || announces(content, Set.of("yaml"));
    }

    private static boolean announces(JsonNode content, Set<String> extensions) {
        return Fields.list(content, "extensions").stream()
                .map(extension -> extension.asText().toLowerCase(Locale.ROOT))
                .anyMatch(extensions::contains);
    }
}
