package dev.pressline.atproto.repo.car;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.CborReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A CAR file of version 1 as a stream of blocks, one held at a time. Blocks come in any order, may
 * repeat and may be unrelated; those whose CID no link of a repository can have are passed over.
 * Nothing is hashed here. Throws {@link InvalidRepoException} for what is no such file. Not
 * thread-safe.
 *
 * @see <a href="https://ipld.io/specs/transport/car/carv1/">CAR version 1</a>
 */
public final class CarReader {

    private static final int VERSION = 1;
    private static final int MAX_HEADER = 64 * 1024;
    private static final int MAX_VARINT_BYTES = 9;

    private final InputStream in;
    private final CarLimits limits;
    private final List<BinaryCid> roots;
    private long read;

    /** Reads the header; {@code in} stays the caller's to close. */
    public CarReader(InputStream in, CarLimits limits) throws IOException {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.limits = limits;
        this.roots = header();
    }

    /**
     * A block as it stands in the file: its bytes need not hash to the CID.
     *
     * @param cid what the file says it is
     * @param bytes its content
     */
    public record Block(BinaryCid cid, byte[] bytes) {}

    /** The first root: the commit. */
    public BinaryCid root() {
        if (roots.isEmpty()) {
            throw malformed("the CAR has no root");
        }
        return roots.getFirst();
    }

    /** The next block, or empty at the end. */
    public Optional<Block> next() throws IOException {
        for (long length = varint(); length >= 0; length = varint()) {
            if (length > limits.block()) {
                throw tooLarge("a section of " + length + " bytes");
            }
            byte[] section = exactly((int) length);
            if (BinaryCid.isAt(section, 0)) {
                byte[] block = Arrays.copyOfRange(section, BinaryCid.LENGTH, section.length);
                return Optional.of(new Block(BinaryCid.read(section, 0), block));
            }
        }
        return Optional.empty();
    }

    private List<BinaryCid> header() throws IOException {
        long length = varint();
        if (length < 0 || length > MAX_HEADER) {
            throw malformed("the CAR has no header");
        }
        CborReader reader = new CborReader(exactly((int) length));
        List<BinaryCid> found = new ArrayList<>();
        long version = 0;
        for (CborReader.MapReader map = reader.map(); map.next(); ) {
            switch (map.key()) {
                case "roots" -> found.addAll(roots(reader));
                case "version" -> version = reader.integer();
                default -> throw malformed("the CAR's header has a field " + map.key());
            }
        }
        reader.end();
        if (version != VERSION) {
            throw malformed("the CAR is of version " + version);
        }
        return List.copyOf(found);
    }

    private static List<BinaryCid> roots(CborReader reader) {
        List<BinaryCid> roots = new ArrayList<>();
        for (int left = reader.array(); left > 0; left--) {
            roots.add(reader.link());
        }
        return roots;
    }

    /** An unsigned number in LEB128, or -1 at the end of the file. */
    private long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            int next = in.read();
            if (next < 0) {
                return atEnd(i);
            }
            count(1);
            value |= (long) (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                if (next == 0 && i > 0) {
                    throw malformed("a varint is not in shortest form");
                }
                return value;
            }
        }
        throw malformed("a varint is longer than " + MAX_VARINT_BYTES + " bytes");
    }

    private static long atEnd(int bytes) {
        if (bytes > 0) {
            throw malformed("the CAR ends within a varint");
        }
        return -1;
    }

    private byte[] exactly(int length) throws IOException {
        count(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw malformed("the CAR ends within a section");
        }
        return bytes;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > limits.bytes()) {
            throw tooLarge("a CAR of more than " + limits.bytes() + " bytes");
        }
    }

    private static InvalidRepoException tooLarge(String what) {
        return new InvalidRepoException(Fault.TOO_LARGE, what);
    }
}
