package dev.pressline.normalize.image;

import java.util.zip.CRC32;

/**
 * Bounded reads from a file's bytes, by way of a window of 64 KiB: whatever lies behind the end
 * reads as -1. Not thread-safe.
 */
public final class Bytes {

    private static final int WINDOW = 64 * 1024;

    private final long length;
    private final Source source;
    private byte[] window;
    private long start;
    private int filled;

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Source {
        /**
         * Fills the array with the bytes from an offset on, as far as there are any; returns how
         * many.
         */
        int read(long offset, byte[] into);
    }

    /** The bytes of a source that has this many. */
    public Bytes(long length, Source source) {
        this.length = length;
        this.source = source;
        this.window = new byte[(int) Math.min(length, WINDOW)];
    }

    /** The bytes of an array. */
    public static Bytes of(byte[] array) {
        Bytes bytes = new Bytes(array.length, (offset, into) -> 0);
        bytes.window = array;
        bytes.filled = array.length;
        return bytes;
    }

    long length() {
        return length;
    }

    /** Whether the Latin-1 text stands at an offset. */
    boolean startsWith(long offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (uint8(offset + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The Latin-1 text of {@code count} bytes; what lies behind the end is left out. */
    String text(long offset, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count && has(offset + i, 1); i++) {
            text.append((char) uint8(offset + i));
        }
        return text.toString();
    }

    int uint8(long offset) {
        return has(offset, 1) && isInWindow(offset) ? window[(int) (offset - start)] & 0xff : -1;
    }

    int uint16(long offset) {
        return has(offset, 2) ? uint8(offset) << 8 | uint8(offset + 1) : -1;
    }

    int uint16Little(long offset) {
        return has(offset, 2) ? uint8(offset + 1) << 8 | uint8(offset) : -1;
    }

    int uint24Little(long offset) {
        return has(offset, 3) ? uint8(offset + 2) << 16 | uint16Little(offset) : -1;
    }

    long uint32(long offset) {
        return has(offset, 4) ? (long) uint16(offset) << 16 | uint16(offset + 2) : -1;
    }

    long uint32Little(long offset) {
        return has(offset, 4) ? (long) uint16Little(offset + 2) << 16 | uint16Little(offset) : -1;
    }

    /** Whether {@code count} bytes stand from an offset on. */
    boolean has(long offset, long count) {
        return offset >= 0 && count >= 0 && offset <= length - count;
    }

    /** The offset of the next byte 0xff from an offset on; the length when there is none. */
    long nextMarker(long from) {
        long at = from;
        while (at < length && isInWindow(at)) {
            for (int i = (int) (at - start); i < filled; i++) {
                if (window[i] == (byte) 0xff) {
                    return start + i;
                }
            }
            at = start + filled;
        }
        return length;
    }

    /** The CRC-32 of a part that is there. */
    long crc32(long from, long count) {
        CRC32 crc = new CRC32();
        long at = from;
        while (at < from + count && isInWindow(at)) {
            int offset = (int) (at - start);
            int here = (int) Math.min(filled - offset, from + count - at);
            crc.update(window, offset, here);
            at += here;
        }
        return crc.getValue();
    }

    /** Whether a part that is there is nothing but zeros. */
    boolean isZero(long from, long count) {
        long at = from;
        while (at < from + count && uint8(at) == 0) {
            at++;
        }
        return at == from + count;
    }

    /** Moves the window to a byte that is there; false when the source has lost it. */
    private boolean isInWindow(long offset) {
        if (offset < start || offset >= start + filled) {
            filled = source.read(offset, window);
            start = offset;
        }
        return filled > 0;
    }
}
