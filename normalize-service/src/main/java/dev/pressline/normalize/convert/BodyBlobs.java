package dev.pressline.normalize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.BlobRef;
import dev.pressline.normalize.convert.greengale.EntryVisibility;
import dev.pressline.normalize.convert.source.BlobRefs;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.Optional;

/** The blob that holds a body too long for its record, by format. Pure. */
public final class BodyBlobs {

    private BodyBlobs() {}

    /**
     * The blob of a document's body, given its own content; see {@link ContentConverter#content}.
     */
    public static Optional<BlobRef> of(JsonNode own, ConversionContext context) {
        return ContentConverter.content(own, context)
                .map(content -> context.part(content.path("uri")).orElse(content))
                .flatMap(BodyBlobs::reference)
                .flatMap(BlobRefs::of);
    }

    private static Optional<JsonNode> reference(JsonNode content) {
        return switch (Fields.type(content)) {
            case "pub.leaflet.content", "pub.leaflet.document" -> field(content, "blobPages");
            case "at.markpub.markdown" -> field(content.path("text"), "textBlob");
            case "at.eaten.visit" -> field(content.path("body").path("text"), "textBlob");
            case "blog.pckt.content", "site.standard.markdown" -> field(content, "blob");
            case "net.yrriban.content" -> field(content.path("blobs"), "doc.html");
            case "app.greengale.document", "app.greengale.blog.entry", "com.whtwnd.blog.entry" ->
                    EntryVisibility.isShown(content)
                            ? field(content, "contentBlob")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> field(JsonNode holder, String name) {
        return Optional.ofNullable(holder.get(name));
    }
}
