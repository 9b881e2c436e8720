package dev.pressline.normalize.blob;

/** Bounded reads from a file's bytes: whatever lies behind the end reads as -1. */
final class Bytes {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    /** Whether the Latin-1 text stands at an offset. */
    boolean startsWith(int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (uint8(offset + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int uint8(int offset) {
        return offset >= 0 && offset < bytes.length ? bytes[offset] & 0xff : -1;
    }

    int uint16(int offset) {
        return has(offset, 2) ? uint8(offset) << 8 | uint8(offset + 1) : -1;
    }

    int uint16Little(int offset) {
        return has(offset, 2) ? uint8(offset + 1) << 8 | uint8(offset) : -1;
    }

    int uint24Little(int offset) {
        return has(offset, 3) ? uint8(offset + 2) << 16 | uint16Little(offset) : -1;
    }

    long uint32(int offset) {
        return has(offset, 4) ? (long) uint16(offset) << 16 | uint16(offset + 2) : -1;
    }

    private boolean has(int offset, int count) {
        return offset >= 0 && offset <= bytes.length - count;
    }
}
