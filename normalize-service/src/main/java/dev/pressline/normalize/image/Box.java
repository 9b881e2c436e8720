package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of the ISO base media file format (ISO/IEC 14496-12). Immutable.
 *
 * @param type its four letters
 * @param at where it begins
 * @param data where its content begins
 * @param end behind it
 */
record Box(String type, long at, long data, long end) {

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;
    private static final int MOST = 10_000;

    /** The boxes that fill a part of a file. */
    static List<Box> of(Bytes in, long from, long to) throws MalformedImageException {
        List<Box> boxes = new ArrayList<>();
        for (long at = from; at < to; at = boxes.getLast().end()) {
            require(boxes.size() < MOST, "there are too many boxes");
            boxes.add(read(in, at, to));
        }
        return boxes;
    }

    private static Box read(Bytes in, long at, long to) throws MalformedImageException {
        long size = in.uint32(at);
        boolean large = size == 1;
        long length = large ? uint64(in, at + HEADER) : size == 0 ? to - at : size;
        int header = large ? LARGE_HEADER : HEADER;
        require(length >= header && length <= to - at, "a box is cut off or mangled");
        return new Box(in.text(at + 4, 4), at, at + header, at + length);
    }

    private static long uint64(Bytes in, long at) throws MalformedImageException {
        require(in.uint32(at) == 0, "a box is too large");
        return in.uint32(at + 4);
    }

    /** The only box of a type. */
    static Box only(List<Box> boxes, String type) throws MalformedImageException {
        List<Box> found = boxes.stream().filter(box -> box.type().equals(type)).toList();
        require(found.size() == 1, "it does not have one box " + type);
        return found.getFirst();
    }

    /** The box of a type, if there is one. */
    static Optional<Box> optional(List<Box> boxes, String type) throws MalformedImageException {
        boolean there = boxes.stream().anyMatch(box -> box.type().equals(type));
        return there ? Optional.of(only(boxes, type)) : Optional.empty();
    }

    /** The boxes in it, behind {@code skipped} bytes of its content. */
    List<Box> inner(Bytes in, int skipped) throws MalformedImageException {
        return of(in, data + skipped, end);
    }
}
