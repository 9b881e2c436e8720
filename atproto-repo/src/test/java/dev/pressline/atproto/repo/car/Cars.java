package dev.pressline.atproto.repo.car;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.CborWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;

/** Writes CAR files. */
public final class Cars {

    private final OutputStream out;

    /** A CAR with one root, written to {@code out}. */
    public Cars(BinaryCid root, OutputStream out) {
        this.out = out;
        section(
                new CborWriter()
                        .map(2)
                        .text("roots")
                        .array(1)
                        .link(root)
                        .text("version")
                        .unsigned(1)
                        .toByteArray());
    }

    /** The bytes of a CAR with one root and what {@code content} adds. */
    public static byte[] bytes(BinaryCid root, Consumer<Cars> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.accept(new Cars(root, bytes));
        return bytes.toByteArray();
    }

    /** Adds blocks. */
    public void blocks(Map<BinaryCid, byte[]> blocks) {
        blocks.forEach(this::block);
    }

    /** Adds a block under its CID, or under another. */
    public void block(BinaryCid cid, byte[] bytes) {
        varint(BinaryCid.LENGTH + bytes.length);
        write(cid.bytes());
        write(bytes);
    }

    /** Adds a section as it is. */
    public void section(byte[] bytes) {
        varint(bytes.length);
        write(bytes);
    }

    private void varint(int value) {
        int rest = value;
        while (rest >= 0x80) {
            write(new byte[] {(byte) (rest & 0x7f | 0x80)});
            rest >>>= 7;
        }
        write(new byte[] {(byte) rest});
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
