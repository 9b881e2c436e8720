package dev.pressline.normalize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.normalize.blocks.Bounds;
import dev.pressline.normalize.convert.greengale.EntryBlobs;
import dev.pressline.normalize.convert.greengale.EntryVisibility;
import dev.pressline.normalize.convert.markdown.MarkdownBody;
import dev.pressline.normalize.convert.plain.PlainParagraphs;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.source.SafeJson;
import dev.pressline.normalize.convert.source.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the body of a document: by the converter of its {@code content}, else from its plain text;
 * a record that has neither gives a body without blocks. Never fails, whatever the content is, and
 * stays within {@link Bounds}. Stateless.
 */
public final class ContentConverter {

    /** The source of a body made from the plain text. */
    public static final String TEXT = "text";

    /** The source of a body whose content is a bare string, which is Markdown. */
    public static final String MARKDOWN = "markdown";

    /** The source of a body without blocks. */
    public static final String NONE = "none";

    private ContentConverter() {}

    /**
     * The body of a document. Where the content cannot be read, its placeholders follow the plain
     * text; where it is not for everybody, the plain text is not shown in its stead.
     *
     * @param content the {@code content} of the record as received, if it has one
     * @param text the {@code textContent} after its repair, empty if it has none
     */
    public static Body convert(Optional<JsonNode> content, String text, ConversionContext context) {
        Body body = content.map(given -> read(SafeJson.of(given), context)).orElse(none());
        if (body.blocks().stream().anyMatch(ContentConverter::isAnswer)) {
            return body;
        }
        List<Block> blocks = new ArrayList<>(PlainParagraphs.of(SafeText.of(text)));
        if (blocks.isEmpty()) {
            return body.blocks().isEmpty() ? none() : body;
        }
        blocks.addAll(body.blocks());
        return new Body(TEXT, Bounds.keep(blocks));
    }

    /**
     * The content of a document: its own, else the part of it that stands under its record key.
     *
     * @param own the {@code content} of the record, missing or null if it has none
     */
    public static Optional<JsonNode> content(JsonNode own, ConversionContext context) {
        return PartReferences.content(own, context.uri(), context.elsewhere().parts());
    }

    /** Whether a document of this content may stand in lists and feeds, as far as that says. */
    public static boolean isListed(Optional<JsonNode> content, ConversionContext context) {
        return entry(content, context).map(EntryVisibility::isListed).orElse(true);
    }

    /** The labels that a content brings along for what it shows, in whichever shape they come. */
    public static List<JsonNode> labels(Optional<JsonNode> content, ConversionContext context) {
        return entry(content, context).map(EntryBlobs::labels).orElse(List.of());
    }

    private static Optional<JsonNode> entry(Optional<JsonNode> content, ConversionContext context) {
        return content.map(given -> context.part(given.path("uri")).orElse(given))
                .filter(Formats::isEntry);
    }

    private static Body none() {
        return new Body(NONE, List.of());
    }

    private static Body read(JsonNode content, ConversionContext context) {
        if (content.isTextual()) {
            List<Block> blocks = MarkdownBody.blocks(content.textValue(), context);
            return new Body(MARKDOWN, Bounds.keep(blocks));
        }
        if (!content.isObject()) {
            return none();
        }
        List<Block> blocks = Formats.of(content).convert(content, context);
        return new Body(Fields.type(content), Bounds.keep(blocks));
    }

    /** Whether a block is more than a placeholder or an ornament. */
    private static boolean isAnswer(Block block) {
        return switch (block) {
            case Block.Unknown unknown -> false;
            case Block.Rule rule -> false;
            case Block.PageBreak pageBreak -> false;
            case Block.Paragraph answer -> true;
            case Block.Heading answer -> true;
            case Block.ItemList answer -> true;
            case Block.TaskList answer -> true;
            case Block.Quote answer -> true;
            case Block.Callout answer -> true;
            case Block.Code answer -> true;
            case Block.Math answer -> true;
            case Block.Table answer -> true;
            case Block.Image answer -> true;
            case Block.Gallery answer -> true;
            case Block.Embed answer -> true;
            case Block.PostReference answer -> true;
            case Block.Button answer -> true;
            case Block.Footnote answer -> true;
            case Block.MembersOnlyBreak answer -> true;
        };
    }
}
