package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of an AVIF file and where their bytes lie (ISO/IEC 23008-12): which of them make the
 * picture, and which only say something about it. Immutable.
 */
final class AvifItems {

    private static final Set<String> PICTURE = Set.of("av01", "grid", "iovl", "tmap");
    private static final int MOST = 10_000;

    private final List<Extent> picture = new ArrayList<>();
    private final List<Extent> rest = new ArrayList<>();

    /** Bytes of an item, by their offset in the file. */
    record Extent(long from, long to) {
        boolean overlaps(Extent other) {
            return from < other.to && other.from < to;
        }

        boolean isWithin(Box box) {
            return from >= box.data() && to <= box.end();
        }
    }

    /** Reads the items that the boxes within {@code meta} describe. */
    static AvifItems read(Bytes in, List<Box> meta) throws MalformedImageException {
        AvifItems items = new AvifItems();
        Map<Long, String> types = types(in, Box.only(meta, "iinf"));
        long idat = Box.optional(meta, "idat").map(Box::data).orElse(-1L);
        items.locate(new BoxReader(in, Box.only(meta, "iloc")), types, idat);
        for (Extent one : items.picture) {
            require(items.rest.stream().noneMatch(one::overlaps), "items share their bytes");
        }
        return items;
    }

    /** Where the picture lies. */
    List<Extent> picture() {
        return List.copyOf(picture);
    }

    private static Map<Long, String> types(Bytes in, Box iinf) throws MalformedImageException {
        BoxReader fields = new BoxReader(in, iinf);
        int version = fields.small(1);
        require(version <= 1, "the list of items has an unknown form");
        Map<Long, String> types = new HashMap<>();
        for (Box infe : iinf.inner(in, version == 0 ? 6 : 8)) {
            BoxReader item = new BoxReader(in, infe);
            int form = item.small(1);
            require(form == 2 || form == 3, "an item has an unknown form");
            item.number(3);
            long id = item.number(form == 2 ? 2 : 4);
            item.number(2);
            require(types.put(id, item.text(4)) == null, "two items have one name");
        }
        return types;
    }

    private void locate(BoxReader fields, Map<Long, String> types, long idat)
            throws MalformedImageException {
        int version = fields.small(1);
        require(version <= 2, "the list of places has an unknown form");
        fields.number(3);
        Sizes sizes = Sizes.of(fields.small(1), fields.small(1));
        long count = fields.number(version < 2 ? 2 : 4);
        require(count <= MOST, "there are too many items");
        Set<Long> located = new HashSet<>();
        for (long i = 0; i < count; i++) {
            long id = fields.number(version < 2 ? 2 : 4);
            require(located.add(id), "an item lies in two places");
            String type = types.getOrDefault(id, "");
            int construction = version == 0 ? 0 : fields.small(2) & 0xf;
            require(construction == 0 || (construction == 1 && idat > 0), "an item lies nowhere");
            require(fields.number(2) == 0, "an item lies in another file");
            long base = fields.number(sizes.base()) + (construction == 1 ? idat : 0);
            extents(fields, sizes, base, PICTURE.contains(type) ? picture : rest, version);
        }
    }

    /** How many bytes the numbers of the list of places have. */
    private record Sizes(int offset, int length, int base, int index) {
        static Sizes of(int first, int second) {
            return new Sizes(first >> 4, first & 0xf, second >> 4, second & 0xf);
        }
    }

    private static void extents(
            BoxReader fields, Sizes sizes, long base, List<Extent> into, int version)
            throws MalformedImageException {
        int count = fields.small(2);
        for (int i = 0; i < count; i++) {
            require(into.size() < MOST, "there are too many items");
            fields.number(version == 0 ? 0 : sizes.index());
            long from = base + fields.number(sizes.offset());
            long length = fields.number(sizes.length());
            require(length > 0, "an item has no length");
            into.add(new Extent(from, from + length));
        }
    }
}
