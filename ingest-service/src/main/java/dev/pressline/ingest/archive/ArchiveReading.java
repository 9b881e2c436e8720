package dev.pressline.ingest.archive;

import dev.pressline.ingest.archive.ArchiveClient.Blocks;
import dev.pressline.ingest.archive.ArchiveClient.Part;
import dev.pressline.ingest.archive.ArchiveClient.Piece;
import dev.pressline.ingest.archive.ArchiveClient.Plan;
import dev.pressline.kit.failure.Retry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reads a Jetstream's archive, from behind a place to where the live stream takes over. Blocks,
 * waits for what does not answer. Used by one thread.
 */
public final class ArchiveReading {

    private static final int MAX_BLOCK = 256 * 1024 * 1024;

    private final ArchiveClient client;
    private final Retry retry;
    private final BooleanSupplier goesOn;

    /** Reads while {@code goesOn}, and waits as {@code retry} does. */
    public ArchiveReading(ArchiveClient client, Retry retry, BooleanSupplier goesOn) {
        this.client = client;
        this.retry = retry;
        this.goesOn = goesOn;
    }

    /** What hears of the events. */
    public interface Listener {

        /** An event behind the place, in order of the archive. */
        void event(ArchiveRow row);

        /** Everything up to a seq was read. */
        void done(long seq);
    }

    /**
     * Reads everything behind {@code after}; returns when the live stream has the rest, or it is to
     * go on no longer. Throws {@link InvalidArchiveException}.
     */
    public void read(long after, Listener listener) {
        Plan plan = plan(after, 0);
        long sealed = plan.sealed();
        long done = after;
        while (goesOn.getAsBoolean() && done < sealed) {
            read(plan, done, listener);
            if (!goesOn.getAsBoolean()) {
                return;
            }
            if (plan.through() <= done) {
                throw new InvalidArchiveException("a plan that does not move on from " + done);
            }
            done = Math.min(sealed, plan.through());
            listener.done(done);
            if (done < sealed) {
                plan = plan(done, sealed);
            }
        }
    }

    private Plan plan(long after, long before) {
        return retry.whileDown("planning an archive", () -> client.plan(after, before));
    }

    private void read(Plan plan, long after, Listener listener) {
        for (Part part : plan.parts()) {
            boolean isRead = false;
            while (!isRead && goesOn.getAsBoolean()) {
                isRead = readOnce(part, plan.through(), after, listener);
            }
        }
    }

    /** Whether a part was read; not when its file changed meanwhile. */
    private boolean readOnce(Part part, long through, long after, Listener listener) {
        try {
            Consumer<ArchiveRow> wanted =
                    row -> {
                        if (row.seq() > after && row.seq() <= through) {
                            listener.event(row);
                        }
                    };
            read(part, after, wanted);
            return true;
        } catch (SegmentChangedException e) {
            return false;
        }
    }

    private void read(Part part, long after, Consumer<ArchiveRow> reader) {
        Piece head = piece(part, 0, SegmentHeader.LENGTH, "");
        SegmentHeader header = SegmentHeader.of(head.bytes());
        if (header.blocks() == 0) {
            return;
        }
        Piece index = piece(part, header.index(), header.indexBytes(), head.tag());
        List<SegmentHeader.Block> blocks = header.index(index.bytes());
        for (int number = 0; number < blocks.size() && goesOn.getAsBoolean(); number++) {
            SegmentHeader.Block block = blocks.get(number);
            if (isWanted(part, number) && block.maxSeq() > after) {
                block(part, block, head.tag()).forEach(reader);
            }
        }
    }

    private static boolean isWanted(Part part, int number) {
        List<Blocks> wanted = part.blocks();
        return wanted.isEmpty()
                || wanted.stream().anyMatch(run -> run.first() <= number && number <= run.last());
    }

    private ArchiveBlock block(Part part, SegmentHeader.Block block, String tag) {
        if (block.compressed() < 0
                || block.compressed() > MAX_BLOCK
                || block.uncompressed() < 0
                || block.uncompressed() > MAX_BLOCK) {
            throw new InvalidArchiveException("a block of " + part.name() + " is too large");
        }
        byte[] bytes = piece(part, block.offset(), Long.BYTES + block.compressed(), tag).bytes();
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length != block.compressed()) {
            throw new InvalidArchiveException("a block of " + part.name() + " is elsewhere");
        }
        ArchiveBlock read = ArchiveBlock.of(ZstdBlocks.decompress(bytes, block.uncompressed()));
        if (read.count() != block.events()) {
            throw new InvalidArchiveException("a block of " + part.name() + " is another one");
        }
        return read;
    }

    private Piece piece(Part part, long offset, int length, String tag) {
        return retry.whileDown(
                "reading an archive", () -> client.piece(part.name(), offset, length, tag));
    }
}
