package dev.pressline.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a stream of bytes, one at a time. A line longer than the longest row is cut one byte
 * beyond that, so that it is refused without ever being held whole. Not thread-safe.
 */
public final class Lines {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long number;
    private long offset;
    private boolean atEnd;

    /** Reads from {@code in}, which stays the caller's to close; {@code longest} in bytes. */
    public Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line that is not blank.
     *
     * @param number its number in the stream, from 1, blank lines counted
     * @param bytes its bytes without the line feed, cut when too long
     * @param end the bytes of the stream up to and including it
     */
    public record Line(long number, byte[] bytes, long end) {}

    /** The next line that is not blank, or empty at the end. */
    public Optional<Line> next() throws IOException {
        while (!atEnd) {
            byte[] line = readLine();
            number++;
            if (!isBlank(line)) {
                return Optional.of(new Line(number, line, offset));
            }
        }
        return Optional.empty();
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);
        while (position < end || fill()) {
            int feed = feed();
            keep(line, feed - position);
            offset += feed - position;
            position = feed;
            if (feed < end) {
                position++;
                offset++;
                return line.toByteArray();
            }
        }
        atEnd = true;
        return line.toByteArray();
    }

    private int feed() {
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void keep(ByteArrayOutputStream line, int length) {
        line.write(buffer, position, Math.min(length, longest + 1 - line.size()));
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
