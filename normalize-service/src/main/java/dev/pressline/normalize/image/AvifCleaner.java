package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import dev.pressline.normalize.image.AvifItems.Extent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Cleans an AVIF: every byte of data that belongs to no item of the picture, such as Exif and XMP,
 * becomes zero in its place, since a file that refers to itself by offsets cannot be shortened. One
 * that is animated, or that holds a box which is not known to be harmless, is refused. Not
 * thread-safe.
 */
final class AvifCleaner {

    private static final Set<String> TOP = Set.of("ftyp", "meta", "mdat", "free", "skip");
    private static final Set<String> META =
            Set.of("hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "dinf", "grpl", "free");
    private static final Set<String> PROPERTIES =
            Set.of(
                    "ispe", "pixi", "av1C", "colr", "irot", "imir", "clap", "pasp", "auxC", "a1op",
                    "lsel", "a1lx", "clli", "mdcv", "cclv", "amve");

    private final Bytes in;
    private final Cut cut = new Cut();

    AvifCleaner(Bytes in) {
        this.in = in;
    }

    CleanCopy clean() throws MalformedImageException {
        List<Box> top = Box.of(in, 0, in.length());
        require(areOf(top, TOP), "it is animated, or holds what is not known to be harmless");
        List<Box> meta = Box.only(top, "meta").inner(in, 4);
        require(areOf(meta, META), "it holds data of an unknown kind");
        List<Box> iprp = Box.only(meta, "iprp").inner(in, 0);
        require(
                areOf(Box.only(iprp, "ipco").inner(in, 0), PROPERTIES),
                "it has a property that is not known to be harmless");
        List<Extent> picture = AvifItems.read(in, meta).picture();
        copy(kept(top, meta, picture));
        return new CleanCopy(cut.pieces(), Orientation.UPRIGHT, 1);
    }

    private static boolean areOf(List<Box> boxes, Set<String> types) {
        return boxes.stream().map(Box::type).allMatch(types::contains);
    }

    /** What stays: the structure, and of the data what the picture is made of. */
    private static List<Extent> kept(List<Box> top, List<Box> meta, List<Extent> picture)
            throws MalformedImageException {
        List<Box> data = new ArrayList<>();
        List<Extent> kept = new ArrayList<>();
        for (Box box : List.of(top, meta).stream().flatMap(List::stream).toList()) {
            switch (box.type()) {
                case "mdat", "idat" -> {
                    data.add(box);
                    kept.add(new Extent(box.at(), box.data()));
                }
                case "free", "skip" -> kept.add(new Extent(box.at(), box.data()));
                case "meta" -> kept.add(new Extent(box.at(), box.data() + 4));
                default -> kept.add(new Extent(box.at(), box.end()));
            }
        }
        for (Extent extent : picture) {
            require(data.stream().anyMatch(extent::isWithin), "an item lies outside of the data");
        }
        kept.addAll(picture);
        kept.sort(Comparator.comparingLong(Extent::from));
        return kept;
    }

    private void copy(List<Extent> kept) throws MalformedImageException {
        long at = 0;
        for (Extent extent : kept) {
            blank(at, extent.from());
            long from = Math.max(at, extent.from());
            if (extent.to() > from) {
                cut.keep(from, extent.to() - from);
                at = extent.to();
            }
        }
        blank(at, in.length());
    }

    private void blank(long from, long to) throws MalformedImageException {
        if (to > from && in.isZero(from, to - from)) {
            cut.keep(from, to - from);
        } else {
            cut.blank(to - from);
        }
    }
}
