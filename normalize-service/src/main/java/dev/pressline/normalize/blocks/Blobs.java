package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Cid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The blobs that blocks refer to. Stateless. */
public final class Blobs {

    private Blobs() {}

    /** Every blob of a body once, in the order of its first place. */
    public static List<Blob> in(List<Block> blocks) {
        Map<Cid, Blob> found = new LinkedHashMap<>();
        pictures(blocks)
                .flatMap(picture -> picture.blob().stream())
                .forEach(blob -> found.putIfAbsent(blob.cid(), blob));
        return List.copyOf(found.values());
    }

    private static Stream<Picture> pictures(List<Block> blocks) {
        return blocks.stream().flatMap(Blobs::pictures);
    }

    private static Stream<Picture> pictures(Block block) {
        if (block instanceof Block.Image image) {
            return Stream.of(image.picture());
        }
        if (block instanceof Block.Gallery gallery) {
            return gallery.pictures().stream();
        }
        return Nested.in(block).stream().flatMap(Blobs::pictures);
    }
}
