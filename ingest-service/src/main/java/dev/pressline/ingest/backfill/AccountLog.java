package dev.pressline.ingest.backfill;

import dev.pressline.atproto.repo.spool.TemporaryFile;
import dev.pressline.contract.identifier.Did;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Lines about accounts in a temporary file that goes when this is closed. Accounts share {@value
 * #BUCKETS} buckets, and to find the lines of one the bucket is read; the heap holds a few
 * kilobytes a bucket. Failures of the disk are {@link UncheckedIOException}s. Not thread-safe.
 */
final class AccountLog implements AutoCloseable {

    static final int BUCKETS = 256;
    private static final int BUFFER = 2_048;
    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final long NOWHERE = -1;

    private final TemporaryFile file;
    private final ByteArrayOutputStream[] buffers = new ByteArrayOutputStream[BUCKETS];
    private final long[] last = new long[BUCKETS];
    private long size;
    private long lines;

    /** A log in this directory. */
    AccountLog(Path directory) {
        try {
            file = TemporaryFile.create(Files.createDirectories(directory), "known-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < BUCKETS; i++) {
            buffers[i] = new ByteArrayOutputStream();
            last[i] = NOWHERE;
        }
    }

    /** The bucket of an account. */
    static int bucket(Did did) {
        return Math.floorMod(did.value().hashCode(), BUCKETS);
    }

    /** How many lines there are. */
    long lines() {
        return lines;
    }

    /** Adds a line about an account. */
    void add(Did did, String line) {
        int bucket = bucket(did);
        ByteArrayOutputStream buffer = buffers[bucket];
        buffer.writeBytes((line + '\n').getBytes(StandardCharsets.UTF_8));
        lines++;
        if (buffer.size() >= BUFFER) {
            flush(bucket);
        }
    }

    private void flush(int bucket) {
        byte[] bytes = buffers[bucket].toByteArray();
        ByteBuffer block = ByteBuffer.allocate(HEADER + bytes.length);
        block.putLong(last[bucket]).putInt(bytes.length).put(bytes);
        try {
            file.end().write(block.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        last[bucket] = size;
        size += block.capacity();
        buffers[bucket].reset();
    }

    /** Shows the lines of a bucket, oldest first. */
    void read(int bucket, Consumer<String> reader) {
        Deque<Long> blocks = new ArrayDeque<>();
        for (long at = last[bucket]; at != NOWHERE; at = header(at).getLong()) {
            blocks.push(at);
        }
        for (long at : blocks) {
            int length = header(at).getInt(Long.BYTES);
            show(file.read(at + HEADER, length), reader);
        }
        show(buffers[bucket].toByteArray(), reader);
    }

    private static void show(byte[] lines, Consumer<String> reader) {
        new String(lines, StandardCharsets.UTF_8).lines().forEach(reader);
    }

    private ByteBuffer header(long at) {
        return ByteBuffer.wrap(file.read(at, HEADER));
    }

    @Override
    public void close() {
        file.close();
    }
}
