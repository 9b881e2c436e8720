package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Cid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a document what became of its blobs, wherever it mentions them. Pure. */
public final class BlobStates {

    private final Map<Cid, Blob> known;

    private BlobStates(Map<Cid, Blob> known) {
        this.known = known;
    }

    /**
     * The document with each of its blobs as {@code known} has it; the text alternative stays its
     * own.
     */
    public static Document apply(Document document, Map<Cid, Blob> known) {
        BlobStates states = new BlobStates(known);
        return new Document(
                document.uri(),
                document.cid(),
                document.rev(),
                document.title(),
                document.description(),
                document.summary(),
                document.publishedAt(),
                document.updatedAt(),
                document.canonicalUrl(),
                document.path(),
                document.site(),
                document.language(),
                document.tags(),
                document.authors(),
                document.coverImage().map(states::blob),
                states.body(document.body()),
                document.text(),
                document.words(),
                document.readingMinutes(),
                document.discussion(),
                document.labels(),
                document.blobs().stream().map(states::blob).toList(),
                document.links(),
                document.showInDiscover(),
                document.repairs(),
                document.violations(),
                document.more());
    }

    /** A blob as {@code known} has it, with its own text alternative. */
    public static Blob apply(Blob blob, Map<Cid, Blob> known) {
        return new BlobStates(known).blob(blob);
    }

    private Blob blob(Blob blob) {
        Blob found = known.getOrDefault(blob.cid(), blob);
        return new Blob(
                found.cid(),
                found.mimeType(),
                found.size(),
                found.width(),
                found.height(),
                blob.alt(),
                found.state());
    }

    private Body body(Body body) {
        return new Body(body.source(), blocks(body.blocks()));
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Picture picture(Picture picture) {
        Optional<Blob> blob = picture.blob().map(this::blob);
        return new Picture(blob, picture.url(), picture.alt());
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Image image -> new Block.Image(picture(image.picture()), image.caption());
            case Block.Gallery gallery ->
                    new Block.Gallery(gallery.pictures().stream().map(this::picture).toList());
            case Block.Quote quote -> new Block.Quote(blocks(quote.children()));
            case Block.Callout callout ->
                    new Block.Callout(callout.label(), blocks(callout.children()));
            case Block.Footnote footnote ->
                    new Block.Footnote(footnote.id(), blocks(footnote.children()));
            case Block.ItemList list ->
                    new Block.ItemList(
                            list.ordered(),
                            list.start(),
                            list.items().stream().map(this::item).toList());
            case Block.TaskList list ->
                    new Block.TaskList(list.items().stream().map(this::item).toList());
            case Block.Table table ->
                    new Block.Table(table.rows().stream().map(this::row).toList());
            case Block.Paragraph leaf -> leaf;
            case Block.Heading leaf -> leaf;
            case Block.Code leaf -> leaf;
            case Block.Math leaf -> leaf;
            case Block.Embed leaf -> leaf;
            case Block.PostReference leaf -> leaf;
            case Block.Button leaf -> leaf;
            case Block.Rule leaf -> leaf;
            case Block.PageBreak leaf -> leaf;
            case Block.MembersOnlyBreak leaf -> leaf;
            case Block.Unknown leaf -> leaf;
        };
    }

    private Block.ListItem item(Block.ListItem item) {
        return new Block.ListItem(blocks(item.children()));
    }

    private Block.TaskItem item(Block.TaskItem item) {
        return new Block.TaskItem(item.checked(), blocks(item.children()));
    }

    private Block.TableRow row(Block.TableRow row) {
        return new Block.TableRow(row.cells().stream().map(this::cell).toList());
    }

    private Block.TableCell cell(Block.TableCell cell) {
        return new Block.TableCell(
                cell.header(), cell.colspan(), cell.rowspan(), blocks(cell.children()));
    }
}
