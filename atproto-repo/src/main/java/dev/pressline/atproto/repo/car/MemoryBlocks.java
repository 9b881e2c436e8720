package dev.pressline.atproto.repo.car;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The blocks of a small CAR, held in memory. Of blocks with one CID the first counts. Thread-safe.
 */
public final class MemoryBlocks implements Blocks {

    private final BinaryCid root;
    private final Map<BinaryCid, byte[]> blocks;

    private MemoryBlocks(BinaryCid root, Map<BinaryCid, byte[]> blocks) {
        this.root = root;
        this.blocks = blocks;
    }

    /**
     * Reads a CAR; throws {@link dev.pressline.atproto.repo.InvalidRepoException} for what is none.
     */
    public static MemoryBlocks read(byte[] car, CarLimits limits) {
        try {
            CarReader reader = new CarReader(new ByteArrayInputStream(car), limits);
            Map<BinaryCid, byte[]> blocks = new HashMap<>();
            for (Optional<CarReader.Block> next = reader.next();
                    next.isPresent();
                    next = reader.next()) {
                blocks.putIfAbsent(next.get().cid(), next.get().bytes());
            }
            return new MemoryBlocks(reader.root(), Map.copyOf(blocks));
        } catch (IOException e) {
            throw new UncheckedIOException("memory gives every byte", e);
        }
    }

    /** The first root. */
    public BinaryCid root() {
        return root;
    }

    @Override
    public Optional<byte[]> find(BinaryCid cid) {
        return Optional.ofNullable(blocks.get(cid)).filter(cid::isOf);
    }
}
