package dev.pressline.normalize.convert.inline;

/**
 * Where each UTF-8 byte offset of a text lies in its characters. An offset within a character
 * counts as the beginning of it, one outside of the text as the nearer end. Immutable.
 */
public final class ByteOffsets {

    private final int length;

    /** Empty where every character is one byte. */
    private final int[] characters;

    /** The offsets of a text. */
    public ByteOffsets(String text) {
        length = text.codePoints().map(ByteOffsets::length).sum();
        characters = length == text.length() ? new int[0] : characters(text, length);
    }

    private static int[] characters(String text, int length) {
        int[] byByte = new int[length + 1];
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
        return byByte;
    }

    /** The index of the character at a byte offset. */
    public int character(long offset) {
        int inside = (int) Math.clamp(offset, 0L, (long) length);
        return characters.length == 0 ? inside : characters[inside];
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
