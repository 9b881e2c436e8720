package dev.pressline.local.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a stream of lines into batches of whole lines. A line longer than {@link #MAX_LINE} is cut
 * off there, which is still longer than any record may be, so that no line is ever too large for
 * memory. Not thread-safe.
 */
final class LineBatches {

    /** The most lines of a batch. */
    static final int LINES = 500;

    /** The bytes after which a batch is full. */
    static final int BYTES = 1024 * 1024;

    /** The longest line passed on, in bytes. */
    static final int MAX_LINE = 16 * 1024 * 1024;

    private final InputStream in;
    private long line = 1;
    private boolean ended;

    LineBatches(InputStream in) {
        this.in = in;
    }

    /**
     * Some whole lines.
     *
     * @param bytes the lines, each with its line feed
     * @param firstLine the number of the first, from 1
     * @param records how many of them are not blank
     */
    record Batch(byte[] bytes, long firstLine, int records) {}

    /** The next batch, or empty at the end. */
    Optional<Batch> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        long first = line;
        int records = 0;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES / 4);
        while (!ended && line - first < LINES && bytes.size() < BYTES) {
            if (readLine(bytes)) {
                records++;
            }
            line++;
        }
        return Optional.of(new Batch(bytes.toByteArray(), first, records));
    }

    private boolean readLine(ByteArrayOutputStream bytes) throws IOException {
        boolean blank = true;
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                ended = true;
                break;
            }
            blank &= b == ' ' || b == '\t' || b == '\r';
            if (length++ < MAX_LINE) {
                bytes.write(b);
            }
        }
        bytes.write('\n');
        return !blank;
    }
}
