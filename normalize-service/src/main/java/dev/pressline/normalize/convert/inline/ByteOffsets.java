package dev.pressline.normalize.convert.inline;

import java.util.Arrays;

/**
 * Where each UTF-8 byte offset of a text lies in its characters. An offset within a character
 * counts as the beginning of it, one outside of the text as the nearer end. Immutable.
 */
public final class ByteOffsets {

    private final int[] characters;

    /** The offsets of a text. */
    public ByteOffsets(String text) {
        int[] byByte = new int[Math.multiplyExact(text.length(), 3) + 1];
        int bytes = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            for (int i = length(codePoint); i > 0; i--) {
                byByte[bytes++] = index;
            }
            index += Character.charCount(codePoint);
        }
        byByte[bytes] = index;
        characters = Arrays.copyOf(byByte, bytes + 1);
    }

    /** The index of the character at a byte offset. */
    public int character(long offset) {
        return characters[(int) Math.clamp(offset, 0L, characters.length - 1L)];
    }

    private static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
