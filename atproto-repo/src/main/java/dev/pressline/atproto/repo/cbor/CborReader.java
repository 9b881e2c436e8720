package dev.pressline.atproto.repo.cbor;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads canonical DAG-CBOR, one item after the other, and accepts nothing else: shortest lengths,
 * no floats, no tag but links, map keys of text in canonical order, valid UTF-8. Every method
 * throws {@link dev.pressline.atproto.repo.InvalidRepoException} for what is not there. Not
 * thread-safe.
 *
 * @see <a href="https://atproto.com/specs/data-model">AT Protocol: data model</a>
 */
public final class CborReader {

    /** The most elements of one array or map. */
    public static final int MAX_ELEMENTS = 131_072;

    /** The longest key of a map, in bytes of UTF-8. */
    public static final int MAX_KEY = 8_192;

    private static final int LINK_TAG = 42;
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final int end;
    private int position;
    private int textFrom;

    /** What an item is. */
    public enum Kind {
        /** An integer of 64 bits with sign. */
        INTEGER,
        /** Bytes. */
        BYTES,
        /** Text. */
        TEXT,
        /** An array. */
        ARRAY,
        /** A map with text keys. */
        MAP,
        /** A CID. */
        LINK,
        /** True or false. */
        BOOLEAN,
        /** Null. */
        NULL
    }

    /** Reads from all of {@code bytes}, which must not change meanwhile. */
    public CborReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads from a part of {@code bytes}, which must not change meanwhile. */
    public CborReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Where the next item begins. */
    public int position() {
        return position;
    }

    /** Throws when anything is left. */
    public void end() {
        if (position != end) {
            throw malformed((end - position) + " bytes follow the item");
        }
    }

    /** What the next item is. */
    public Kind peek() {
        if (position >= end) {
            throw malformed("the bytes end where an item should begin");
        }
        int head = bytes[position] & 0xff;
        return switch (head >>> 5) {
            case Head.UNSIGNED, Head.NEGATIVE -> Kind.INTEGER;
            case Head.BYTES -> Kind.BYTES;
            case Head.TEXT -> Kind.TEXT;
            case Head.ARRAY -> Kind.ARRAY;
            case Head.MAP -> Kind.MAP;
            case Head.TAG -> Kind.LINK;
            default -> simple(head);
        };
    }

    private static Kind simple(int head) {
        return switch (head) {
            case Head.FALSE, Head.TRUE -> Kind.BOOLEAN;
            case Head.NULL -> Kind.NULL;
            default -> throw malformed("the data model has no item 0x" + Integer.toHexString(head));
        };
    }

    /** Reads an integer. */
    public long integer() {
        expect(Kind.INTEGER);
        boolean negative = (bytes[position] & 0xff) >>> 5 == Head.NEGATIVE;
        long argument = argument();
        return negative ? -1 - argument : argument;
    }

    /** Reads bytes. */
    public byte[] byteString() {
        expect(Kind.BYTES);
        int length = length();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** Reads text. */
    public String text() {
        expect(Kind.TEXT);
        int length = length();
        textFrom = position;
        position += length;
        return utf8(textFrom, length);
    }

    /** Reads the head of an array; its elements follow, as many as returned. */
    public int array() {
        expect(Kind.ARRAY);
        return elements(1);
    }

    /** Reads the head of a map, whose entries are then read through what is returned. */
    public MapReader map() {
        expect(Kind.MAP);
        return new MapReader(elements(2));
    }

    /** Reads a link. */
    public BinaryCid link() {
        expect(Kind.LINK);
        if (argument() != LINK_TAG) {
            throw malformed("the data model has no tag but " + LINK_TAG);
        }
        byte[] content = byteString();
        if (content.length != BinaryCid.LENGTH + 1 || content[0] != 0) {
            throw malformed("a link does not hold a CID");
        }
        return BinaryCid.read(content, 1);
    }

    /** Reads true or false. */
    public boolean bool() {
        expect(Kind.BOOLEAN);
        return (bytes[position++] & 0xff) == Head.TRUE;
    }

    /** Reads null, if it is next; returns whether it was. */
    public boolean isNull() {
        boolean next = peek() == Kind.NULL;
        position += next ? 1 : 0;
        return next;
    }

    private void expect(Kind kind) {
        Kind found = peek();
        if (found != kind) {
            throw malformed("found " + found + " where " + kind + " should be");
        }
    }

    private int elements(int items) {
        long count = argument();
        if (count > MAX_ELEMENTS || count * items > end - position) {
            throw malformed("a container claims " + count + " elements");
        }
        return (int) count;
    }

    private int length() {
        long length = argument();
        if (length > end - position) {
            throw malformed("a string claims " + length + " bytes, more than there are");
        }
        return (int) length;
    }

    private long argument() {
        int size = bytes[position++] & 31;
        return switch (size) {
            case 24 -> shortest(1, 24);
            case 25 -> shortest(2, 1L << 8);
            case 26 -> shortest(4, 1L << 16);
            case 27 -> shortest(8, 1L << 32);
            case 28, 29, 30, 31 -> throw malformed("a length is indefinite or reserved");
            default -> size;
        };
    }

    private long shortest(int width, long least) {
        if (end - position < width) {
            throw malformed("the bytes end within a number");
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | (bytes[position++] & 0xff);
        }
        if (value < least) {
            throw malformed(
                    value < 0 ? "an integer exceeds 64 bits" : "a number is not in shortest form");
        }
        return value;
    }

    private String utf8(int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(from, length);
        }
        return text;
    }

    private void requireUtf8(int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
        } catch (CharacterCodingException e) {
            throw malformed("text is not UTF-8");
        }
    }

    /** The entries of one map: {@link #next}, then the value through the reader itself. */
    public final class MapReader {

        private final int size;
        private int done;
        private String key = "";
        private int keyFrom;
        private int keyTo;

        private MapReader(int size) {
            this.size = size;
        }

        /** How many entries there are. */
        public int size() {
            return size;
        }

        /** Moves to the next entry; its value is the next item of the reader. */
        public boolean next() {
            if (done == size) {
                return false;
            }
            key = text();
            requireKey(textFrom, position);
            done++;
            return true;
        }

        /** The key of the entry. */
        public String key() {
            return key;
        }

        private void requireKey(int from, int to) {
            if (from == to || to - from > MAX_KEY) {
                throw malformed("a key has " + (to - from) + " bytes");
            }
            if (done > 0 && compare(from, to) <= 0) {
                throw malformed("keys are doubled or not in order at \"" + key + '"');
            }
            keyFrom = from;
            keyTo = to;
        }

        private int compare(int from, int to) {
            int byLength = (to - from) - (keyTo - keyFrom);
            return byLength != 0
                    ? byLength
                    : Arrays.compareUnsigned(bytes, from, to, bytes, keyFrom, keyTo);
        }
    }
}
