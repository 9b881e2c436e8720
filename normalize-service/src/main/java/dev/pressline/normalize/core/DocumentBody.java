package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.normalize.blocks.Bounds;
import dev.pressline.normalize.convert.ContentConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.repair.Draft;
import dev.pressline.normalize.text.MarkedText;
import java.util.List;
import java.util.Optional;

/** The body of a document: its content, else its plain text with the styles repair found. */
final class DocumentBody {

    private DocumentBody() {}

    /**
     * The body made of the content; empty where there is none, and where nothing of it can be shown
     * but there is a plain text beside it.
     */
    static Optional<Body> ofContent(Draft draft, ConversionContext context) {
        Optional<JsonNode> content = content(draft, context);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        Body body = ContentConverter.convert(content, "", context);
        boolean shows = body.blocks().stream().anyMatch(b -> !(b instanceof Block.Unknown));
        boolean hasText = draft.text(Draft.TEXT).filter(text -> !text.isBlank()).isPresent();
        return shows || !hasText ? Optional.of(body) : Optional.empty();
    }

    /**
     * The body made of the repaired plain text; a placeholder says what the content could not show.
     */
    static Body ofText(Draft draft, ConversionContext context) {
        Optional<List<Block>> blocks = draft.readBlocks();
        if (blocks.isPresent()) {
            return new Body(ContentConverter.TEXT, Bounds.keep(blocks.get()));
        }
        String text = draft.text(Draft.TEXT).orElse("");
        Body body = ContentConverter.convert(content(draft, context), text, context);
        return MarkedBody.styled(body, new MarkedText(text, draft.marks()));
    }

    /** Whether the content lets the document stand in lists and feeds. */
    static boolean isListed(Draft draft, ConversionContext context) {
        return ContentConverter.isListed(content(draft, context), context);
    }

    /** The labels that the content brings along. */
    static List<JsonNode> labels(Draft draft, ConversionContext context) {
        return ContentConverter.labels(content(draft, context), context);
    }

    private static Optional<JsonNode> content(Draft draft, ConversionContext context) {
        return ContentConverter.content(draft.get("/content"), context);
    }
}
