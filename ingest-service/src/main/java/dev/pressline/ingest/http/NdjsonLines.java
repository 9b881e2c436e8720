package dev.pressline.ingest.http;

import dev.pressline.ingest.row.RowParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a stream, one at a time. A line longer than a row may be is cut one byte beyond
 * that, so that it is refused without ever being held whole. Not thread-safe.
 */
final class NdjsonLines {

    private final InputStream in;
    private long number;

    NdjsonLines(InputStream in) {
        this.in = in;
    }

    /** The number of the line last returned, from 1. */
    long number() {
        return number;
    }

    /** The next line that is not blank, or empty at the end. */
    Optional<byte[]> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(8_192);
            boolean more = readLine(line);
            number++;
            if (!isBlank(line)) {
                return Optional.of(line.toByteArray());
            }
            if (!more) {
                return Optional.empty();
            }
        }
    }

    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return true;
            }
            if (line.size() <= RowParser.MAX_ROW) {
                line.write(b);
            }
        }
        return false;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        return line.size() == 0
                || (line.size() < 8
                        && line.toString(java.nio.charset.StandardCharsets.ISO_8859_1).isBlank());
    }
}
