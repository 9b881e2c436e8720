package dev.pressline.atproto.repo.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the few kinds of DAG-CBOR items that nodes of a tree are made of, in shortest form. The
 * order of the keys is the caller's duty. Not thread-safe.
 */
public final class CborWriter {

    private static final int LINK_TAG = 42;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);

    /** The items written so far. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    /** Writes the head of a map of {@code entries}, each a key and a value. */
    public CborWriter map(int entries) {
        return head(Head.MAP, entries);
    }

    /** Writes the head of an array. */
    public CborWriter array(int elements) {
        return head(Head.ARRAY, elements);
    }

    /** Writes text. */
    public CborWriter text(String text) {
        return string(Head.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. */
    public CborWriter byteString(byte[] bytes) {
        return string(Head.BYTES, bytes);
    }

    /** Writes an integer that is not negative. */
    public CborWriter unsigned(long value) {
        return head(Head.UNSIGNED, value);
    }

    /** Writes a link. */
    public CborWriter link(BinaryCid cid) {
        head(Head.TAG, LINK_TAG);
        head(Head.BYTES, BinaryCid.LENGTH + 1L);
        out.write(0);
        out.writeBytes(cid.bytes());
        return this;
    }

    /** Writes null. */
    public CborWriter none() {
        out.write(Head.NULL);
        return this;
    }

    private CborWriter string(int major, byte[] bytes) {
        head(major, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private CborWriter head(int major, long argument) {
        if (argument < 24) {
            out.write(major << 5 | (int) argument);
        } else if (argument < 1L << 8) {
            sized(major, 24, argument, 1);
        } else if (argument < 1L << 16) {
            sized(major, 25, argument, 2);
        } else if (argument < 1L << 32) {
            sized(major, 26, argument, 4);
        } else {
            sized(major, 27, argument, 8);
        }
        return this;
    }

    private void sized(int major, int size, long argument, int width) {
        out.write(major << 5 | size);
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (argument >>> shift));
        }
    }
}
