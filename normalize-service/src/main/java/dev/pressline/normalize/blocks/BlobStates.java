package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Cid;
import java.util.List;
import java.util.Map;

/**
 * Writes into a document what became of its blobs: state, sniffed type, counted size and
 * dimensions. The alternative text of each place stays. Stateless.
 */
public final class BlobStates {

    private final Map<Cid, Blob> known;

    private BlobStates(Map<Cid, Blob> known) {
        this.known = known;
    }

    /** The document with each blob of {@code known} in its cover, body and list of blobs. */
    public static Document apply(Document document, Map<Cid, Blob> known) {
        return new BlobStates(known).document(document);
    }

    /** The blob as {@code known} has it, with its own text alternative. */
    public static Blob apply(Blob blob, Map<Cid, Blob> known) {
        return new BlobStates(known).blob(blob);
    }

    private Document document(Document d) {
        Body body = new Body(d.body().source(), blocks(d.body().blocks()));
        return new Document(
                d.uri(),
                d.cid(),
                d.rev(),
                d.title(),
                d.description(),
                d.summary(),
                d.publishedAt(),
                d.updatedAt(),
                d.canonicalUrl(),
                d.path(),
                d.site(),
                d.language(),
                d.tags(),
                d.authors(),
                d.coverImage().map(this::blob),
                body,
                d.text(),
                d.words(),
                d.readingMinutes(),
                d.discussion(),
                d.labels(),
                d.blobs().stream().map(this::blob).toList(),
                d.links(),
                d.showInDiscover(),
                d.repairs(),
                d.violations(),
                d.more());
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof Block.Image image) {
            return new Block.Image(picture(image.picture()), image.caption());
        }
        if (block instanceof Block.Gallery gallery) {
            return new Block.Gallery(gallery.pictures().stream().map(this::picture).toList());
        }
        return Nested.map(block, this::blocks);
    }

    private Picture picture(Picture picture) {
        return new Picture(picture.blob().map(this::blob), picture.url(), picture.alt());
    }

    private Blob blob(Blob blob) {
        Blob now = known.getOrDefault(blob.cid(), blob);
        return new Blob(
                blob.cid(),
                now.mimeType(),
                now.size(),
                now.width(),
                now.height(),
                blob.alt(),
                now.state(),
                now.variants());
    }
}
