package dev.pressline.atproto.repo.car;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private final FileChannel file;

    private SpooledBlocks(BinaryCid root, BlockIndex index, FileChannel file) {
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
        Path path = Files.createTempFile(directory, "repo-", ".blocks");
        FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        try {
            CarReader reader = new CarReader(car, limits);
            BlockIndex index = new BlockIndex();
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
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
        ByteBuffer block = ByteBuffer.allocate((int) (place & (1 << LENGTH_BITS) - 1));
        long offset = place >>> LENGTH_BITS;
        try {
            while (block.hasRemaining()) {
                if (file.read(block, offset + block.position()) < 0) {
                    throw new IOException("the temporary file is shorter than it was");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return block.array();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
