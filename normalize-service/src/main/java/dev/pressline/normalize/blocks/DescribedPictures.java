package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Cid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the pictures of a body what another place of the record says of the same blobs: type, size,
 * and a text alternative where the body has none. Immutable.
 *
 * @param described what is said, by blob
 */
public record DescribedPictures(Map<Cid, Picture> described) {

    /** The blocks with their pictures described. */
    public List<Block> in(List<Block> blocks) {
        return described.isEmpty() ? blocks : blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof Block.Image image) {
            return new Block.Image(picture(image.picture()), image.caption());
        }
        if (block instanceof Block.Gallery gallery) {
            return new Block.Gallery(gallery.pictures().stream().map(this::picture).toList());
        }
        return Nested.map(block, this::in);
    }

    private Picture picture(Picture picture) {
        Optional<Picture> said = picture.blob().map(Blob::cid).map(described::get);
        return said.isPresent() && picture.alt().isEmpty()
                ? said.get()
                : said.flatMap(Picture::blob).map(blob -> typed(picture, blob)).orElse(picture);
    }

    private static Picture typed(Picture picture, Blob said) {
        Blob blob =
                new Blob(
                        said.cid(),
                        said.mimeType(),
                        said.size(),
                        said.width(),
                        said.height(),
                        picture.blob().flatMap(Blob::alt),
                        said.state());
        return new Picture(Optional.of(blob), picture.url(), picture.alt());
    }
}
