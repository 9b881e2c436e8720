package dev.pressline.normalize.image;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the size of an AVIF: the property {@code ispe} of its primary item, its sides exchanged
 * where the property {@code irot} turns it by a quarter.
 */
final class AvifSize {

    private AvifSize() {}

    static Optional<Dimensions> of(Bytes in) {
        try {
            List<Box> meta = Box.only(Box.of(in, 0, in.length()), "meta").inner(in, 4);
            List<Box> iprp = Box.only(meta, "iprp").inner(in, 0);
            List<Box> properties = Box.only(iprp, "ipco").inner(in, 0);
            BoxReader primary = new BoxReader(in, Box.only(meta, "pitm"));
            long id = primary.number(4) >> 24 == 0 ? primary.number(2) : primary.number(4);
            return size(in, of(properties, numbers(in, Box.only(iprp, "ipma"), id)));
        } catch (MalformedImageException e) {
            return Optional.empty();
        }
    }

    /** The numbers of the properties of an item, from 1 on. */
    private static List<Integer> numbers(Bytes in, Box ipma, long id)
            throws MalformedImageException {
        BoxReader fields = new BoxReader(in, ipma);
        int version = fields.small(1);
        boolean wide = (fields.number(3) & 1) == 1;
        long entries = fields.number(4);
        for (long i = 0; i < entries; i++) {
            boolean wanted = fields.number(version == 0 ? 2 : 4) == id;
            List<Integer> numbers = new ArrayList<>();
            int count = fields.small(1);
            for (int k = 0; k < count; k++) {
                numbers.add(wide ? fields.small(2) & 0x7fff : fields.small(1) & 0x7f);
            }
            if (wanted) {
                return numbers;
            }
        }
        return List.of();
    }

    private static List<Box> of(List<Box> properties, List<Integer> numbers) {
        return numbers.stream()
                .filter(number -> number >= 1 && number <= properties.size())
                .map(number -> properties.get(number - 1))
                .toList();
    }

    private static Optional<Dimensions> size(Bytes in, List<Box> own)
            throws MalformedImageException {
        Optional<Box> extents = Box.optional(own, "ispe");
        boolean turned =
                Box.optional(own, "irot")
                        .filter(box -> (in.uint8(box.data()) & 1) == 1)
                        .isPresent();
        return extents.flatMap(
                        box ->
                                ImageHeader.size(
                                        in.uint32(box.data() + 4), in.uint32(box.data() + 8)))
                .map(size -> turned ? new Dimensions(size.height(), size.width()) : size);
    }
}
