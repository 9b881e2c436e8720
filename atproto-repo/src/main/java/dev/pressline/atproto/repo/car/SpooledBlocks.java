package dev.pressline.atproto.repo.car;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.spool.TemporaryFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The blocks of a CAR of any size, in a temporary file that goes when this is closed; the heap
 * holds 16 bytes a block. Of blocks with one CID the first counts. Finding is thread-safe.
 */
public final class SpooledBlocks implements Blocks, AutoCloseable {

    private static final int LENGTH_BITS = 23;
    private static final int BUFFER = 256 * 1024;

    private final BinaryCid root;
    private final BlockIndex index;
    private final TemporaryFile file;

    private SpooledBlocks(BinaryCid root, BlockIndex index, TemporaryFile file) {
        this.root = root;
        this.index = index;
        this.file = file;
    }

    /**
     * Reads a CAR to its end; {@code directory} gets the temporary file. Throws {@link
     * dev.pressline.atproto.repo.InvalidRepoException} for what is no CAR or more than {@code
     * limits} allow, {@link IOException} when the stream breaks off or the disk is full.
     */
    public static SpooledBlocks read(InputStream car, CarLimits limits, Path directory)
            throws IOException {
        TemporaryFile file = TemporaryFile.create(directory, "repo-");
        try {
            CarReader reader = new CarReader(car, limits);
            BlockIndex index = new BlockIndex();
            OutputStream out = new BufferedOutputStream(file.end(), BUFFER);
            spool(reader, index, out);
            out.flush();
            return new SpooledBlocks(reader.root(), index, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void spool(CarReader reader, BlockIndex index, OutputStream out)
            throws IOException {
        long offset = 0;
        for (Optional<CarReader.Block> next = reader.next();
                next.isPresent();
                next = reader.next()) {
            byte[] block = next.get().bytes();
            if (block.length > 0) {
                index.add(next.get().cid(), offset << LENGTH_BITS | block.length);
                out.write(block);
                offset += block.length;
            }
        }
    }

    /** The first root. */
    public BinaryCid root() {
        return root;
    }

    /** How many blocks there are. */
    public int size() {
        return index.size();
    }

    @Override
    public Optional<byte[]> find(BinaryCid cid) {
        return index.place(cid).stream().mapToObj(this::read).filter(cid::isOf).findFirst();
    }

    private byte[] read(long place) {
        return file.read(place >>> LENGTH_BITS, (int) (place & (1 << LENGTH_BITS) - 1));
    }

    @Override
    public void close() {
        file.close();
    }
}
